import type { StyleEntry } from '../../model/house-style.ts'
import type { Passage } from '../passage.ts'
import { rangeIn } from '../passage.ts'
import type { Hit, WholeRule } from '../rule.ts'
import { wrongCapitals } from '../style/capitals.ts'
import { inCaseOf } from '../style/in-case-of.ts'
import type { Condition, StyleBook, StyleMeaning } from '../style/style-book.ts'

/** What `locales/<tag>/style.yaml` says of words and phrases; each of its entries has a severity of its own. */
export const houseStyle: WholeRule = {
  kind: 'whole',
  name: 'house-style',
  severity: 'error',
  options: {},
  check(passages, _, { style, accepts }) {
    if (style === null) return passages.map(() => [])
    const found = passages.map(({ words }) => style.find(words))
    const rare = rareSides(found.flat().map(({ meaning }) => meaning))
    const unexplained = style.conditions.map((condition) => unexplainedIn(condition, passages))
    return passages.map((passage, index) => [
      ...(found[index] ?? []).flatMap((one) => phraseHit(passage, one, rare)),
      ...style.patterns.flatMap(({ entry, matches }) =>
        matches(passage.words).map(({ start, end }) => hitAt(passage, entry, { start, end, expected: [] })),
      ),
      ...capitalHits(passage, style, accepts),
      ...unexplained.flatMap((hits) => hits.get(index) ?? []),
    ])
  },
}

interface Found {
  readonly start: number
  readonly end: number
  readonly meaning: StyleMeaning
}

function phraseHit(passage: Passage, { start, end, meaning }: Found, rare: ReadonlyMap<string, 0 | 1>): Hit[] {
  const written = passage.words.slice(start, end)
  switch (meaning.kind) {
    case 'existence':
      return [hitAt(passage, meaning.entry, { start, end, expected: [] })]
    case 'substitution': {
      const expected = meaning.swap.to.map((text) => inCaseOf(written, text, passage.locale))
      if (expected.includes(written)) return []
      return [hitAt(passage, meaning.entry, { start, end, expected, certain: meaning.certain && expected.length === 1 })]
    }
    case 'consistency': {
      if (rare.get(pairKey(meaning.pair)) !== meaning.side) return []
      const other = inCaseOf(written, meaning.pair[1 - meaning.side] ?? '', passage.locale)
      return [hitAt(passage, meaning.entry, { start, end, expected: [other] })]
    }
  }
}

/** Of each pair that an article writes in both ways, the way that is rarer; of equals the second of the pair. */
function rareSides(meanings: readonly StyleMeaning[]): Map<string, 0 | 1> {
  const counts = new Map<string, [number, number]>()
  for (const meaning of meanings) {
    if (meaning.kind !== 'consistency') continue
    const count = counts.get(pairKey(meaning.pair)) ?? [0, 0]
    count[meaning.side]++
    counts.set(pairKey(meaning.pair), count)
  }
  return new Map([...counts].filter(([, [one, other]]) => one > 0 && other > 0).map(([pair, [one, other]]) => [pair, one < other ? 0 : 1]))
}

function pairKey(pair: readonly string[]): string {
  return pair.join('\n')
}

function capitalHits(passage: Passage, { capitals }: StyleBook, accepts: (word: string) => boolean): Hit[] {
  return capitals.flatMap((entry) => {
    if (passage.kind === null || !entry.units.includes(passage.kind)) return []
    const wrong = wrongCapitals(passage.words, entry, { locale: passage.locale, accepts })
    return wrong === null ? [] : [hitAt(passage, entry, wrong)]
  })
}

/** The first use of each text that is never explained in the article. */
function unexplainedIn({ entry, first, second, except }: Condition, passages: readonly Passage[]): Map<number, Hit[]> {
  const explained = new Set(passages.flatMap(({ words }) => second(words).map(({ group }) => group)))
  const seen = new Set<string>()
  return new Map(
    passages.map((passage, index) => {
      const hits = first(passage.words).flatMap(({ start, end, group }) => {
        if (explained.has(group) || except.has(group) || seen.has(group)) return []
        seen.add(group)
        return [hitAt(passage, entry, { start, end, expected: [] })]
      })
      return [index, hits]
    }),
  )
}

interface Wrong {
  readonly start: number
  readonly end: number
  readonly expected: readonly string[]
  readonly certain?: boolean
}

function hitAt(passage: Passage, entry: StyleEntry, { start, end, expected, certain = false }: Wrong): Hit {
  const range = rangeIn(passage, start, end)
  const found = passage.words.slice(start, end)
  const message =
    entry.message?.replaceAll('{found}', found).replaceAll('{expected}', expected[0] ?? '') ?? usualMessage(entry, found, expected)
  // What lies across markup can't be replaced as a whole.
  const plain = passage.markdown.slice(range.start, range.end) === found
  return {
    range,
    message: `${message} (${entry.name})`,
    expected: plain ? expected : [],
    severity: entry.severity,
    ...(entry.link === null ? {} : { url: entry.link }),
    ...(certain && plain ? { certain } : {}),
  }
}

function usualMessage({ kind }: StyleEntry, found: string, [expected = '']: readonly string[]): string {
  switch (kind) {
    case 'substitution':
      return expected === '' ? `Unexpected \`${found}\`` : `Unexpected \`${found}\`, expected \`${expected}\``
    case 'existence':
      return `Unexpected \`${found}\``
    case 'consistency':
      return `Unexpected \`${found}\`, expected \`${expected}\` as elsewhere in the article`
    case 'capitalisation':
      return `Unexpected capitals in \`${found}\`${expected === '' ? '' : `, expected \`${expected}\``}`
    case 'conditional':
      return `\`${found}\` is never spelt out in the article`
  }
}
