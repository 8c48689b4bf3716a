import { describe, expect, test } from 'vitest'
import { evidenceOf } from '../../pipeline/catalog/evidence.ts'
import type { Known } from '../../pipeline/catalog/passage-cost.ts'
import { likeliestSteps } from '../../pipeline/catalog/passage-lattice.ts'
import type { Passage } from '../../pipeline/model/passage.ts'

function known(text: string, more: Partial<Passage> = {}): Known {
  const passage: Passage = { kind: 'paragraph', level: 0, frame: null, text, offset: 0, ...more }
  return { passage, evidence: evidenceOf(passage) }
}

/** `0=0` for a pair, `1=1+2` for a split, `2=` and `=3` for what stands alone. */
function ways(sources: readonly Known[], targets: readonly Known[], ratio = 1): string[] {
  const run = (from: number, count: number) => Array.from({ length: count }, (_, nth) => from + nth).join('+')
  return likeliestSteps(sources, targets, ratio, 'marked').map(
    (step) => `${run(step.source, step.sources)}=${run(step.target, step.targets)}`,
  )
}

const sentence = (at: number) => `Boat number ${1000 + at} has left the harbour of the island for the day.`
const many = (count: number) => Array.from({ length: count }, (_, at) => known(sentence(at)))

test('steps stand in their order, and take each passage once', () => {
  expect(ways(many(3), many(3))).toEqual(['0=0', '1=1', '2=2'])
  expect(ways(many(3), many(3).slice(1))).toEqual(['0=', '1=0', '2=1'])
  expect(ways(many(2), many(3))).toEqual(['0=0', '1=1', '=2'])
  expect(ways([], [])).toEqual([])
  expect(ways([], many(1))).toEqual(['=0'])
  expect(ways(many(1), [])).toEqual(['0='])
})

describe('two passages that make one', () => {
  const [long, first, second] = [
    'The ferry 17 has left. The harbour 23 is closed for today.',
    'La nave 17 è partita.',
    'Il porto 23 è chiuso per oggi.',
  ]

  test.each(['paragraph', 'list item', 'heading'] as const)('a %s', (kind) => {
    const parts = [known(first, { kind }), known(second, { kind })]
    expect(ways([known(long, { kind })], parts)).toEqual(['0=0+1'])
    expect(ways(parts, [known(long, { kind })])).toEqual(['0+1=0'])
  })

  test('with a translation that is much shorter', () => {
    const padded = (text: string) => known(`${text} ${'And the sea was as calm as ever, they said. '.repeat(4)}`)
    const short = [known('船17号走了。海很平静，他们说。'), known('港口23关了。海很平静，他们说。')]
    const whole = known('船17号走了。海很平静，他们说。港口23关了。海很平静，他们说。')
    expect(ways([padded(first), padded(second)], [whole], 0.08)).toEqual(['0+1=0'])
    expect(ways([padded(`${first} ${second} ${'And the sea was as calm as ever, they said. '.repeat(4)}`)], short, 0.08)).toEqual(['0=0+1'])
  })

  test.each(['table cell', 'caption', 'code'] as const)('never a %s', (kind) => {
    const parts = [known(first, { kind }), known(second, { kind })]
    const joined = [...ways([known(long, { kind })], parts), ...ways(parts, [known(long, { kind })])]
    expect(joined.filter((way) => way.includes('+'))).toEqual([])
    const mixed = [known(first), known(second, { kind })]
    expect([...ways([known(long)], mixed), ...ways(mixed, [known(long)])].filter((way) => way.includes('+'))).toEqual([])
  })

  test('both parts count: a foreign one stands alone', () => {
    const foreign = known('12345 67890 54321 09876 `x`', { kind: 'list item' })
    expect(ways([known(first)], [known(first), foreign])).toEqual(['0=0', '=1'])
    expect(ways([known(first), foreign], [known(first)])).toEqual(['0=0', '1='])
  })
})

test('code that one of the two lacks makes the rest no less sure', () => {
  const code = known('let x = 1', { kind: 'code' })
  const withCode = likeliestSteps([...many(2), code], many(2), 1, 'marked')
  const withWords = likeliestSteps([...many(2), known('Some words that nobody has translated so far.')], many(2), 1, 'marked')
  expect(withCode.map(({ source, targets }) => [source, targets])).toEqual([
    [0, 1],
    [1, 1],
    [2, 0],
  ])
  expect(withCode[1]?.probability).toBeGreaterThan(withWords[1]?.probability ?? 1)
})

describe('a document of more passages than all pairs of which are compared', () => {
  const foreign = Array.from({ length: 820 }, (_, at) => known(`Zusatz ${'x'.repeat(at % 50)}`))

  test.each<[what: string, places: (at: number) => number]>([
    ['all over the other', (at) => 41 * at + (at % 41)],
    ['behind a long beginning', (at) => 300 + 20 * at],
    ['before a long end', (at) => 20 * at],
  ])('%s', (_, places) => {
    const targets = foreign.slice()
    for (const [at, one] of many(20).entries()) targets[places(at)] = one
    const pairs = (steps: ReturnType<typeof likeliestSteps>, side: 'source' | 'target') =>
      steps.filter((step) => step.sources === 1 && step.targets === 1).map((step) => step[side])
    const expected = Array.from({ length: 20 }, (_, at) => places(at))
    expect(pairs(likeliestSteps(many(20), targets, 1, 'marked'), 'target')).toEqual(expected)
    expect(pairs(likeliestSteps(targets, many(20), 1, 'marked'), 'source')).toEqual(expected)
  })
})
