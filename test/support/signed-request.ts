import { createHash } from 'node:crypto'
import { signature } from '../../pipeline/store/embedded/signature.ts'
import { parseTarget } from '../../pipeline/store/embedded/target.ts'
import { credentials } from './embedded-s3.ts'
import { type RawAnswer, rawHttp } from './raw-http.ts'

export interface SignedRequest {
  readonly method: string
  /** As it goes on the wire. */
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
  /** What the sender says it is sending; the body's own SHA-256 where absent. */
  readonly payload?: string
  readonly time?: Date
  readonly secret?: string
  readonly accessKeyId?: string
}

/** Sends bytes that no SDK would send, with a signature that is right for them. */
export function signedRequest(port: number, request: SignedRequest): Promise<RawAnswer> {
  const { method, url, body = '', time = new Date(), secret = credentials.secretAccessKey, accessKeyId = credentials.accessKeyId } = request
  const payload = request.payload ?? createHash('sha256').update(body).digest('hex')
  const stamp = `${time.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
  const headers: Record<string, string> = {
    host: `127.0.0.1:${port}`,
    'x-amz-content-sha256': payload,
    'x-amz-date': stamp,
    ...(request.headers?.['transfer-encoding'] === undefined ? { 'content-length': String(Buffer.byteLength(body)) } : {}),
    ...request.headers,
  }
  const signedHeaders = Object.keys(headers).sort()
  const signing = { secret, time: stamp, region: 'us-east-1', signedHeaders, payload }
  const signed = signature({ method, target: parseTarget(url), headers }, signing)
  const scope = `${accessKeyId}/${stamp.slice(0, 8)}/us-east-1/s3/aws4_request`
  const authorization = `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=${signedHeaders.join(';')}, Signature=${signed}`
  return rawHttp(port, { method, url, headers: { ...headers, authorization }, body })
}
