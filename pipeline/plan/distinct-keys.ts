import type { Key } from '../model/artifact.ts'
import { Failure } from '../model/failure.ts'

/** @throws {Failure} `key-collision` where one key stands twice, or two differ only in case: on some disks and in some addresses they are one. */
export function requireDistinctKeys(keys: readonly Key[]): void {
  const seen = new Map<string, Key>()
  for (const key of keys) {
    const folded = key.toLowerCase()
    const other = seen.get(folded)
    if (other !== undefined) throw collision(key, other)
    seen.set(folded, key)
  }
}

function collision(key: Key, other: Key): Failure {
  return new Failure('key-collision', {
    exit: 2,
    what: key === other ? `Two things would be published as \`${key}\`.` : `\`${other}\` and \`${key}\` differ only in case.`,
    why: 'One of them would take the place of the other.',
    next: 'Give one of the articles another slug or id.',
  })
}
