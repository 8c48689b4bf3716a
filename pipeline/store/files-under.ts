import { lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Key } from '../model/artifact.ts'
import { parseKey } from '../model/key.ts'
import { byteOrder } from './byte-order.ts'
import { diskFailure, errno } from './disk-failure.ts'

interface FoundFile {
  readonly key: Key
  readonly file: string
  /** Bytes. */
  readonly size: number
  /** Another one whenever the file has been replaced or written to. */
  readonly stamp: string
}

/** The files below `root` whose keys begin with `prefix` and stand after `after`, in the byte order of their keys; folders without any such are not entered. Links, devices, names that are no keys and the folder `own` are passed over. */
export function* filesUnder(root: string, own: string, prefix: string, after: string): Generator<FoundFile> {
  yield* walk('')

  function* walk(folder: string): Generator<FoundFile> {
    for (const name of names(join(root, folder))) {
      const path = folder + name
      if (path === `${own}/` || !mayHold(path, prefix, after)) continue
      if (name.endsWith('/')) yield* walk(path)
      else yield* fileAt(path)
    }
  }

  function* fileAt(path: string): Generator<FoundFile> {
    const key = parseKey(path)
    const file = join(root, path)
    const found = lstatSync(file, { throwIfNoEntry: false, bigint: true })
    if (key === null || !found?.isFile()) return
    yield { key, file, size: Number(found.size), stamp: `${found.ino} ${found.size} ${found.mtimeNs} ${found.ctimeNs}` }
  }
}

/** Folders end with `/`, as in keys, so that the order of names is the order of keys. */
function names(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() || entry.isDirectory())
      .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name))
      .sort(byteOrder)
  } catch (error) {
    if (errno(error) === 'ENOENT') return []
    throw diskFailure(error, folder, '.')
  }
}

function mayHold(path: string, prefix: string, after: string): boolean {
  if (path.endsWith('/')) {
    return (path.startsWith(prefix) || prefix.startsWith(path)) && (after.startsWith(path) || byteOrder(path, after) > 0)
  }
  return path.startsWith(prefix) && byteOrder(path, after) > 0
}
