/**
 * How like two texts are: twice their longest common subsequence by the sum of their lengths, from 0 to 1, as gettext measures it.
 *
 * Unrelated English sentences reach 0.3 to 0.45, hence the usual threshold of 0.6.
 *
 * @returns a function for many texts to be compared with `text`
 */
export function similarityTo(text: string): (other: string) => number {
  const words = Math.ceil(text.length / 32)
  const masks = masksOf(text, words)
  return (other) => {
    if (text === other) return 1
    return (2 * commonLength(text.length, words, masks, other)) / (text.length + other.length)
  }
}

/** No two texts of these lengths can be more alike. */
export function likeness(length: number, other: number): number {
  return (2 * Math.min(length, other)) / Math.max(1, length + other)
}

/** For each UTF-16 unit, where in the text it stands, as bits. */
function masksOf(text: string, words: number): Map<number, Uint32Array> {
  const masks = new Map<number, Uint32Array>()
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    let mask = masks.get(code)
    if (mask === undefined) {
      mask = new Uint32Array(words)
      masks.set(code, mask)
    }
    mask[at >>> 5] = (mask[at >>> 5] ?? 0) | (1 << (at & 31))
  }
  return masks
}

/** Hyyrö's bit-parallel longest common subsequence (2004): 32 cells of the table a step. */
function commonLength(length: number, words: number, masks: Map<number, Uint32Array>, other: string): number {
  const row = new Uint32Array(words).fill(0xffffffff)
  for (let at = 0; at < other.length; at++) {
    const mask = masks.get(other.charCodeAt(at))
    if (mask !== undefined) advance(row, mask)
  }
  let common = 0
  for (let at = 0; at < length; at++) if ((((row[at >>> 5] ?? 0) >>> (at & 31)) & 1) === 0) common++
  return common
}

function advance(row: Uint32Array, mask: Uint32Array): void {
  let carry = 0
  for (let word = 0; word < row.length; word++) {
    const bits = row[word] ?? 0
    const matched = (bits & (mask[word] ?? 0)) >>> 0
    const sum = bits + matched + carry
    carry = sum > 0xffffffff ? 1 : 0
    row[word] = sum | (bits - matched)
  }
}
