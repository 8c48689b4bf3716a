import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readFileSync,
  renameSync,
  rmdirSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { makeFolders } from '../disk/make-folders.ts'
import { type Key, type ObjectHeaders, objectHeaders, sameHeaders } from '../model/artifact.ts'
import { digest } from '../model/digest.ts'
import { Failure } from '../model/failure.ts'
import { parseKey } from '../model/key.ts'
import type { StoredObject } from '../model/store.ts'
import { defaultHeaders } from './default-headers.ts'
import { errno } from './disk-failure.ts'
import { etagOf } from './etag.ts'

/** The store's own folder in the folder, which no key reaches: unfinished files, and headers that a name doesn't tell. */
export const own = '.colophon-store'

interface Writing {
  readonly key: Key
  readonly file: string
  readonly headers: ObjectHeaders
  readonly signal: AbortSignal | undefined
}

/** Who was stopped while bytes were written looks again before they are shown: the right to write may be over. */
export function writeObject(root: string, { key, file, headers, signal }: Writing, body: Uint8Array): { readonly etag: string } {
  writeWhole(root, file, body, () => {
    signal?.throwIfAborted()
    writeHeaders(root, key, headers)
  })
  return { etag: etagOf(body) }
}

/** With its headers; null where there is nothing. */
export function stored(root: string, key: Key): StoredObject | null {
  const body = read(root, key)
  return body === null ? null : { body, etag: etagOf(body), headers: readHeaders(root, key) }
}

/**
 * The file of a key, whose folders are real ones.
 *
 * @throws {Failure} `key-refused` for what is no key or the store's own, `symbolic-link`
 */
export function locate(root: string, key: Key, purpose: 'read' | 'write'): string {
  const segments = key.split('/')
  if (parseKey(key) === null || (purpose === 'write' && segments[0]?.toLowerCase() === own)) throw refused(root, key)
  let path = root
  for (const segment of segments) {
    path = join(path, segment)
    const found = lstatSync(path, { throwIfNoEntry: false })
    if (found === undefined) break
    if (found.isSymbolicLink()) throw symbolicLink(path)
    if (!found.isDirectory()) break
  }
  return join(root, ...segments)
}

function refused(root: string, key: string): Failure {
  return new Failure('key-refused', {
    exit: 3,
    what: `${JSON.stringify(key)} is no name for an object in ${root}.`,
    why: `It could leave the folder, or is the store's own (\`${own}\`).`,
    next: 'Give it another name.',
  })
}

function symbolicLink(path: string): Failure {
  return new Failure('symbolic-link', {
    exit: 3,
    what: `${path} is a symbolic link.`,
    why: 'A link could lead out of the store, so none is followed.',
    next: 'Remove the link, or publish to another folder.',
  })
}

/** Null where there is no file of that name; folders and devices are no objects. */
export function read(root: string, key: Key): Buffer | null {
  if (key.split('/')[0]?.toLowerCase() === own) return null
  const file = open(locate(root, key, 'read'))
  if (file === null) return null
  try {
    return fstatSync(file).isFile() ? readFileSync(file) : null
  } finally {
    closeSync(file)
  }
}

/** Without waiting for the other end of a pipe, and not through a link. */
function open(path: string): number | null {
  try {
    return openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
  } catch (error) {
    if (errno(error) === 'ENOENT' || errno(error) === 'ENOTDIR') return null
    throw error
  }
}

/** @param before what must be true once the file is there; done when nothing but the renaming is left */
function writeWhole(root: string, file: string, body: Uint8Array | string, before: () => void = () => {}): void {
  const unfinished = join(root, own, 'unfinished', crypto.randomUUID())
  makeFolders(dirname(file))
  if (lstatSync(file, { throwIfNoEntry: false })?.isDirectory()) throw Object.assign(new Error(`A folder: ${file}`), { code: 'EISDIR' })
  makeFolders(dirname(unfinished))
  try {
    writeFileSync(unfinished, body, { flag: 'wx' })
    before()
    renameSync(unfinished, file)
  } catch (error) {
    unlink(unfinished)
    throw error
  }
}

function unlink(file: string): void {
  try {
    unlinkSync(file)
  } catch (error) {
    if (errno(error) !== 'ENOENT') throw error
  }
}

/** What isn't there is removed already. Folders that nothing is left in go with it. */
export function remove(root: string, key: Key): void {
  const file = locate(root, key, 'write')
  try {
    if (lstatSync(file, { throwIfNoEntry: false })?.isFile() !== true) return
  } catch (error) {
    if (errno(error) === 'ENOTDIR') return
    throw error
  }
  unlinkSync(file)
  unlink(headersFile(root, key))
  removeEmpty(root, dirname(file))
}

function removeEmpty(root: string, folder: string): void {
  for (let path = folder; path !== root; path = dirname(path)) {
    try {
      rmdirSync(path)
    } catch (error) {
      if (errno(error) === null) throw error
      return
    }
  }
}

function headersFile(root: string, key: Key): string {
  return join(root, own, 'headers', `${digest(key)}.json`)
}

/** Kept only where they differ from what the name tells. */
function writeHeaders(root: string, key: Key, headers: ObjectHeaders): void {
  const file = headersFile(root, key)
  if (sameHeaders(headers, defaultHeaders(key))) unlink(file)
  else writeWhole(root, file, JSON.stringify({ key, ...headers }))
}

function readHeaders(root: string, key: Key): ObjectHeaders {
  const file = open(headersFile(root, key))
  if (file === null) return defaultHeaders(key)
  try {
    const { contentType, cacheControl, contentEncoding, cacheTag } = JSON.parse(readFileSync(file, 'utf8')) as ObjectHeaders
    return objectHeaders(contentType, { cacheControl, contentEncoding, cacheTag })
  } finally {
    closeSync(file)
  }
}
