import { hash } from 'node:crypto'
import type { Passage } from '../check/passage.ts'
import type { Recall, UnitHits } from '../check/unit-hits.ts'

/** What was found in the units of an article, by their digests: plain JSON. */
export type KnownUnits = Readonly<Record<string, UnitHits>>

/** Recalls what is known, and gathers what is known now: units that are gone are forgotten. */
export function unitMemory(known: KnownUnits): { readonly recall: Recall; readonly units: KnownUnits } {
  const units: Record<string, UnitHits> = {}
  const recall: Recall = (passages, find) => {
    const name = unitDigest(passages)
    const hits = known[name] ?? find()
    units[name] = hits
    return hits
  }
  return { recall, units }
}

/** Of all that rules see of a text; 96 bits, since there are millions. */
function unitDigest(passages: readonly Passage[]): string {
  const seen = passages.map(({ locale, kind, frame, year, markdown, words }) => {
    return [locale, kind, frame, year, markdown, words === markdown ? null : words]
  })
  return hash('sha256', JSON.stringify(seen), 'base64url').slice(0, 16)
}
