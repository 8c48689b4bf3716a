import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { releaseId } from '../../pipeline/upload/release-id.ts'

const time = new Date('2026-11-22T18:15:00.999Z')

test.each([
  ['3f2a9c1d00ff', null, '20261122T181500Z-3f2a9c1'],
  [null, null, '20261122T181500Z'],
  [null, '20261122T181459Z', '20261122T181500Z'],
  [null, '20261122T181500Z', '20261122T181500Z.2'],
  [null, '20261122T181500Z.2', '20261122T181500Z.3'],
  ['3f2a9c1d00ff', '20261122T181500Z-3f2a9c1.9', '20261122T181500Z-3f2a9c1.10'],
  ['3f2a9c1d00ff', '20261122T181500Z-aaaaaaa', '20261122T181500Z-3f2a9c1'],
])('commit %s after %s is %s', (commit, previous, expected) => {
  expect(releaseId(time, commit, previous)).toBe(expected)
})

const instant = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })

test.prop([instant, instant])('a release that came a second later sorts after', (one, other) => {
  const [first, second] = [one, other].map((at) => releaseId(at, null, null))
  fc.pre(Math.floor(one.getTime() / 1000) < Math.floor(other.getTime() / 1000))
  expect(String(first) < String(second)).toBe(true)
})
