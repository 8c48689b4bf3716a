import { setTimeout } from 'node:timers/promises'

/** Before each further attempt: in ms, with as much again at random. */
const pauses = [50, 100, 200, 400]

/**
 * Try again what the SDK doesn't: where two requests for one object met (409), neither of which was refused for what it is, and where an answer broke off
 * while it was read.
 */
export async function tryingAgain<Answer>(signal: AbortSignal | undefined, send: () => Promise<Answer>): Promise<Answer> {
  for (const pause of pauses) {
    try {
      return await send()
    } catch (error) {
      if (!isConflict(error) && !brokeOff(error)) throw error
      await setTimeout(pause * (1 + Math.random()), undefined, signal === undefined ? {} : { signal })
    }
  }
  return await send()
}

function isConflict(error: unknown): boolean {
  return error instanceof Error && ['ConditionalRequestConflict', 'OperationAborted'].includes(error.name)
}

/** What the SDK has tried again itself says how often. */
function brokeOff(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error) || error.code !== 'ECONNRESET') return false
  const { attempts = 1 } = ('$metadata' in error ? error.$metadata : {}) as { readonly attempts?: number }
  return attempts <= 1
}
