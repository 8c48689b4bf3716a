import { fileURLToPath } from 'node:url'
import type Sharp from 'sharp'
import { Failure } from '../model/failure.ts'

/**
 * The picture library, loaded when the first picture is met: a push without pictures does without.
 *
 * @throws {Failure} `pictures-unavailable` on a machine that it isn't installed for
 */
export async function loadSharp(): Promise<typeof Sharp> {
  try {
    process.env['FONTCONFIG_FILE'] = fileURLToPath(new URL('./fontconfig.xml', import.meta.url))
    const { default: sharp } = await import('sharp')
    // One thread a picture: several are made at a time.
    sharp.concurrency(1)
    sharp.cache(false)
    return sharp
  } catch (error) {
    throw unavailable(error)
  }
}

function unavailable(cause: unknown): Failure {
  const why = cause instanceof Error ? { why: cause.message.split('\n', 1)[0] ?? '' } : {}
  const next = 'Run npm install on this machine, with optional dependencies.'
  return new Failure(
    'pictures-unavailable',
    { exit: 3, what: 'The picture library sharp is not installed for this machine.', ...why, next },
    { cause },
  )
}
