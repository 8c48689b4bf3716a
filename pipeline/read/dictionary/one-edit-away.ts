import type { Possible } from './trunks.ts'

/** Letters that may be missing or wrong, in lower case, the most frequent first. */
export interface Alphabet {
  readonly letters: readonly string[]
  /** Those that differ by an accent alone, by the letter without one. */
  readonly families: ReadonlyMap<string, readonly string[]>
}

export function alphabetOf(letters: readonly string[]): Alphabet {
  return { letters, families: Map.groupBy(letters, bare) }
}

/**
 * What a writer may have meant who slipped once: two letters swapped, one too many, one too few, one wrong; the likeliest slips first.
 *
 * @param possible asked for each, hundreds of them: what it rules out is left out
 */
export function oneEditAway(word: string, alphabet: Alphabet, possible: Possible = anything): string[] {
  const letters = [...word]
  const made: string[] = []
  const slipped: Slipped = {
    letters,
    heads: Array.from({ length: letters.length + 1 }, (_, length) => letters.slice(0, length).join('')),
    tails: Array.from({ length: letters.length + 1 }, (_, from) => letters.slice(from).join('')),
    begins: (index, more) => word.includes('-') || possible.begins(slipped.heads[index] ?? '', letters.length - index + more),
    following: (index, letters) => possible.following(slipped.heads[index] ?? '', letters),
    add(head, rest) {
      if (possible.is(head, rest)) made.push(head + rest)
    },
  }
  swap(slipped)
  double(slipped)
  accent(slipped, alphabet)
  shorten(slipped)
  lengthen(slipped, alphabet.letters)
  replace(slipped, alphabet.letters)
  return [...new Set(made)].filter((other) => other !== word)
}

const anything: Possible = { begins: () => true, following: (_, letters) => letters, is: () => true }

interface Slipped {
  readonly letters: readonly string[]
  /** The first none, one, two … letters. */
  readonly heads: readonly string[]
  /** All but the first none, one, two … letters. */
  readonly tails: readonly string[]
  /** Whether a word may begin as this one does up to `index`, and have `more` letters than it. */
  begins(index: number, more: number): boolean
  /** The letters with which a word may go on that begins as this one does up to `index`. */
  following(index: number, letters: readonly string[]): readonly string[]
  /** `head + rest` may be meant. */
  add(head: string, rest: string): void
}

function swap({ letters, heads, tails, add }: Slipped): void {
  for (let index = 0; index + 1 < letters.length; index++) {
    const [first = '', second = ''] = [letters[index], letters[index + 1]]
    const isFirst = index === 0 && isCapital(first)
    const swapped = isFirst ? second.toUpperCase() + first.toLowerCase() : second + first
    add(heads[index] ?? '', swapped + tails[index + 2])
  }
}

/** A letter doubled that should be single, and the other way round. */
function double(slipped: Slipped): void {
  const { letters, heads, tails, add } = slipped
  for (const [index, letter] of letters.entries()) {
    if (letter === letters[index + 1]) drop(slipped, index)
    add(heads[index] ?? '', `${letter}${tails[index]}`)
  }
}

/** The same letter with another accent, or none. */
function accent(slipped: Slipped, { families }: Alphabet): void {
  for (const [index, letter] of slipped.letters.entries()) {
    const lower = letter.toLowerCase()
    const others = (families.get(bare(lower)) ?? []).filter((other) => other !== lower)
    if (others.length > 0) put(slipped, index, 1, others)
  }
}

function shorten(slipped: Slipped): void {
  if (slipped.letters.length < 3) return
  for (const index of slipped.letters.keys()) drop(slipped, index)
}

function lengthen(slipped: Slipped, alphabet: readonly string[]): void {
  for (const index of slipped.heads.keys()) {
    if (slipped.begins(index, 1)) put(slipped, index, 0, alphabet)
  }
}

function replace(slipped: Slipped, alphabet: readonly string[]): void {
  for (const index of slipped.letters.keys()) {
    if (slipped.begins(index, 0)) put(slipped, index, 1, alphabet)
  }
}

/** A capital first letter stays one. */
function drop({ letters, heads, tails, add }: Slipped, index: number): void {
  if (index > 0 || !isCapital(letters[0] ?? '')) add(heads[index] ?? '', tails[index + 1] ?? '')
  else add('', `${letters[1]?.toUpperCase() ?? ''}${tails[2] ?? ''}`)
}

/** A capital first letter stays one. */
function put({ letters, heads, tails, following, add }: Slipped, index: number, taken: 0 | 1, others: readonly string[]): void {
  if (index > 0 || !isCapital(letters[0] ?? '')) {
    for (const letter of following(index, others)) add(heads[index] ?? '', `${letter}${tails[index + taken]}`)
    return
  }
  const rest = taken === 0 ? `${letters[0]?.toLowerCase()}${tails[1]}` : tails[1]
  for (const letter of others) add('', `${letter.toUpperCase()}${rest}`)
}

function isCapital(letter: string): boolean {
  return letter !== letter.toLowerCase()
}

function bare(letter: string): string {
  return letter.normalize('NFD')[0] ?? letter
}
