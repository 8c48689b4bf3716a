import { expect, test } from 'vitest'
import { leaseBody, readLease } from '../../pipeline/upload/lease-text.ts'

const read = (text: string) => readLease(Buffer.from(text))

test('what was written is read back; each renewal is another text', () => {
  const lease = { nonce: 'n', holder: 'run 7', seconds: 60 }
  expect(readLease(leaseBody(lease, 0))).toEqual(lease)
  expect(leaseBody(lease, 1)).not.toEqual(leaseBody(lease, 0))
})

test.each(['', 'null', '7', '"x"', '[]', '{}', '{"nonce":7,"holder":7,"seconds":"7"}', '{'])('%j is nobody’s, and ends', (text) => {
  expect(read(text)).toEqual({ nonce: null, holder: 'somebody', seconds: 0 })
})

test('who claims more than an hour is not believed', () => {
  expect(read('{"seconds":3601}').seconds).toBe(3600)
})

test('a holder’s name can’t steer a terminal, nor fill it', () => {
  expect(read(JSON.stringify({ holder: 'a\u001b[31m\nb' })).holder).toBe('a[31mb')
  expect(read(JSON.stringify({ holder: 'x'.repeat(1000) })).holder).toHaveLength(200)
})
