import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { compareReleases, releaseId } from '../../pipeline/upload/release-id.ts'

const time = new Date('2026-11-22T18:15:00.999Z')

test.each([
  ['3f2a9c1d00ff', null, '20261122T181500Z-3f2a9c1'],
  [null, null, '20261122T181500Z'],
  [null, '20261122T181459Z', '20261122T181500Z'],
  [null, '20261122T181500Z', '20261122T181500Z.2'],
  [null, '20261122T181500Z.2', '20261122T181500Z.3'],
  ['3f2a9c1d00ff', '20261122T181500Z-3f2a9c1.9', '20261122T181500Z-3f2a9c1.10'],
  ['3f2a9c1d00ff', '20261122T181500Z-aaaaaaa', '20261122T181500Z-3f2a9c1.2'],
  // By a machine whose clock was an hour ahead.
  ['3f2a9c1d00ff', '20261122T191500Z-aaaaaaa', '20261122T191500Z-3f2a9c1.2'],
  [null, '20261122T191500Z-aaaaaaa.2', '20261122T191500Z.3'],
])('commit %s after %s is %s', (commit, previous, expected) => {
  expect(releaseId(time, commit, previous)).toBe(expected)
})

const instant = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
const second = fc.integer({ min: 0, max: 3 }).map((at) => new Date(Date.UTC(2026, 10, 22, 18, 15, at)))
const publishes = fc.array(fc.tuple(fc.oneof(second, instant), fc.constantFrom(null, '3f2a9c1d00ff', 'aaaaaaabbbbb')), { minLength: 2 })

test.prop([publishes])('names rise from release to release, whatever the clocks of those who publish say', (times) => {
  const names: string[] = []
  for (const [at, commit] of times) names.push(releaseId(at, commit, names.at(-1) ?? null))
  const shuffled = names.toSorted()
  expect(shuffled.sort(compareReleases)).toEqual(names)
  expect(new Set(names).size).toBe(names.length)
})

test('a name that is no release’s sorts before all of them', () => {
  expect(['20261122T181500Z', 'by hand. no release'].sort(compareReleases)).toEqual(['by hand. no release', '20261122T181500Z'])
})
