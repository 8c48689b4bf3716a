import { crc32 } from 'node:zlib'
import type { Store } from '../../model/store.ts'
import type { HttpAnswer } from '../http-answer.ts'
import { matchesEtag, objectAnswer } from '../object-answer.ts'
import { S3Error } from './s3-error.ts'
import type { ObjectRequest } from './s3-request.ts'

/** GetObject and HeadObject. The port keeps no times: `started` stands for all of them, as in listings. */
export async function getObject({ key, headers }: ObjectRequest, store: Store, started: Date): Promise<HttpAnswer> {
  const object = await store.get(key)
  if (object === null) throw new S3Error('NoSuchKey', 'The specified key does not exist.')
  const match = headers['if-match']
  if (match !== undefined && !matchesEtag(match, object.etag)) {
    throw new S3Error('PreconditionFailed', 'At least one of the pre-conditions you specified did not hold')
  }
  const answer = objectAnswer(object, headers['if-none-match'])
  if (answer.status === 304) return answer
  const whole = { ...answer, headers: { ...answer.headers, 'accept-ranges': 'bytes', 'last-modified': started.toUTCString() } }
  const part = headers.range === undefined ? null : range(headers.range, object.body.length)
  if (part !== null) return partAnswer(whole, object.body, part)
  if (headers['x-amz-checksum-mode'] !== 'ENABLED') return whole
  const checksum = Buffer.alloc(4)
  checksum.writeUInt32BE(crc32(object.body))
  return { ...whole, headers: { ...whole.headers, 'x-amz-checksum-crc32': checksum.toString('base64') } }
}

interface Range {
  readonly start: number
  /** Exclusive. */
  readonly end: number
}

/** Null where the header asks for nothing that is one range of bytes: then the whole is sent (RFC 9110). */
function range(header: string, size: number): Range | null {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header) ?? []
  if (first === undefined || last === undefined || first + last === '') return null
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const end = first === '' || last === '' ? size : Math.min(size, Number(last) + 1)
  if (first !== '' && last !== '' && Number(last) < Number(first)) return null
  if (start >= end) throw new S3Error('InvalidRange', 'The requested range is not satisfiable')
  return { start, end }
}

function partAnswer({ headers }: HttpAnswer, body: Uint8Array, { start, end }: Range): HttpAnswer {
  const described = { ...headers, 'content-range': `bytes ${start}-${end - 1}/${body.length}` }
  return { status: 206, headers: described, body: body.subarray(start, end) }
}
