import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { disputesIn, saidIn } from '../../pipeline/check/said-in-site.ts'
import type { SiteClaim } from '../../pipeline/check/site-claims.ts'
import type { Locale } from '../../pipeline/model/locale.ts'

const it = 'it' as Locale
const claim = (key: string, value: string, file = 'a.po', line = 1): SiteClaim => ({ rule: 'same', locale: it, key, value, file, line })

test('a key with one value is agreed on, and nothing is told of it', () => {
  expect(saidIn(disputesIn([claim('sea', 'mare'), claim('sea', 'mare', 'b.po')]))('same', it, 'sea')).toEqual([])
})

test('of a key with several, the most frequent value comes first, with its first place', () => {
  const claims = [claim('sea', 'mare', 'b.po', 9), claim('sea', 'onda'), claim('sea', 'mare', 'a.po', 7), claim('land', 'terra')]
  expect(saidIn(disputesIn(claims))('same', it, 'sea')).toEqual([
    { value: 'mare', count: 2, file: 'a.po', line: 7 },
    { value: 'onda', count: 1, file: 'a.po', line: 1 },
  ])
})

const claims = fc.array(
  fc.tuple(fc.constantFrom('k', 'l'), fc.constantFrom('x', 'y', 'z'), fc.constantFrom('a.po', 'b.po'), fc.integer({ min: 1, max: 9 })),
)
test.prop([claims, fc.infiniteStream(fc.nat())])('the order of the claims does not matter', (rows, random) => {
  const all = rows.map((row) => claim(...row))
  const shuffled = all.toSorted(() => ((random.next().value ?? 0) % 3) - 1)
  for (const key of ['k', 'l']) expect(saidIn(disputesIn(shuffled))('same', it, key)).toEqual(saidIn(disputesIn(all))('same', it, key))
})
