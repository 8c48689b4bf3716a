import { unspaced } from '../../model/unspaced.ts'
/** Where a phrase stands in a text. */
export interface FoundPhrase<Meaning> {
  readonly start: number
  readonly end: number
  readonly meaning: Meaning
}

interface Phrase<Meaning> {
  readonly pattern: RegExp
  readonly meaning: Meaning
}

/**
 * Find any number of phrases in one pass over a text's words, in linear time.
 *
 * A phrase in lower case is found with capitals too, one with capitals as it stands. White space in it stands for any white space, an apostrophe
 * for either kind; it must begin and end where words do, in scripts that part words. Of two phrases at one place the longer one is found, and no
 * two overlap.
 */
export function phraseFinder<Meaning>(phrases: Iterable<readonly [text: string, meaning: Meaning]>) {
  const byWord = new Map<string, Phrase<Meaning>[]>()
  const others: Phrase<Meaning>[] = []
  for (const [text, meaning] of [...phrases].toSorted(([a], [b]) => b.length - a.length)) {
    const phrase = { pattern: patternOf(text), meaning }
    const first = firstWord.exec(text)?.[0]
    if (first === undefined || unspaced.test(first)) others.push(phrase)
    else byWord.set(key(first), [...(byWord.get(key(first)) ?? []), phrase])
  }
  return (text: string): FoundPhrase<Meaning>[] => {
    const found: FoundPhrase<Meaning>[] = []
    if (byWord.size > 0) {
      for (const { 0: word, index } of text.matchAll(words)) {
        if (index < (found.at(-1)?.end ?? 0)) continue
        found.push(...longest(byWord.get(key(word)), text, index))
      }
    }
    return others.length === 0 ? found : withoutOverlap([...found, ...everywhere(others, text)])
  }
}

const words = /[\p{L}\p{M}\p{N}]+/gu
const firstWord = /^[\p{L}\p{M}\p{N}]+/u

function key(word: string): string {
  return word.toLowerCase()
}

function patternOf(text: string): RegExp {
  const body = text
    .trim()
    .replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
    .replace(/['’]/g, "['’]")
    .replace(/\s+/g, '\\s+')
  const before = edge.test(text) && !unspaced.test(text[0] ?? '') ? '(?<![\\p{L}\\p{M}\\p{N}])' : ''
  const last = text.at(-1) ?? ''
  const after = /[\p{L}\p{M}\p{N}]/u.test(last) && !unspaced.test(last) ? '(?![\\p{L}\\p{M}\\p{N}])' : ''
  return new RegExp(before + body + after, text === text.toLowerCase() ? 'iuy' : 'uy')
}

const edge = /^[\p{L}\p{M}\p{N}]/u

function longest<Meaning>(candidates: readonly Phrase<Meaning>[] | undefined, text: string, at: number): FoundPhrase<Meaning>[] {
  for (const { pattern, meaning } of candidates ?? []) {
    pattern.lastIndex = at
    if (pattern.test(text)) return [{ start: at, end: pattern.lastIndex, meaning }]
  }
  return []
}

function everywhere<Meaning>(phrases: readonly Phrase<Meaning>[], text: string): FoundPhrase<Meaning>[] {
  return phrases.flatMap(({ pattern, meaning }) => {
    const all = new RegExp(pattern.source, pattern.flags.replace('y', 'g'))
    return [...text.matchAll(all)].map(({ 0: found, index }) => ({ start: index, end: index + found.length, meaning }))
  })
}

function withoutOverlap<Meaning>(found: readonly FoundPhrase<Meaning>[]): FoundPhrase<Meaning>[] {
  const kept: FoundPhrase<Meaning>[] = []
  for (const one of found.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (one.start >= (kept.at(-1)?.end ?? 0)) kept.push(one)
  }
  return kept
}
