/** How much two tables of texts share, as a cheap sieve before `similarityTo`. */
export interface Overlap {
  /** Runs of three characters that both texts have, by the texts' indexes. */
  common(row: number, column: number): number
  /** Different runs of three characters in the row's text. */
  rowSize(row: number): number
  columnSize(column: number): number
}

/** Where texts of these sizes share less than this part of their runs, they aren't worth a closer look. */
export function share(common: number, size: number, otherSize: number): number {
  return (2 * common) / Math.max(1, size + otherSize)
}

/** In time of the sum of the texts' lengths and of what they share, rather than of every pair of them. */
export function overlapOf(rows: readonly string[], columns: readonly string[]): Overlap {
  const columnGrams = columns.map(gramsOf)
  const postings = new Map<number, number[]>()
  for (const [column, grams] of columnGrams.entries()) {
    for (const gram of grams) {
      const posting = postings.get(gram)
      if (posting === undefined) postings.set(gram, [column])
      else posting.push(column)
    }
  }
  const rowGrams = rows.map(gramsOf)
  const counts = rowGrams.map((grams) => countCommon(grams, postings, columns.length))
  return {
    common: (row, column) => counts[row]?.[column] ?? 0,
    rowSize: (row) => rowGrams[row]?.size ?? 0,
    columnSize: (column) => columnGrams[column]?.size ?? 0,
  }
}

function countCommon(grams: ReadonlySet<number>, postings: ReadonlyMap<number, readonly number[]>, columns: number): Uint32Array {
  const counts = new Uint32Array(columns)
  for (const gram of grams) for (const column of postings.get(gram) ?? []) counts[column] = (counts[column] ?? 0) + 1
  return counts
}

/** Hashed; blanks around the text make its first and last characters count as much as the others. */
function gramsOf(text: string): Set<number> {
  const grams = new Set<number>()
  let [first, second] = [32, 32]
  for (let at = 0; at < text.length + 2; at++) {
    const third = at < text.length ? text.charCodeAt(at) : 32
    grams.add((Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) + third)
    ;[first, second] = [second, third]
  }
  return grams
}
