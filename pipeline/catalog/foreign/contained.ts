import { wordsIn } from './bare-text.ts'

/** A text that stands in another one, word by word. */
export interface Contained {
  /** Index of the text. */
  readonly part: number
  /** Where it begins in the whole, and its length: words. */
  readonly at: number
  readonly length: number
}

/** Words: fewer stand in many texts by chance; no block has more, and a text that repeats itself could take unbounded time. */
const [LEAST, MOST] = [4, 2000]

/**
 * Which texts stand in each of the others, from left to right and side by side, the longest first.
 *
 * Takes time of the words of all texts.
 *
 * @returns a list for each whole, and how many words that has
 */
export function containedIn(wholes: readonly string[], parts: readonly string[]): { parts: Contained[]; length: number }[] {
  const words = parts.map(shortWords)
  const byStart = Map.groupBy(
    [...parts.keys()].filter((part) => (words[part] ?? []).length >= LEAST),
    (part) => startOf(words[part] ?? [], 0),
  )
  for (const list of byStart.values()) list.sort((a, b) => (words[b] ?? []).length - (words[a] ?? []).length)
  return wholes.map((whole) => {
    const text = shortWords(whole)
    const found: Contained[] = []
    for (let at = 0; at + LEAST <= text.length; at++) {
      const part = byStart.get(startOf(text, at))?.find((one) => standsAt(text, at, words[one] ?? []))
      if (part === undefined) continue
      const { length } = words[part] ?? []
      found.push({ part, at, length: length ?? 0 })
      at += (length ?? 1) - 1
    }
    return { parts: found, length: text.length }
  })
}

/** None for a text that is too long. */
function shortWords(text: string): string[] {
  const words = wordsIn(text)
  return words.length > MOST ? [] : words
}

function startOf(words: readonly string[], at: number): string {
  return words.slice(at, at + LEAST).join(' ')
}

function standsAt(text: readonly string[], at: number, words: readonly string[]): boolean {
  return at + words.length <= text.length && words.every((word, nth) => text[at + nth] === word)
}
