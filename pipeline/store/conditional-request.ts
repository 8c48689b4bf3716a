import type { Condition } from '../model/store.ts'
import { bareEtag } from './etag.ts'

/** The conditions of one request, as the SDK names them. */
export interface ConditionHeaders {
  readonly IfMatch?: string
  readonly IfNoneMatch?: string
}

export type SendConditionally = <Answer>(
  condition: Condition | undefined,
  send: (headers: ConditionHeaders) => Promise<Answer>,
) => Promise<Answer>

/**
 * Puts conditions in the form that the server understands: Ceph up to 18 compares `If-Match` with the ETag without its quotes, so that a quoted one never matches.
 *
 * The standard form goes first. Where it doesn't match, the other is tried, and the one that ever succeeded is kept: only a true conflict on a server not known yet costs a second request.
 */
export function conditionalRequests(): SendConditionally {
  let known: 'quoted' | 'bare' | null = null

  return async (condition, send) => {
    if (condition === undefined) return send({})
    if (condition.kind === 'absent') return send({ IfNoneMatch: '*' })
    const { etag } = condition
    if (known !== 'bare') {
      try {
        const answer = await send({ IfMatch: etag })
        known = 'quoted'
        return answer
      } catch (error) {
        if (known === 'quoted' || !unmatched(error)) throw error
      }
    }
    const answer = await send({ IfMatch: bareEtag(etag) })
    known = 'bare'
    return answer
  }
}

function unmatched(error: unknown): boolean {
  return error instanceof Error && error.name === 'PreconditionFailed'
}
