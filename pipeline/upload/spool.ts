import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolders } from '../disk/make-folders.ts'
import type { Digest } from '../model/digest.ts'
import { Failure } from '../model/failure.ts'

/** Keeps the bytes of changed artifacts between building and uploading. */
export interface Spool {
  put(digest: Digest, bytes: Uint8Array): void
  /** @throws {Failure} `spool-lost` for what was never put, or can't be read */
  get(digest: Digest): Uint8Array
  /** Removes all files. */
  dispose(): void
}

/** Bytes: what a small publish changes never touches the disk. */
const usual = 32 * 1024 * 1024

/**
 * @param folder for bytes beyond those that are held in memory: a folder of its own is made in there once it is needed
 * @param memory bytes: 32 MiB
 */
export function spool(folder: string, memory = usual): Spool {
  const held = new Map<Digest, Uint8Array>()
  const written = new Set<Digest>()
  let room = memory
  let place: string | null = null

  return {
    put(digest, bytes) {
      if (held.has(digest) || written.has(digest)) return
      if (bytes.length <= room) {
        held.set(digest, bytes)
        room -= bytes.length
        return
      }
      onDisk(() => {
        place ??= newFolder()
        writeFileSync(join(place, digest), bytes)
      })
      written.add(digest)
    },
    get(digest) {
      return held.get(digest) ?? read(place, digest)
    },
    dispose() {
      held.clear()
      written.clear()
      room = memory
      if (place !== null) rmSync(place, { recursive: true, force: true })
      place = null
    },
  }

  function onDisk(write: () => void): void {
    try {
      write()
    } catch (error) {
      throw failure('spool-full', `Pages can't be kept in ${folder} until they are uploaded.`, error)
    }
  }

  function newFolder(): string {
    makeFolders(folder)
    return mkdtempSync(join(folder, 'colophon-'))
  }
}

function read(place: string | null, digest: Digest): Uint8Array {
  if (place === null) throw failure('spool-lost', `The bytes ${digest} were not kept.`, undefined)
  try {
    return readFileSync(join(place, digest))
  } catch (error) {
    throw failure('spool-lost', `The bytes ${digest} can't be read from ${place}.`, error)
  }
}

function failure(code: string, what: string, cause: unknown): Failure {
  const why = cause instanceof Error ? { why: cause.message } : {}
  return new Failure(code, { exit: 3, what, ...why, next: 'Free space on the disk, then run the command again.' }, { cause })
}
