import { Failure } from '../model/failure.ts'
import type { Context } from './context.ts'

/**
 * Say that a release is out, but not all that earlier ones dropped could be deleted.
 *
 * Who lost the lease after the commit has nothing to mend: whoever has it now deletes them with the next release.
 *
 * @throws {Failure} `deletions-left`
 */
export function tellUndeleted(undeleted: Failure | null, { stderr }: Context): void {
  if (undeleted === null) return
  if (!(undeleted.cause instanceof Failure) || undeleted.cause.code !== 'lease-lost') throw undeleted
  stderr.write(`warning: ${undeleted.text.what} The next release deletes them.\n`)
}
