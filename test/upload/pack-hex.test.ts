import { expect, test } from 'vitest'
import { packHex, unpackHex } from '../../pipeline/upload/pack-hex.ts'

const values = ['0a1b', 'ffff', '0A1B', 'xyz!', '', '0a', '0a1b2c', 'c0de']

test('digests of the length are bytes; what is no such digest stands beside them, as it is', () => {
  const { bytes, odd } = packHex(values, 2)
  expect(bytes.toString('hex')).toBe('0a1bffff00000000000000000000c0de')
  expect(odd).toEqual({ 2: '0A1B', 3: 'xyz!', 4: '', 5: '0a', 6: '0a1b2c' })
})

test('all of them come back, wherever the bytes begin', () => {
  const { bytes, odd } = packHex(values, 2)
  const packed = Buffer.concat([Buffer.from('before'), bytes])
  expect(unpackHex(packed, { from: 6, count: values.length, bytes: 2, odd })).toEqual(values)
})

test.each<[string, readonly string[]]>([
  ['all of them plain', ['0a1b', 'c0de']],
  ['one in capitals, all of one length', ['0a1b', 'C0DE']],
  ['one that is none, all of one length', ['0a1b', 'wxyz', 'c0de']],
  ['two that only together have the length of two', ['0a1bc0', 'de']],
  ['no value', []],
])('%s: what comes back is what was packed', (_, some) => {
  const { bytes, odd } = packHex(some, 2)
  expect(unpackHex(bytes, { from: 0, count: some.length, bytes: 2, odd })).toEqual(some)
})
