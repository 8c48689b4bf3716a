import type { IncomingMessage } from 'node:http'
import { S3Error } from './s3-error.ts'

/** @throws {S3Error} `EntityTooLarge` before more than `limit` bytes are held, `MissingContentLength` */
export async function requestBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  const length = request.headers['content-length']
  if (length === undefined && request.headers['transfer-encoding'] !== undefined) {
    throw new S3Error('MissingContentLength', 'You must provide the Content-Length HTTP header.')
  }
  if (Number(length ?? 0) > limit) throw new S3Error('EntityTooLarge', `Your proposed upload exceeds the limit of ${limit} bytes.`)
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
