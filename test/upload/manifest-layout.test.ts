import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { layoutIn, layoutOf, shardOf } from '../../pipeline/upload/manifest-layout.ts'
import { shardsOf } from '../../pipeline/upload/manifest-shard.ts'
import { packHex, unpackHex } from '../../pipeline/upload/pack-hex.ts'
import { joinParts, splitParts } from '../../pipeline/upload/shard-parts.ts'
import { card, entry, staged } from '../support/staged.ts'

const entries = Array.from({ length: 200 }, (_, index) => entry(staged(`it/${index}/index.html`, 'x', { card: card('it', String(index)) })))

test('a layout is known from the names of its shards, and each entry is found where it lies', () => {
  const layout = new Map([
    ['it', 4],
    ['site', 1],
  ])
  const shards = shardsOf(entries, layout)
  expect([...shards.keys()]).toEqual(['it.0', 'it.1', 'it.2', 'it.3'])
  expect(layoutIn([...shards.keys(), 'site'])).toEqual(layout)
  for (const { key } of entries) expect(shards.has(shardOf(key, layoutIn([...shards.keys(), 'site'])))).toBe(true)
})

test('a locale with editions has a shard of its own; what belongs to none lies in that of the site', () => {
  const others = ['sitemap.xml', 'zh/index.html', 'it/index.html', 'assets/a.css'].map((name) => entry(staged(name)))
  const layout = layoutOf([...others, ...entries])
  expect([...layout]).toEqual([
    ['it', 1],
    ['site', 1],
  ])
  expect(others.map(({ key }) => shardOf(key, layout))).toEqual(['site', 'site', 'it', 'site'])
})

test('a locale has one shard up to 50,000 objects, then two, then four', () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ ...(entries[0] as (typeof entries)[0]), key: `it/${index}` }))
  const parts = [50_000, 50_001, 100_001].map((count) => layoutOf(many(count) as typeof entries).get('it'))
  expect(parts).toEqual([1, 2, 4])
})

const value = fc.oneof(fc.stringMatching(/^[0-9a-f]{8}$/), fc.string({ maxLength: 9 }))

test.prop([fc.array(value), fc.nat({ max: 5 })])('what was packed is unpacked, whatever it is', (values, from) => {
  const { bytes, odd } = packHex(values, 4)
  const packed = Buffer.concat([Buffer.alloc(from), bytes])
  expect(unpackHex(packed, { from, count: values.length, bytes: 4, odd })).toEqual(values)
})

test.prop([fc.array(fc.uint8Array())])('what was joined is split again, and a byte less is noticed', (parts) => {
  const joined = joinParts(parts)
  expect(splitParts(joined)?.map((part) => [...part])).toEqual(parts.map((part) => [...part]))
  if (joined.length > 0) expect(splitParts(joined.subarray(0, -1))).toBeNull()
})
