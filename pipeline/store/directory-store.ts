import { join, resolve } from 'node:path'
import type { Key } from '../model/artifact.ts'
import type { Condition, ListedObject, Store } from '../model/store.ts'
import { requireCondition, requireSource } from './condition.ts'
import { diskFailure } from './disk-failure.ts'
import { etagOf } from './etag.ts'
import { exclusively } from './exclusively.ts'
import { filesUnder } from './files-under.ts'
import { locate, own, read, remove, stored, writeObject } from './object-files.ts'

/**
 * A folder of plain files, one an object, each at its key.
 *
 * Every method does its work in one synchronous stretch, which costs a sixth of the asynchronous calls. What is written on a condition is written under a lock,
 * so that conditions hold between processes. Files appear whole, by renaming.
 */
export function directoryStore(folder: string): Store {
  const root = resolve(folder)
  const etags: KnownEtags = new Map()
  const current = (key: Key) => {
    const body = read(root, key)
    return body === null ? null : etagOf(body)
  }
  const onCondition = <Result>(key: Key, condition: Condition, write: () => Result) =>
    exclusively(join(root, own, 'lock'), () => {
      requireCondition(key, current(key), condition)
      return write()
    })
  return {
    name: root,
    plainFiles: true,
    async get(key) {
      return onDisk(root, key, () => stored(root, key))
    },
    async head(key) {
      return onDisk(root, key, () => {
        const found = stored(root, key)
        return found === null ? null : { etag: found.etag, headers: found.headers }
      })
    },
    async put(key, body, headers, condition, signal) {
      signal?.throwIfAborted()
      return onDisk(root, key, () => {
        const file = locate(root, key, 'write')
        const write = () => writeObject(root, { key, file, headers, signal }, body)
        return condition === undefined ? write() : onCondition(key, condition, write)
      })
    },
    async copy(from, to, headers, source, signal) {
      signal?.throwIfAborted()
      return onDisk(root, to, () => {
        const body = requireSource(from, read(root, from), source)
        return writeObject(root, { key: to, file: locate(root, to, 'write'), headers, signal }, body)
      })
    },
    async delete(keys, signal) {
      for (const key of keys) {
        signal?.throwIfAborted()
        onDisk(root, key, () => remove(root, key))
      }
    },
    async deleteIf(key, condition, signal) {
      signal?.throwIfAborted()
      onDisk(root, key, () => onCondition(key, condition, () => remove(root, key)))
    },
    list: (prefix, after = '') => listed(root, etags, prefix, after),
    async close() {},
  }
}

/** ETags of files that were read, by what changes with them. */
type KnownEtags = Map<string, { readonly stamp: string; readonly etag: string }>

async function* listed(root: string, etags: KnownEtags, prefix: string, after: string): AsyncGenerator<ListedObject> {
  for (const { key, file, size, stamp } of filesUnder(root, own, prefix, after)) {
    const known = etags.get(file)
    const body = known?.stamp === stamp ? null : onDisk(root, key, () => read(root, key))
    const etag = body === null ? known?.etag : etagOf(body)
    if (etag === undefined) continue
    etags.set(file, { stamp, etag })
    yield { key, etag, size: body?.length ?? size }
  }
}

function onDisk<Result>(root: string, key: Key, work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    throw diskFailure(error, root, key)
  }
}
