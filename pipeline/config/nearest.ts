/** The known word that a person most likely meant by `word`: at most a third of its letters differ, case apart. */
export function nearest(word: string, known: Iterable<string>): string | null {
  let best: string | null = null
  let least = Math.floor(word.length / 3) + 1
  for (const candidate of known) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase(), least)
    if (distance < least) {
      least = distance
      best = candidate
    }
  }
  return best
}

/** ` Did you mean \`x\`?`, or nothing. */
export function didYouMean(word: string, known: Iterable<string>): string {
  const found = nearest(word, known)
  return found === null ? '' : ` Did you mean \`${found}\`?`
}

/** Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours. @returns `limit` when it is that much or more */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) next.push(cell(a, b, i, j, { before, row, next }))
    before = row
    row = next
  }
  return Math.min(limit, row[b.length] ?? limit)
}

interface Rows {
  readonly before: readonly number[]
  readonly row: readonly number[]
  readonly next: readonly number[]
}

function cell(a: string, b: string, i: number, j: number, { before, row, next }: Rows): number {
  const same = a[i - 1] === b[j - 1]
  const cost = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1))
  const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
  return swapped ? Math.min(cost, (before[j - 2] ?? 0) + 1) : cost
}
