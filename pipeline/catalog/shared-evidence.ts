import type { Evidence } from './evidence.ts'

/** How much two passages have in common, in nats: what is rare in either document tells more. */
export class SharedEvidence {
  readonly #targets: readonly Evidence[]
  readonly #postings: ReadonlyMap<string, readonly number[]>
  readonly #frequency: ReadonlyMap<string, number>
  readonly #total: number

  constructor(sources: readonly Evidence[], targets: readonly Evidence[]) {
    this.#targets = targets
    const postings = new Map<string, number[]>()
    for (const [at, target] of targets.entries()) {
      for (const token of tokensOf(target)) {
        const places = postings.get(token)
        if (places === undefined) postings.set(token, [at])
        else places.push(at)
      }
    }
    const frequency = new Map<string, number>()
    for (const source of sources) for (const token of tokensOf(source)) frequency.set(token, (frequency.get(token) ?? 0) + 1)
    this.#postings = postings
    this.#frequency = frequency
    this.#total = Math.max(sources.length, targets.length)
  }

  /** For each target what it has in common with the source, at most `MOST`. */
  with(source: Evidence): Float32Array {
    const row = new Float32Array(this.#targets.length)
    for (const token of tokensOf(source)) {
      const places = this.#postings.get(token)
      if (places === undefined) continue
      const rare = Math.log((this.#total + 1) / Math.max(places.length, this.#frequency.get(token) ?? 1))
      const weight = Math.max(0, Math.min(4, rare)) * (token.startsWith('word ') ? 0.6 : 1)
      if (weight > 0) for (const at of places) row[at] = Math.min(MOST, (row[at] ?? 0) + weight)
    }
    return row
  }
}

const MOST = 10

function tokensOf({ numbers, links, codes, footnotes, words }: Evidence): Set<string> {
  const tokens = new Set<string>()
  for (const number of numbers) tokens.add(`number ${number}`)
  for (const link of links) tokens.add(`link ${link}`)
  for (const code of codes) tokens.add(`code ${code}`)
  for (const footnote of footnotes) tokens.add(`footnote ${footnote}`)
  for (const word of words) tokens.add(`word ${word}`)
  return tokens
}
