import { type Passage, rangeIn } from '../passage.ts'
import type { Hit, PairRule } from '../rule.ts'
import { negationIn } from './negation-words.ts'

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
    const lost = theirs.sure(source.words)
    if (lost !== null) return ours.maybe(translation.words) || lacksWords(translation) ? [] : [missing(lost.text)]
    const added = ours.sure(translation.words)
    return added === null || theirs.maybe(source.words) || lacksWords(source) ? [] : [unexpected(added, translation)]
  },
}

/** Of longer texts nobody can say what is negated. */
const longest = 1200

/** A code, a name, a picture. */
function lacksWords({ words }: Passage): boolean {
  return !/\p{L}.*\p{L}.*\p{L}/su.test(words)
}

function missing(text: string): Hit {
  return { range: null, message: `Missing negation: the source has \`${text}\``, expected: [] }
}

function unexpected({ text, start }: { readonly text: string; readonly start: number }, translation: Passage): Hit {
  const range = rangeIn(translation, start, start + text.length)
  return { range, message: `Unexpected negation \`${text}\`, the source has none`, expected: [] }
}
