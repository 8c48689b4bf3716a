import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { byteOrder } from '../../pipeline/store/byte-order.ts'

const text = fc.string({ unit: fc.oneof(fc.constantFrom('a', 'b', '/', '-', '\ufffd', '😀'), fc.string({ unit: 'binary', maxLength: 1 })) })

test.prop([text, text], { numRuns: 1000 })('it is the order of the bytes of UTF-8', (one, other) => {
  expect(Math.sign(byteOrder(one, other))).toBe(Buffer.compare(Buffer.from(one), Buffer.from(other)))
})
