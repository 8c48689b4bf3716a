import type { Random } from '../random.ts'

export interface Typo {
  /** Of the sentence, after it was mistyped. */
  readonly start: number
  readonly end: number
  readonly meant: string
  readonly typed: string
}

/** A word of five letters or more, of letters alone: of shorter ones many a typo is a word. */
const victim = /(?<![\p{L}\p{N}'’-])\p{L}\p{Ll}{4,}(?![\p{L}\p{N}'’-])/gu

/** The sentence with about one in `every` of its longer words mistyped, by one edit of one of four kinds. */
export function mistype(sentence: string, random: Random, every: number): { readonly text: string; readonly typos: readonly Typo[] } {
  const typos: Typo[] = []
  let text = ''
  let done = 0
  for (const { 0: meant, index } of sentence.matchAll(victim)) {
    if (!random.once(every)) continue
    const typed = slip(meant, random)
    if (typed === meant) continue
    text += sentence.slice(done, index)
    typos.push({ start: text.length, end: text.length + typed.length, meant, typed })
    text += typed
    done = index + meant.length
  }
  return { text: text + sentence.slice(done), typos }
}

/** A capital first letter stays one. */
function slip(word: string, random: Random): string {
  const at = random.below(word.length)
  const letter = String.fromCharCode(97 + random.below(26))
  const lower = word.toLowerCase()
  const typed = random.one([
    lower.slice(0, at) + letter + lower.slice(at),
    lower.slice(0, at) + lower.slice(at + 1),
    lower.slice(0, at) + letter + lower.slice(at + 1),
    lower.slice(0, at) + (lower[at + 1] ?? '') + (lower[at] ?? '') + lower.slice(at + 2),
  ])
  return word === lower ? typed : typed.slice(0, 1).toUpperCase() + typed.slice(1)
}
