/**
 * What a writer may have meant who slipped once: two letters swapped, one too many, one too few, one wrong; the likeliest slips first.
 *
 * @param alphabet letters that may be missing or wrong, in lower case, the most frequent first
 * @param isPossible asked for each, hundreds of them: what it rules out is left out
 */
export function oneEditAway(word: string, alphabet: readonly string[], isPossible: (made: string) => boolean = () => true): string[] {
  const letters = [...word]
  const parts: Parts = {
    letters,
    heads: Array.from({ length: letters.length + 1 }, (_, length) => letters.slice(0, length).join('')),
    tails: Array.from({ length: letters.length + 1 }, (_, from) => letters.slice(from).join('')),
  }
  const all = [
    swapped(parts),
    doubled(parts),
    accented(parts, alphabet),
    shortened(parts),
    lengthened(parts, alphabet),
    replaced(parts, alphabet),
  ].flatMap((made) => made.filter(isPossible))
  return [...new Set(all)].filter((other) => other !== word)
}

interface Parts {
  readonly letters: readonly string[]
  /** The first none, one, two … letters. */
  readonly heads: readonly string[]
  /** All but the first none, one, two … letters. */
  readonly tails: readonly string[]
}

function swapped({ letters, heads, tails }: Parts): string[] {
  return letters.slice(1).map((letter, index) => {
    const first = letters[index] ?? ''
    const [left, right] = index === 0 && isCapital(first) ? [letter.toUpperCase(), first.toLowerCase()] : [letter, first]
    return `${heads[index]}${left}${right}${tails[index + 2]}`
  })
}

/** A letter doubled that should be single, and the other way round. */
function doubled(parts: Parts): string[] {
  const { letters, heads, tails } = parts
  return letters.flatMap((letter, index) => {
    const single = letter === letters[index + 1] ? [without(parts, index)] : []
    return [...single, `${heads[index]}${letter}${tails[index]}`]
  })
}

/** The same letter with another accent, or none. */
function accented(parts: Parts, alphabet: readonly string[]): string[] {
  const families = alphabet.map((letter) => [letter, bare(letter)] as const)
  return parts.letters.flatMap((letter, index) => {
    const lower = letter.toLowerCase()
    const own = bare(lower)
    return families.flatMap(([other, family]) => (family === own && other !== lower ? [put(parts, index, 1, other)] : []))
  })
}

function shortened(parts: Parts): string[] {
  return parts.letters.length < 3 ? [] : parts.letters.map((_, index) => without(parts, index))
}

function lengthened(parts: Parts, alphabet: readonly string[]): string[] {
  return parts.heads.flatMap((_, index) => alphabet.map((letter) => put(parts, index, 0, letter)))
}

function replaced(parts: Parts, alphabet: readonly string[]): string[] {
  return parts.letters.flatMap((_, index) => alphabet.map((letter) => put(parts, index, 1, letter)))
}

function without({ letters, heads, tails }: Parts, index: number): string {
  if (index > 0 || !isCapital(letters[0] ?? '')) return `${heads[index]}${tails[index + 1]}`
  return `${letters[1]?.toUpperCase() ?? ''}${tails[2] ?? ''}`
}

/** A capital first letter stays one. */
function put({ letters, heads, tails }: Parts, index: number, taken: 0 | 1, letter: string): string {
  if (index > 0 || !isCapital(letters[0] ?? '')) return `${heads[index]}${letter}${tails[index + taken]}`
  const rest = taken === 0 ? `${letters[0]?.toLowerCase()}${tails[1]}` : tails[1]
  return `${letter.toUpperCase()}${rest}`
}

function isCapital(letter: string): boolean {
  return letter !== letter.toLowerCase()
}

function bare(letter: string): string {
  return letter.normalize('NFD')[0] ?? letter
}
