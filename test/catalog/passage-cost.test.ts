import { expect, test } from 'vitest'
import { evidenceOf } from '../../pipeline/catalog/evidence.ts'
import {
  ALONE,
  type Known,
  kindCost,
  lengthCost,
  passageCost,
  regroupingCost,
  type Structure,
} from '../../pipeline/catalog/passage-cost.ts'
import type { Passage } from '../../pipeline/model/passage.ts'

const of = (text: string, more: Partial<Passage> = {}): Passage => ({ kind: 'paragraph', level: 0, frame: null, text, offset: 0, ...more })
const known = (passage: Passage): Known => ({ passage, evidence: evidenceOf(passage) })
const cost = (source: Passage, target: Passage, structure: Structure = 'marked') => passageCost(known(source), known(target), 1, structure)
const kinds = (source: Partial<Passage>, target: Partial<Passage>, structure: Structure = 'marked') =>
  kindCost(of('a', source), of('b', target), structure)

/** What the cheaper pair is, and what costs more. */
const dearer: readonly (readonly [what: string, cheap: () => number, dear: () => number])[] = [
  ['the same kind and another', () => kinds({}, {}), () => kinds({}, { kind: 'caption' })],
  ['another kind and one that is a title', () => kinds({}, { kind: 'caption' }), () => kinds({}, { kind: 'heading', level: 2 })],
  ['another kind and a heading before it', () => kinds({ kind: 'caption' }, {}), () => kinds({ kind: 'heading', level: 2 }, {})],
  ['another kind and a cell', () => kinds({}, { kind: 'caption' }), () => kinds({}, { kind: 'table cell' })],
  [
    'a heading of the same depth and one above',
    () => kinds({ kind: 'heading', level: 2 }, { kind: 'heading', level: 2 }),
    () => kinds({ kind: 'heading', level: 3 }, { kind: 'heading', level: 2 }),
  ],
  ['the same frame and another', () => kinds({ frame: 'quote' }, { frame: 'quote' }), () => kinds({ frame: 'quote' }, { frame: null })],
  [
    'a title as first heading and as a second',
    () => kinds({ kind: 'title' }, { kind: 'heading', level: 1 }),
    () => kinds({ kind: 'title' }, { kind: 'heading', level: 2 }),
  ],
  [
    'a title as first heading and as a paragraph',
    () => kinds({ kind: 'title' }, { kind: 'heading', level: 1 }),
    () => kinds({ kind: 'title' }, { kind: 'paragraph', level: 1 }),
  ],
  [
    'a standfirst as paragraph and as heading',
    () => kinds({ kind: 'description' }, { kind: 'paragraph' }),
    () => kinds({ kind: 'description' }, { kind: 'heading', level: 1 }),
  ],
  [
    'a standfirst and another kind as paragraph',
    () => kinds({ kind: 'description' }, { kind: 'paragraph' }),
    () => kinds({ kind: 'caption' }, { kind: 'paragraph' }),
  ],
  [
    'the same code and other code',
    () => kindCost(of('a', { kind: 'code' }), of('a', { kind: 'code' }), 'marked'),
    () => kinds({ kind: 'code' }, { kind: 'code' }),
  ],
  [
    'plain text’s kinds and marked ones',
    () => kinds({ kind: 'heading', level: 2 }, {}, 'plain'),
    () => kinds({ kind: 'heading', level: 2 }, {}),
  ],
  [
    'the same number of links and none',
    () => cost(of('[One](a.md) day'), of('[Ein](a.md) Tag')),
    () => cost(of('[One](a.md) day'), of('Ein Tag')),
  ],
  ['the same number of codes and none', () => cost(of('`One` day'), of('`Ein` Tag')), () => cost(of('`One` day'), of('Ein Tag'))],
  ['the same number of numbers and none', () => cost(of('1 day'), of('1 Tag')), () => cost(of('1 day'), of('X Tag'))],
  ['a lost code and a lost link', () => cost(of('`One` day'), of('One day')), () => cost(of('[One](a.md) day'), of('One day'))],
  ['two sentences and one in two parts', () => regroupingCost(of('It rains. We go.')), () => regroupingCost(of('It rains, we go.'))],
]

test.each(dearer)('the first costs less: %s', (_, cheap, dear) => {
  expect(cheap()).toBeLessThan(dear())
})

test.each(['It rains! (“So.”) We go', 'Really?” She goes', '下雨。我们走。', 'هل؟ نعم'])('%s is more than one sentence', (text) => {
  expect(regroupingCost(of(text))).toBe(regroupingCost(of('One. Two.')))
})

test('code goes with code alone', () => {
  expect(kinds({ kind: 'code' }, { kind: 'code' })).toBeLessThan(ALONE)
  for (const pair of [kinds({ kind: 'code' }, {}), kinds({}, { kind: 'code' })]) expect(pair).toBeGreaterThan(2 * ALONE + 6)
  expect(kindCost(of('a', { kind: 'code' }), of('a', { kind: 'code' }), 'marked')).toBeLessThan(0)
})

test('plain text has lost its links and code; what it lost costs nothing, a lost number does', () => {
  const marked = of('[One](a.md) `day`')
  expect(cost(marked, of('One day'), 'plain')).toBeCloseTo(lengthCost(7, 7, 1))
  expect(cost(of('12 boats'), of('xy boats'), 'plain')).toBeGreaterThan(cost(of('12 boats'), of('12 boats'), 'plain'))
})

test('what belongs together costs less than to stand alone, twice over', () => {
  expect(cost(of('The ferry leaves at 6.'), of('La nave parte alle 6.'))).toBeLessThan(2 * ALONE)
  expect(cost(of('The ferry leaves at 6.'), of('Code', { kind: 'code' }))).toBeGreaterThan(2 * ALONE)
})

test('lengths that differ cost the more the more they differ, to a limit; of short texts less', () => {
  const costs = [100, 120, 150, 200, 400].map((length) => lengthCost(100, length, 1))
  expect(costs).toEqual(costs.toSorted((a, b) => a - b))
  expect([costs[0], lengthCost(100, 100_000, 1), lengthCost(100_000, 100, 1)]).toEqual([0, 6, 6])
  expect(lengthCost(10, 20, 1)).toBeLessThan(lengthCost(100, 200, 1))
  expect(lengthCost(0, 0, 1)).toBe(0)
  expect(lengthCost(100, 50, 0.5)).toBe(0)
  expect(lengthCost(100, 50, 1)).toBeGreaterThan(lengthCost(100, 75, 1))
})

test('all of it adds up', () => {
  const [source, target] = [of('One [day](a.md)', { kind: 'heading', level: 2 }), of('Eines schönen Tages', { kind: 'heading', level: 3 })]
  expect(cost(source, target)).toBeCloseTo(kindCost(source, target, 'marked') + lengthCost(7, 19, 1) + 1)
})
