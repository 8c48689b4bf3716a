import type { ActiveRule } from './active-rules.ts'
import type { Passage } from './passage.ts'
import type { Hit, Need } from './rule.ts'

/** What the rules that read a unit for itself found in it, by rule; none of those that found nothing. Plain JSON. */
export type UnitHits = Readonly<Record<string, readonly Hit[]>>

/**
 * What was found in a unit before, else what is found now.
 *
 * Law: `find` depends on nothing but the passages and what the house knows, never on the rest of the article or of the site.
 *
 * @param passages a text alone, or a source and its translation
 */
export type Recall = (passages: readonly Passage[], find: () => UnitHits) => UnitHits

export const recallNothing: Recall = (_, find) => find()

/** Of the rules of one kind; those that found nothing left out. */
export function unitHits(active: readonly ActiveRule[], check: (chosen: ActiveRule) => readonly Hit[]): UnitHits {
  const found: Record<string, readonly Hit[]> = {}
  for (const chosen of active) {
    const hits = check(chosen)
    if (hits.length > 0) found[chosen.rule.name] = hits
  }
  return found
}

/** Whether what a rule finds depends on its passages and the house alone, not on the files of a dictionary or on the names in a site. */
export function asksNobody({ rule }: ActiveRule): boolean {
  const needs: readonly Need[] = rule.needs ?? []
  return needs.every((need) => need === 'prose')
}
