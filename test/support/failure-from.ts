import { Failure } from '../../pipeline/model/failure.ts'

/** The failure that `act` ends with; anything else is an error. */
export async function failureFrom(act: () => unknown): Promise<Failure> {
  try {
    await act()
  } catch (error) {
    if (error instanceof Failure) return error
    throw error
  }
  throw new Error('Nothing failed.')
}
