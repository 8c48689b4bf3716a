import type { Key } from '../../pipeline/model/artifact.ts'
import { parseKey } from '../../pipeline/model/key.ts'

/** A key that a test knows to be one. */
export function key(text: string): Key {
  const parsed = parseKey(text)
  if (parsed === null) throw new TypeError(`${JSON.stringify(text)} is no key`)
  return parsed
}
