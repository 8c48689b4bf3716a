import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** Of brotli: 11 takes fifty times as long for a tenth less. */
const quality = 5

/**
 * A body in the coding that its headers promise. Equal bytes give equal results.
 *
 * @param coding of HTTP: `gzip`, `br`
 */
export async function encodeBody(body: Uint8Array, coding: string | undefined): Promise<Uint8Array> {
  switch (coding) {
    case 'gzip':
      return await promisify(gzip)(body)
    case 'br':
      return await promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } })
    default:
      return body
  }
}
