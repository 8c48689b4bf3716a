import { lazilyBy } from '../../model/lazily.ts'
import type { Knowledge } from '../knowledge.ts'
import { type Passage, rangeIn } from '../passage.ts'
import type { Hit, WholeRule } from '../rule.ts'
import { nameCounts } from '../spelling/name-counts.ts'
import { nameParts, namesIn } from '../spelling/names-in.ts'
import { oneEdit } from '../spelling/one-edit.ts'
import { plainWord } from '../spelling/plain-word.ts'
import { tally } from '../spelling/tally.ts'
import { isCapital, type SpelledWord } from '../spelling/words-in.ts'

/**
 * A name one edit away from a name that stands at least three times as often, in this article or in the site.
 *
 * Words of the dictionary and of the house are no misprints. Endings are left alone: a name and its plural, a person and a country, a case.
 */
export const nearMissName: WholeRule = {
  kind: 'whole',
  name: 'near-miss-name',
  severity: 'warning',
  options: {},
  needs: ['dictionary', 'names'],
  check(passages, _options, knowledge) {
    const language = passages[0]?.language ?? ''
    const words = passages.map((passage) => (passage.language === language ? passage.spelled() : []))
    const own = nameCounts(tally(words.flatMap(namesIn)))
    const better = lazilyBy((name: string) => usualName(name, language, [own, knowledge.names]))
    return passages.map((passage, index) => {
      const capitalised = (words[index] ?? []).filter(({ text }) => isCapital(text))
      return capitalised.flatMap((word) => hitsAt(passage, word, knowledge, better))
    })
  },
}

interface Usual {
  readonly name: string
  readonly count: number
}

/** Three times as frequent, and long enough that both are hardly two names. */
const times = 3
const shortest = 5
const long = 7

function usualName(name: string, language: string, sources: readonly Knowledge['names'][]): Usual | null {
  if (name.length < shortest) return null
  const countOf = (one: string) => Math.max(...sources.map((source) => source.countOf(one)))
  const count = Math.max(1, countOf(name))
  const [first] = sources
    .flatMap((source) => source.near(name))
    .map((other) => ({ name: other, count: countOf(other) }))
    .filter((other) => other.count >= times * count && other.name.length >= shortest && !isEnding(name, other.name, language))
    .sort((a, b) => b.count - a.count)
  return first ?? null
}

/** What tells two names apart rather than a misprint: the ending, where grammar bends names or makes others of them; the first letter of a short one. */
function isEnding(name: string, other: string, language: string): boolean {
  const found = oneEdit(name, other)
  if (found === null) return true
  const { edit, before, after } = found
  if (before === 0 && edit !== 'swap') return edit === 'replace' || name.length < long
  if (!unbent.has(language)) return after < 3
  const last = [name.at(-1), edit === 'delete' ? '' : other.at(-1)].join('')
  return after === 0 && edit !== 'swap' && /[aeiouydlnrst]/.test(last)
}

/** Languages whose names have no cases. */
const unbent = new Set('en fr it es pt ca gl nl de da sv nb nn no af id ms vi oc ast'.split(' '))

function hitsAt(passage: Passage, word: SpelledWord, knowledge: Knowledge, better: (name: string) => Usual | null): Hit[] {
  if (isKnown(word.text, knowledge)) return []
  return nameParts(word.text).flatMap((name) => {
    const at = word.text.indexOf(name)
    const usual = at < 0 || isKnown(name, knowledge) ? null : better(name)
    if (usual === null) return []
    const range = rangeIn(passage, word.start + at, word.start + at + name.length)
    const message = `Unexpected name \`${name}\`, expected \`${usual.name}\`, which is written so ${usual.count} times`
    return [{ range, message, expected: [usual.name] }]
  })
}

function isKnown(written: string, { accepts, dictionary }: Knowledge): boolean {
  return dictionary?.accepts(plainWord(written)) === true || accepts(written)
}
