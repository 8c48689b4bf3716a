import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { unpack } from '../../pipeline/upload/unpack.ts'

test('what was packed comes back; what is no archive, or was cut off, is nothing', () => {
  const text = Buffer.from('[1,2,3]')
  expect(unpack(gzipSync(text))).toEqual(text)
  expect(unpack(text)).toBeNull()
  expect(unpack(new Uint8Array())).toBeNull()
  expect(unpack(gzipSync(text).subarray(0, -1))).toBeNull()
})
