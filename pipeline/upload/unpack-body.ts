import { promisify } from 'node:util'
import { brotliDecompress, gunzip } from 'node:zlib'

/** What `encodeBody` was given. @param coding of HTTP: `gzip`, `br` */
export async function unpackBody(body: Uint8Array, coding: string | undefined): Promise<Uint8Array> {
  switch (coding) {
    case 'gzip':
      return await promisify(gunzip)(body)
    case 'br':
      return await promisify(brotliDecompress)(body)
    default:
      return body
  }
}
