import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { crc32c } from './crc32c.ts'
import { S3Error } from './s3-error.ts'

type Headers = Readonly<Record<string, string | string[] | undefined>>

const checksums: Readonly<Record<string, (body: Uint8Array) => Buffer>> = {
  'content-md5': (body) => createHash('md5').update(body).digest(),
  'x-amz-checksum-crc32': (body) => bigEndian(crc32(body)),
  'x-amz-checksum-crc32c': (body) => bigEndian(crc32c(body)),
  'x-amz-checksum-sha1': (body) => createHash('sha1').update(body).digest(),
  'x-amz-checksum-sha256': (body) => createHash('sha256').update(body).digest(),
}

/** Says no to what can't be verified, before the body is read. @throws {S3Error} `NotImplemented` */
export function requireVerifiable(headers: Headers, payload: string): void {
  if (payload.startsWith('STREAMING-') || headers['x-amz-trailer'] !== undefined) {
    throw new S3Error('NotImplemented', 'Streamed uploads (aws-chunked) are not supported: send the body whole.')
  }
  const unknown = Object.keys(headers).find((name) => /^x-amz-checksum-(?!mode$|type$|algorithm$)/.test(name) && !(name in checksums))
  if (unknown !== undefined) throw new S3Error('NotImplemented', `The checksum ${unknown} is not supported.`)
}

/**
 * @param payload the SHA-256 that was signed, or `UNSIGNED-PAYLOAD`
 * @throws {S3Error} where the body isn't what its sender meant
 */
export function verifyBody(headers: Headers, payload: string, body: Uint8Array): void {
  if (payload !== 'UNSIGNED-PAYLOAD' && createHash('sha256').update(body).digest('hex') !== payload) {
    throw new S3Error('XAmzContentSHA256Mismatch', "The provided 'x-amz-content-sha256' header does not match what was computed.")
  }
  for (const [name, checksum] of Object.entries(checksums)) {
    const claimed = headers[name]
    if (claimed !== undefined) requireChecksum(name, String(claimed), checksum(body))
  }
}

function requireChecksum(name: string, claimed: string, actual: Buffer): void {
  const bytes = Buffer.from(claimed, 'base64')
  if (bytes.length !== actual.length || bytes.toString('base64') !== claimed) {
    throw new S3Error('InvalidDigest', `The ${name} you specified is not valid.`)
  }
  if (!bytes.equals(actual)) throw new S3Error('BadDigest', `The ${name} you specified did not match what we received.`)
}

function bigEndian(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}
