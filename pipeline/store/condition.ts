import type { Key } from '../model/artifact.ts'
import { Failure } from '../model/failure.ts'
import type { Condition } from '../model/store.ts'
import { etagOf } from './etag.ts'

/**
 * @param current the ETag of what stands under the key now, null where nothing does
 * @throws {Failure} `condition-failed`
 */
export function requireCondition(key: Key, current: string | null, condition: Condition | undefined): void {
  if (condition === undefined || holds(current, condition)) return
  throw conditionFailed(key)
}

/**
 * What is to be copied must be there, and be what it was.
 *
 * @throws {Failure} `condition-failed`
 */
export function requireSource<Body extends Uint8Array>(
  key: Key,
  current: Body | null,
  source: { readonly etag: string } | undefined,
): Body {
  if (current === null || (source !== undefined && etagOf(current) !== source.etag)) throw conditionFailed(key)
  return current
}

export function conditionFailed(key: Key): Failure {
  return new Failure('condition-failed', {
    exit: 3,
    what: `\`${key}\` isn't what it was when it was read.`,
    why: 'Someone else wrote to the store in the meantime.',
    next: 'Run the command again.',
  })
}

function holds(current: string | null, condition: Condition): boolean {
  switch (condition.kind) {
    case 'absent':
      return current === null
    case 'match':
      return current === condition.etag
  }
}
