import { expect, test } from 'vitest'
import { type Evidence, evidenceOf } from '../../pipeline/catalog/evidence.ts'
import { SharedEvidence } from '../../pipeline/catalog/shared-evidence.ts'

const of = (text: string): Evidence => evidenceOf({ kind: 'paragraph', level: 0, frame: null, text, offset: 0 })
const nothing = Array.from({ length: 20 }, () => of('ab'))

/** What the first of `sources` has in common with each of `targets`, among passages that tell nothing. */
function shared(sources: readonly string[], targets: readonly string[]): number[] {
  const all = [...sources.map(of), ...nothing]
  const row = new SharedEvidence(all, [...targets.map(of), ...nothing]).with(all[0] as Evidence)
  return [...row].slice(0, targets.length)
}

test.each([
  ['numbers', 'at 1,000', 'um 1.000', 'um 2.000'],
  ['links', '[a](https://a.example)', '[b](https://a.example)', '[b](https://b.example)'],
  ['code', 'run `sail`', '`sail` go', '`row` go'],
  ['footnotes', 'one[^a]', 'so[^a]', 'so[^b]'],
  ['names', 'Zagreb', 'in Zagreb', 'in Vienna'],
])('%s in common tell, others don’t', (_, source, same, other) => {
  const [first, second] = shared([source], [same, other])
  expect(first).toBeGreaterThan(0)
  expect(second).toBe(0)
})

test('what is rare tells more than what is frequent, in either document', () => {
  const [rare] = shared(['at 1000'], ['um 1000'])
  expect(rare).toBeGreaterThan(shared(['at 1000'], ['um 1000', 'auf 1000', 'zu 1000'])[0] as number)
  expect(rare).toBeGreaterThan(shared(['at 1000', 'on 1000', 'to 1000'], ['um 1000'])[0] as number)
})

test('each passage that has it is told, and what no passage has is no matter', () => {
  const [first, second] = shared(['at 1000'], ['um 1000', 'auf 1000'])
  expect([first, first]).toEqual([second, expect.closeTo(Math.log(23 / 2), 5)])
  expect(shared(['at 1000'], ['um 2000'])).toEqual([0])
})

test('a short document and a long one tell as much, whichever is the translation', () => {
  const [one, many] = [[of('at 1000')], [of('um 1000'), ...nothing]] as const
  expect(new SharedEvidence(one, many).with(one[0])[0]).toBe(new SharedEvidence(many, one).with(many[0] as Evidence)[0])
  expect(new SharedEvidence(one, many).with(one[0])[0]).toBeCloseTo(Math.log(22), 5)
})

test('what stands everywhere tells nothing', () => {
  const everywhere = Array.from({ length: 30 }, () => of('at 1000'))
  expect([...new SharedEvidence(everywhere, everywhere).with(of('at 1000'))].every((value) => value < 0.1)).toBe(true)
  expect([...new SharedEvidence([...everywhere, ...everywhere], [of('at 1000')]).with(of('at 1000'))]).toEqual([expect.closeTo(0, 1)])
})

test('a word tells less than a number, a link, or code', () => {
  expect(shared(['Zagreb'], ['Zagreb'])[0]).toBeLessThan(shared(['1000'], ['1000'])[0] as number)
  expect(shared(['Zagreb'], ['Zagreb'])[0]).toBeLessThan(shared(['`a`'], ['`a`'])[0] as number)
})

test('things in common add up, to a limit', () => {
  const [one, two] = [shared(['10'], ['10']), shared(['10 and 20'], ['10 und 20'])].map(([value]) => value as number)
  expect(two).toBeCloseTo(2 * (one as number))
  const many = Array.from({ length: 40 }, (_, at) => String(100 + at)).join(' und ')
  expect(shared([many], [many])).toEqual([10])
})
