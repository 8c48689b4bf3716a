import { readFileSync } from 'node:fs'
import { diskFailure } from './disk-failure.ts'

/**
 * @param name of the file in the site, for whom it fails
 * @throws {Failure} `disk-failed`
 */
export function readBytes(file: string, name: string): Uint8Array {
  try {
    return readFileSync(file)
  } catch (error) {
    throw diskFailure(name, error)
  }
}
