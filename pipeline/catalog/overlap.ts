/** How much texts share with those of a table, as a cheap sieve before `similarityTo`. */
export interface Overlap {
  /** How many different runs of three characters the text shares with each of the table's, in its order. */
  commonWith(text: string): Uint32Array
  /** How many different runs of three characters the table's text has. */
  size(index: number): number
}

/** Asking takes time of what is shared rather than of the table's length in characters. */
export function overlapWith(table: readonly string[]): Overlap {
  const sizes: number[] = []
  const postings = new Map<number, number[]>()
  for (const [index, text] of table.entries()) {
    const grams = gramsOf(text)
    sizes.push(grams.size)
    for (const gram of grams) {
      const posting = postings.get(gram)
      if (posting === undefined) postings.set(gram, [index])
      else posting.push(index)
    }
  }
  return {
    commonWith: (text) => countCommon(gramsOf(text), postings, table.length),
    size: (index) => sizes[index] ?? 0,
  }
}

function countCommon(grams: ReadonlySet<number>, postings: ReadonlyMap<number, readonly number[]>, length: number): Uint32Array {
  const counts = new Uint32Array(length)
  for (const gram of grams) for (const index of postings.get(gram) ?? []) counts[index] = (counts[index] ?? 0) + 1
  return counts
}

/** Hashed; blanks around the text make its first and last characters count as much as the others. */
export function gramsOf(text: string): Set<number> {
  const grams = new Set<number>()
  let [first, second] = [32, 32]
  for (let at = 0; at < text.length + 2; at++) {
    const third = at < text.length ? text.charCodeAt(at) : 32
    grams.add((Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) + third)
    ;[first, second] = [second, third]
  }
  return grams
}
