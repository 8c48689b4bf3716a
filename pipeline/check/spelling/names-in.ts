import { plainWord } from './plain-word.ts'
import { isCapital, type SpelledWord } from './words-in.ts'

/** A word with a capital that isn't the sentence's own, each part of a double name for itself: "Smith-Jones’s" is `Smith` and `Jones`. */
export function namesIn(words: readonly SpelledWord[]): string[] {
  return words.filter(({ begins, text }) => !begins && isCapital(text)).flatMap(({ text }) => nameParts(text))
}

/** The names in one word, without the ending that an apostrophe parts from them. */
export function nameParts(written: string): string[] {
  if (usual.test(written)) return [written]
  const [bare = ''] = [plainWord(written).replace(/(?<=\p{L}{3})'\p{Ll}+$/u, '')]
  return bare.split(/[-']/).filter((part) => part.length > 2 && isCapital(part))
}

/** Most names in Latin letters. */
const usual = /^[A-Z][a-z]{2,}$/
