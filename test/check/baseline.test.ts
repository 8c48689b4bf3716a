import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { baselineOf, judge, type KnownFinding } from '../../pipeline/check/baseline.ts'
import { readBaseline, writeBaseline } from '../../pipeline/check/baseline-file.ts'
import { articleOf, brief, checkSample, editionOf } from './sample.ts'

const found = (body: string) => {
  const article = articleOf(body)
  return { findings: checkSample(article), sources: () => article.source.text }
}
const baseline = (body: string, before: readonly KnownFinding[] = [], today = '2026-11-23') => {
  const { findings, sources } = found(body)
  return baselineOf(findings, before, { sources, today })
}
const judged = (body: string, known: readonly KnownFinding[]) => {
  const { findings, sources } = found(body)
  return judge(findings, known, sources)
}

const old = 'At the end of of the talks, ministers left.\n'

test('an entry says rule, language, the words around, how many and since when', () => {
  expect(baseline(old)).toEqual([
    { rule: 'doubled-word', locale: 'en', text: 'At the end [of of] the talks, ministers left.', count: 1, since: '2026-11-23' },
  ])
})

describe('a known finding stays known', () => {
  test.each([
    ['where it is', old],
    ['further down', `New words.\n\n${old}`],
    ['wrapped otherwise', 'At the end\nof of the\ntalks, ministers left.\n'],
  ])('%s', (_, body) => {
    expect(judged(body, baseline(old))).toEqual({ fresh: [], known: 1, oldest: '2026-11-23', stale: [] })
  })

  test('in a PO file, however that is wrapped', () => {
    const article = articleOf('The end of the talks.\n')
    const check = (msgstr: string) => {
      const edition = editionOf(article, 'it', `msgid "The end of the talks."\n${msgstr}\n\nmsgid "Other."\nmsgstr "Altro."\n`)
      return { findings: checkSample(article, [edition]), sources: () => edition.catalog?.source?.text ?? '' }
    }
    const one = check('msgstr "La fine dei dei colloqui."')
    const known = baselineOf(one.findings, [], { sources: one.sources, today: '2026-01-01' })
    expect(known.map(({ text }) => text)).toEqual(['"La fine [dei dei] colloqui."'])
    const other = check('msgstr ""\n"La fine dei "\n"dei colloqui."')
    expect(other.findings.map(brief)).toHaveLength(1)
  })
})

describe('a finding is new', () => {
  test.each([
    ['among other words', 'He spoke of of the end.\n'],
    ['once more among the same', `${old}\n${old}`],
  ])('%s', (_, body) => {
    expect(judged(body, baseline(old)).fresh).toHaveLength(1)
  })
})

test('what is no more is stale, and dropped by an update; what stays keeps its day', () => {
  const before = baseline(`${old}\nHe spoke of of it.\n`, [], '2026-01-01')
  const { stale, known } = judged(old, before)
  expect([known, stale.map(({ text }) => text)]).toEqual([1, ['He spoke [of of] it.']])
  expect(baseline(`${old}\nShe left left.\n`, before).map(({ text, since }) => [text, since])).toEqual([
    ['At the end [of of] the talks, ministers left.', '2026-01-01'],
    ['She [left left].', '2026-11-23'],
  ])
})

const entry = fc.record({
  rule: fc.constantFrom('doubled-word', 'lost-link'),
  locale: fc.constantFrom(null, 'it', 'pt-BR'),
  text: fc.string({ unit: 'grapheme' }),
  count: fc.integer({ min: 1, max: 99 }),
  since: fc.constantFrom('2026-01-01', '2026-11-23'),
})
const entries = fc.uniqueArray(entry, { selector: ({ rule, locale, text }) => JSON.stringify([rule, locale, text]) })
test.prop([entries])('what is written is read back', (known) => {
  expect(readBaseline(writeBaseline(known))).toEqual({ kind: 'read', known })
})

test('a line that a merge kept twice counts once, with the larger count and the older day', () => {
  const line = (count: number, since: string) => `${JSON.stringify({ rule: 'a', locale: null, text: 'b', count, since })}\n`
  expect(readBaseline(line(2, '2026-02-02') + line(1, '2026-01-01'))).toEqual({
    kind: 'read',
    known: [{ rule: 'a', locale: null, text: 'b', count: 2, since: '2026-01-01' }],
  })
})

test.each(['<<<<<<< HEAD', '{"rule":1}', '[]', 'null', '{"rule":"a","locale":null,"text":"b","count":0,"since":"2026-01-01"}'])(
  'a line that is no finding is told: %s',
  (line) => {
    expect(readBaseline(`\n${line}\n`)).toEqual({ kind: 'wrong', line: 2 })
  },
)
