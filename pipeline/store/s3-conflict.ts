import { setTimeout } from 'node:timers/promises'

/** Of requests that met another one for the same object: in ms, with as much again at random. */
const pauses = [50, 100, 200, 400]

/** Try again where the server says that two requests for one object met (409): neither was refused for what it is. The SDK doesn't. */
export async function throughConflicts<Answer>(signal: AbortSignal | undefined, send: () => Promise<Answer>): Promise<Answer> {
  for (const pause of pauses) {
    try {
      return await send()
    } catch (error) {
      if (!isConflict(error)) throw error
      await setTimeout(pause * (1 + Math.random()), undefined, signal === undefined ? {} : { signal })
    }
  }
  return await send()
}

function isConflict(error: unknown): boolean {
  return error instanceof Error && ['ConditionalRequestConflict', 'OperationAborted'].includes(error.name)
}
