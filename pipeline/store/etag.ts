import { createHash } from 'node:crypto'

/** MD5 in quotes, as S3 has it for objects uploaded in one part. */
export function etagOf(body: Uint8Array): string {
  return `"${createHash('md5').update(body).digest('hex')}"`
}

/** Without the quotes and the mark of weakness. */
export function bareEtag(etag: string): string {
  return etag.replace(/^W\//, '').replace(/^"(.*)"$/, '$1')
}
