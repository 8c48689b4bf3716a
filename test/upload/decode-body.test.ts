import { brotliCompressSync, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { decodeBody } from '../../pipeline/upload/decode-body.ts'

const text = Buffer.from('The ferry leaves at noon. '.repeat(40))

test.each([
  ['gzip', gzipSync(text)],
  ['br', brotliCompressSync(text)],
  [undefined, text],
] as const)('%s', async (coding, body) => {
  expect(await decodeBody(body, coding)).toEqual(text)
})

test.each(['gzip', 'br'])('what isn’t %s, was cut off, or is far too large is nothing', async (coding) => {
  const pack = coding === 'gzip' ? gzipSync : brotliCompressSync
  expect(await decodeBody(text, coding)).toBeNull()
  expect(await decodeBody(pack(text).subarray(0, -9), coding)).toBeNull()
  expect(await decodeBody(pack(text), coding, text.length - 1)).toBeNull()
  expect(await decodeBody(pack(text), coding, text.length)).toEqual(text)
})
