import { lazily, lazilyBy } from '../../model/lazily.ts'
import { latinNegations, negationWords } from './negation-words.ts'

/** What a passage says of negation in one language. */
export interface Negation {
  /** A word of the passage that surely negates a clause, and where; null where none does. */
  readonly sure: (words: string) => { readonly text: string; readonly start: number } | null
  /** Whether anything in it may express a negation. */
  readonly maybe: (words: string) => boolean
}

/** Null for a language whose negations aren't known. */
export const negationIn: (language: string) => Negation | null = lazilyBy((language) => {
  const known = negationWords[language]
  if (known === undefined) return null
  const { sure, maybe, latin = false } = known
  const surely = lazily(() => patternOf(language, [sure]))
  const perhaps = lazily(() => patternOf(language, [sure, maybe, latin ? latinNegations : '']))
  return {
    sure(words) {
      const found = surely().exec(words.replace(harmless(), (phrase) => ' '.repeat(phrase.length)))
      return found === null ? null : { text: found[0], start: found.index }
    },
    maybe: (words) => perhaps().test(words),
  }
})

const unspaced = new Set(['zh', 'ja'])

function patternOf(language: string, lists: readonly string[]): RegExp {
  const isUnspaced = unspaced.has(language)
  const names = lists
    .flatMap((list) => list.trim().split(/\s+/))
    .filter((word) => word !== '')
    .sort((a, b) => b.length - a.length)
    .map((word) => {
      return word
        .replace('*', isUnspaced ? '' : '[\\p{L}\\p{M}-]*')
        .replaceAll('_', '\\s')
        .replace(/['’]/g, "['’‘]")
    })
  const edges = isUnspaced ? ['', ''] : ['(?<![\\p{L}\\p{M}])', '(?![\\p{L}\\p{M}])']
  return new RegExp(`${edges[0]}(?:${names.join('|')})${edges[1]}`, 'iu')
}

/** Phrases that negate nothing, or but a word: "not only", "whether or not", "no doubt", "elementos no utilizados" (unused ones). */
const harmless = lazily(() => {
  return new RegExp(`\\b(?:${afterWord.join('|')})|(?<!\\p{L})(?:${afterLetters.join('|')})|(?:${anywhere.join('|')})`, 'giu')
})

const afterWord = [
  '(?:no|não|non) \\p{L}{3,}(?:[ai]d[oa]s?|[aiu]t[oaie])\\b',
  'not (?:only|just|merely|least|until|to mention|to say)',
  '(?:whether or|if|why) not',
  'no (?:doubt|matter|sooner|less than|fewer than|more than)',
  'nothing but',
  'non (?:solo|soltanto|appena)',
  'finché non',
  'a meno che non',
  'non seulement',
  'ne [^.]{1,40} que',
  'no (?:s[oó]lo|solamente|obstante|dud\\p{L}+)',
  'não (?:só|somente|apenas|obstante)',
  'nicht (?:nur|zuletzt|bloß)',
  'niet alleen',
  'inte bara',
  'ikke (?:kun|bare)',
  'nem ?csak',
]

const afterLetters = [
  'nie tylko',
  'nejen',
  'nielen',
  'не (?:только|лише|тільки)',
  'όχι μόνο',
  'nu numai',
  'و?لا (?:سيما|سيّما|غنى|بد|بدّ|يزال|تزال|يزالون)',
  'ليس فقط',
]

const anywhere = [
  'ことのできない',
  'なければ(?:なら|いけ)(?:ない|ません)',
  'なければなりません',
  'かもしれ(?:ない|ません)',
  'ざるを得ない',
  'にほかならない',
  'に過ぎない',
  'ではない(?:か|でしょうか)',
  ...'没有问题 不仅 不僅 不但 不只 不管 不论 不同 不断 不少 无论 非常 未来 不过'.split(' '),
]
