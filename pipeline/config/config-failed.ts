import { Failure } from '../model/failure.ts'
import type { Place } from '../model/place.ts'
import { failures } from './failures.ts'

export function configFailed(cause: unknown, { file, why, place }: { file: string; why: string; place?: Place | undefined }): Failure {
  return new Failure('config-failed', failures['config-failed'](file, why, place), { cause })
}
