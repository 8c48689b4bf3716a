import { expect } from 'vitest'
import { Failure } from '../../pipeline/model/failure.ts'

/** The failure that the work ends with. */
export async function failureOf(work: Promise<unknown>): Promise<Failure> {
  const outcome = await work.then(
    (value) => ({ value }),
    (error: unknown) => error,
  )
  expect(outcome).toBeInstanceOf(Failure)
  if (!(outcome instanceof Failure)) throw new TypeError('No failure')
  return outcome
}
