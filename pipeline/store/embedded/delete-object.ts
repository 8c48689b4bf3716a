import type { Store } from '../../model/store.ts'
import type { HttpAnswer } from '../http-answer.ts'
import { conditionOf, type ObjectRequest } from './s3-request.ts'

/** DeleteObject. */
export async function deleteObject({ key, headers }: ObjectRequest, store: Store): Promise<HttpAnswer> {
  const condition = conditionOf(headers)
  if (condition === undefined) await store.delete([key])
  else await store.deleteIf(key, condition)
  return { status: 204, headers: {}, body: '' }
}
