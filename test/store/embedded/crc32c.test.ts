import { expect, test } from 'vitest'
import { crc32c } from '../../../pipeline/store/embedded/crc32c.ts'

// From RFC 3720, appendix B.4, and the check value of the CRC catalogue.
test.each([
  ['32 zeros', new Uint8Array(32), 0x8a9136aa],
  ['32 bytes of ones', new Uint8Array(32).fill(0xff), 0x62a8ab43],
  ['0 to 31', Uint8Array.from({ length: 32 }, (_, index) => index), 0x46dd794e],
  ['123456789', Buffer.from('123456789'), 0xe3069283],
])('the CRC-32C of %s', (_, bytes, expected) => {
  expect(crc32c(bytes)).toBe(expected)
})
