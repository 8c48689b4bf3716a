import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Accepted, judge } from './accepted.ts'

const at = (line: number, change: string) => ({ place: `${line}:1`, change })

test('a mistake may survive as often as it was accepted, wherever it stands', () => {
  const accepted = { tests: [], accepted: { 'never asked': ['a → b', 'a → b'], 'only slower': ['c → d'] } }
  expect(judge([at(1, 'a → b'), at(7, 'c → d'), at(9, 'a → b')], accepted)).toEqual({ surprising: [], noticed: [] })
  expect(judge([at(1, 'a → b'), at(2, 'a → b'), at(3, 'a → b')], accepted)).toEqual({ surprising: [at(3, 'a → b')], noticed: ['c → d'] })
  expect(judge([at(1, 'a → b')], undefined)).toEqual({ surprising: [at(1, 'a → b')], noticed: [] })
})

const root = join(import.meta.dirname, '../..')
const all: Readonly<Record<string, Accepted>> = JSON.parse(readFileSync(join(import.meta.dirname, 'accepted.json'), 'utf8'))

test.each(Object.entries(all))(
  '%s and its tests are there, and each mistake that is accepted has a reason',
  (file, { tests, accepted }) => {
    expect([file, ...tests].filter((name) => !existsSync(join(root, name)))).toEqual([])
    expect(tests).not.toEqual([])
    for (const [reason, changes] of Object.entries(accepted))
      expect([reason, changes]).not.toContainEqual(expect.toSatisfy((part) => part.length === 0))
  },
)
