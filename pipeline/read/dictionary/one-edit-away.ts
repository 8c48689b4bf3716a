/**
 * What a writer may have meant who slipped once: two letters swapped, one too many, one too few, one wrong; the likeliest slips first.
 *
 * @param alphabet letters that may be missing or wrong, in lower case, the most frequent first
 */
export function oneEditAway(word: string, alphabet: readonly string[]): string[] {
  const letters = [...word]
  const all = [
    ...swapped(letters),
    ...doubled(letters),
    ...accented(letters, alphabet),
    ...shortened(letters),
    ...lengthened(letters, alphabet),
    ...replaced(letters, alphabet),
  ]
  return [...new Set(all)].filter((other) => other !== word)
}

function swapped(letters: readonly string[]): string[] {
  return letters.slice(1).map((letter, index) => {
    const first = letters[index] ?? ''
    const [left, right] = index === 0 && isCapital(first) ? [letter.toUpperCase(), first.toLowerCase()] : [letter, first]
    return [...letters.slice(0, index), left, right, ...letters.slice(index + 2)].join('')
  })
}

/** A letter doubled that should be single, and the other way round. */
function doubled(letters: readonly string[]): string[] {
  return letters.flatMap((letter, index) => {
    const single = letter === letters[index + 1] ? [without(letters, index)] : []
    return [...single, [...letters.slice(0, index), letter, ...letters.slice(index)].join('')]
  })
}

/** The same letter with another accent, or none. */
function accented(letters: readonly string[], alphabet: readonly string[]): string[] {
  return letters.flatMap((letter, index) => {
    const same = alphabet.filter((other) => other !== letter.toLowerCase() && bare(other) === bare(letter.toLowerCase()))
    return same.map((other) => put(letters, index, 1, other))
  })
}

function shortened(letters: readonly string[]): string[] {
  return letters.length < 3 ? [] : letters.map((_, index) => without(letters, index))
}

function lengthened(letters: readonly string[], alphabet: readonly string[]): string[] {
  return Array.from({ length: letters.length + 1 }, (_, index) => index).flatMap((index) =>
    alphabet.map((letter) => put(letters, index, 0, letter)),
  )
}

function replaced(letters: readonly string[], alphabet: readonly string[]): string[] {
  return letters.flatMap((_, index) => alphabet.map((letter) => put(letters, index, 1, letter)))
}

function without(letters: readonly string[], index: number): string {
  const rest = letters.toSpliced(index, 1)
  if (index === 0 && isCapital(letters[0] ?? '')) rest[0] = rest[0]?.toUpperCase() ?? ''
  return rest.join('')
}

/** A capital first letter stays one. */
function put(letters: readonly string[], index: number, taken: number, letter: string): string {
  const first = index === 0 && isCapital(letters[0] ?? '')
  const rest = letters.slice(index + taken)
  if (first && taken === 0) rest[0] = rest[0]?.toLowerCase() ?? ''
  return [...letters.slice(0, index), first ? letter.toUpperCase() : letter, ...rest].join('')
}

function isCapital(letter: string): boolean {
  return letter !== letter.toLowerCase()
}

function bare(letter: string): string {
  return letter.normalize('NFD')[0] ?? letter
}
