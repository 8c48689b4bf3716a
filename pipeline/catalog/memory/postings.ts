import { termsOf } from './terms.ts'

/** Which texts of a table hold a term. */
export interface Postings {
  /**
   * Texts that share most with the one that has these terms, at most `most` of them, best first; rare terms count more than frequent ones, and a long text's less.
   *
   * @param isWanted whether a text of the table may be one of them
   */
  sharing(terms: readonly number[], most: number, isWanted: (at: number) => boolean): number[]
}

/** Entries that one question looks at, rarest terms first: the frequent ones tell little and cost most. */
const READ = 12_000

/** Terms that share a bucket count as one: the ranking is a sieve, and what it lets through is compared whole. */
export function postingsOf(texts: readonly string[]): Postings {
  const { terms, ends } = allTerms(texts)
  const table = tabled(terms, ends)
  const scores = new Float64Array(texts.length)
  return {
    sharing(asked, most, isWanted) {
      const touched = scored(table, asked, scores)
      const size = new Set(asked).size
      const shares = new Float64Array(touched.length)
      for (let nth = 0; nth < touched.length; nth++) {
        const at = touched[nth] ?? 0
        if (isWanted(at)) shares[nth] = (scores[at] ?? 0) / (size + (table.sizes[at] ?? 0))
        scores[at] = 0
      }
      return best(touched, shares, most)
    },
  }
}

/** @param shares zero for what is no answer */
function best(texts: readonly number[], shares: Float64Array, most: number): number[] {
  const least = leastOf(shares, most)
  const ranked: { at: number; share: number }[] = []
  for (let nth = 0; nth < texts.length; nth++) {
    const share = shares[nth] ?? 0
    if (share > 0 && share >= least) ranked.push({ at: texts[nth] ?? 0, share })
  }
  ranked.sort((a, b) => b.share - a.share || a.at - b.at)
  return ranked.slice(0, most).map(({ at }) => at)
}

/** The least of the `most` largest ones, found in one pass: sorting thousands would cost more than all the rest. */
function leastOf(shares: Float64Array, most: number): number {
  const largest = new Float64Array(most)
  for (let nth = 0; nth < shares.length; nth++) {
    const share = shares[nth] ?? 0
    if (share <= (largest[0] ?? 0)) continue
    let at = 1
    for (; at < most && (largest[at] ?? 0) < share; at++) largest[at - 1] = largest[at] ?? 0
    largest[at - 1] = share
  }
  return largest[0] ?? 0
}

/** Adds up what each text shares. @returns the texts that share something */
function scored({ mask, starts, entries, sizes }: Table, asked: readonly number[], scores: Float64Array): number[] {
  const length = (bucket: number) => (starts[bucket + 1] ?? 0) - (starts[bucket] ?? 0)
  const buckets = [...new Set(asked.map((term) => term & mask))].filter((bucket) => length(bucket) > 0)
  buckets.sort((a, b) => length(a) - length(b) || a - b)
  const touched: number[] = []
  let left = READ
  for (const bucket of buckets) {
    left -= length(bucket)
    if (left < 0 && touched.length > 0) break
    const weight = Math.log2(1 + sizes.length / length(bucket))
    for (let at = starts[bucket] ?? 0; at < (starts[bucket + 1] ?? 0); at++) {
      const text = entries[at] ?? 0
      const score = scores[text] ?? 0
      if (score === 0) touched.push(text)
      scores[text] = score + weight
    }
  }
  return touched
}

interface Table {
  /** A term's lowest bits are its bucket. */
  readonly mask: number
  /** Where in `entries` a bucket's texts begin; those of the next one end them. */
  readonly starts: Uint32Array
  readonly entries: Uint32Array
  /** Different buckets of each text. */
  readonly sizes: Uint32Array
}

interface AllTerms {
  readonly terms: Uint32Array
  /** Of each text's terms. */
  readonly ends: Uint32Array
}

function allTerms(texts: readonly string[]): AllTerms {
  let terms = new Uint32Array(1024)
  const ends = new Uint32Array(texts.length)
  let length = 0
  for (const [at, text] of texts.entries()) {
    const own = termsOf(text)
    if (length + own.length > terms.length) terms = grown(terms, length + own.length)
    terms.set(own, length)
    length += own.length
    ends[at] = length
  }
  return { terms, ends }
}

function grown(terms: Uint32Array, least: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.max(2 * terms.length, least))
  larger.set(terms)
  return larger
}

/** A counting sort: how long each bucket's list is, then the lists one behind the other. */
function tabled(terms: Uint32Array, ends: Uint32Array): Table {
  const mask = 2 ** Math.ceil(Math.log2(Math.max(2, (ends.at(-1) ?? 0) / 2))) - 1
  const starts = new Uint32Array(mask + 2)
  const sizes = new Uint32Array(ends.length)
  eachEntry(terms, ends, mask, (bucket, text) => {
    starts[bucket + 1] = (starts[bucket + 1] ?? 0) + 1
    sizes[text] = (sizes[text] ?? 0) + 1
  })
  for (let bucket = 0; bucket <= mask; bucket++) starts[bucket + 1] = (starts[bucket + 1] ?? 0) + (starts[bucket] ?? 0)
  const next = starts.slice()
  const entries = new Uint32Array(starts[mask + 1] ?? 0)
  eachEntry(terms, ends, mask, (bucket, text) => {
    const at = next[bucket] ?? 0
    entries[at] = text
    next[bucket] = at + 1
  })
  return { mask, starts, entries, sizes }
}

/** Each bucket once a text. */
function eachEntry(terms: Uint32Array, ends: Uint32Array, mask: number, visit: (bucket: number, text: number) => void): void {
  const seen = new Int32Array(mask + 1).fill(-1)
  let at = 0
  for (const [text, end] of ends.entries()) {
    for (; at < end; at++) {
      const bucket = (terms[at] ?? 0) & mask
      if (seen[bucket] === text) continue
      seen[bucket] = text
      visit(bucket, text)
    }
  }
}
