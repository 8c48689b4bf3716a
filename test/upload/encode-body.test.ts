import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { encodeBody } from '../../pipeline/upload/encode-body.ts'

const body = Buffer.from('The ferry leaves at noon. '.repeat(40))

test.each([
  ['gzip', gunzipSync],
  ['br', brotliDecompressSync],
] as const)('in %s it is smaller, the same each time, and comes back whole', async (coding, decode) => {
  const encoded = await encodeBody(body, coding)
  expect(encoded.length).toBeLessThan(body.length / 4)
  expect(await encodeBody(body, coding)).toEqual(encoded)
  expect(decode(encoded)).toEqual(body)
})

test('without a coding it is what it was', async () => {
  expect(await encodeBody(body, undefined)).toBe(body)
})
