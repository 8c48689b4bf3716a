import type { Key } from '../model/artifact.ts'
import { Failure } from '../model/failure.ts'
import { longestKey, parseKey } from '../model/key.ts'
import type { Store } from '../model/store.ts'

/** A folder of a store, as a store of its own. @param folder without slashes around it; names a key */
export function storeBelow(store: Store, folder: string): Store {
  const prefix = `${folder}/`
  const at = (key: Key): Key => {
    const whole = parseKey(prefix + key)
    if (whole === null) throw tooLong(key, folder)
    return whole
  }
  return {
    name: `${store.name}/${folder}`,
    ...(store.plainFiles === undefined ? {} : { plainFiles: store.plainFiles }),
    longestKey: (store.longestKey ?? longestKey) - Buffer.byteLength(prefix),
    get: (key) => store.get(at(key)),
    head: (key) => store.head(at(key)),
    put: (key, ...rest) => store.put(at(key), ...rest),
    copy: (from, to, ...rest) => store.copy(at(from), at(to), ...rest),
    delete: (keys, signal) => store.delete(keys.map(at), signal),
    deleteIf: (key, ...rest) => store.deleteIf(at(key), ...rest),
    async *list(start, after = '') {
      for await (const object of store.list(prefix + start, after === '' ? '' : prefix + after)) {
        yield { ...object, key: object.key.slice(prefix.length) as Key }
      }
    },
    close: () => store.close(),
  }
}

function tooLong(key: Key, folder: string): Failure {
  return new Failure('key-too-long', {
    exit: 3,
    what: `\`${key}\` is too long below ${folder}.`,
    why: 'A name in a bucket has at most 1,024 bytes.',
    next: 'Give the article a shorter slug or id.',
  })
}
