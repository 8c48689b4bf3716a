import { type Passage, rangeIn } from '../passage.ts'
import type { Hit, PairRule } from '../rule.ts'
import { negationIn } from './negation-in.ts'

/**
 * One side denies what the other says: a clause is surely negated on one, and nothing on the other could be a negation.
 *
 * In doubt it is silent: "without", "fail", "only", "until" and words that begin with un- or in- all count as a way to say no.
 */
export const lostNegation: PairRule = {
  kind: 'pair',
  name: 'lost-negation',
  severity: 'warning',
  options: {},
  check(source, translation) {
    const theirs = negationIn(source.language)
    const ours = negationIn(translation.language)
    if (theirs === null || ours === null || source.words.length > longest) return []
    const both = sentencePairs(source, translation).map(([wanted, found]) => {
      return { wanted, found, theirs: theirs.sure(wanted.text), ours: ours.sure(found.text) }
    })
    // As many negated sentences on either side may stand in another order.
    const surplus = both.filter((pair) => pair.theirs !== null).length - both.filter((pair) => pair.ours !== null).length
    return both.flatMap(({ wanted, found, theirs: lost, ours: added }) => {
      if (lost !== null)
        return surplus <= 0 || ours.maybe(found.text) || lacksWords(found) || isQuoted(lost.text, found) ? [] : [missing(lost.text)]
      if (added === null || surplus >= 0 || theirs.maybe(wanted.text) || lacksWords(wanted)) return []
      return [unexpected({ text: added.text, start: found.start + added.start }, translation)]
    })
  },
}

interface Sentence {
  readonly text: string
  readonly start: number
}

/** One by one where both sides have as many sentences and they are about as long; else both texts as a whole. */
function sentencePairs({ words: one }: Passage, { words: other }: Passage): (readonly [Sentence, Sentence])[] {
  const theirs = sentences(one)
  const ours = sentences(other)
  const share = other.length / one.length
  const areAlike = theirs.every(({ text }, index) => {
    const ratio = (ours[index]?.text.length ?? 0) / text.length / share
    return ratio > 0.6 && ratio < 1.7
  })
  if (theirs.length !== ours.length || !areAlike)
    return [
      [
        { text: one, start: 0 },
        { text: other, start: 0 },
      ],
    ]
  return theirs.map((sentence, index) => [sentence, ours[index] ?? { text: '', start: 0 }] as const)
}

const sentenceEnd = /(?:[.!?…؟۔।]+[\p{Pe}\p{Pf}"']*\s+(?=[^\p{Ll}])|[。！？]+[\p{Pe}\p{Pf}]*)/gu

function sentences(words: string): Sentence[] {
  const ends = [...words.matchAll(sentenceEnd)].map(({ 0: mark, index }) => index + mark.length)
  const starts = [0, ...ends.filter((end) => end < words.length)]
  return starts.map((start, index) => ({ text: words.slice(start, starts[index + 1] ?? words.length), start }))
}

/** Of longer texts nobody can say what is negated. */
const longest = 1200

/** A code, a name, a picture. */
function lacksWords({ text }: Sentence): boolean {
  return !/\p{L}.*\p{L}.*\p{L}/su.test(text)
}

/** "NOT SAFE", as a name that is left as it is. */
function isQuoted(lost: string, { text }: Sentence): boolean {
  return lost.length > 2 && lost === lost.toUpperCase() && text.includes(lost)
}

function missing(text: string): Hit {
  return { range: null, message: `Missing negation: the source has \`${text}\``, expected: [] }
}

function unexpected({ text, start }: { readonly text: string; readonly start: number }, translation: Passage): Hit {
  const range = rangeIn(translation, start, start + text.length)
  return { range, message: `Unexpected negation \`${text}\`, the source has none`, expected: [] }
}
