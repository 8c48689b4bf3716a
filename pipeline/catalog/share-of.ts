import type { Unit } from '../model/article.ts'
import type { Catalog } from '../model/catalog.ts'
import { catalogKey } from './catalog-key.ts'

/** How much of a catalog is about these units, from 0 to 1: messages whose context and text are a unit's, of all live ones. Slugs tell nothing, and one message alone doesn't either. */
export function shareOf({ messages }: Catalog, units: readonly Unit[]): number {
  const texts = new Set(units.map((unit) => catalogKey(unit.context, unit.text)))
  const live = messages.filter(({ obsolete, context }) => !obsolete && context !== 'slug')
  if (live.length < 2) return 0
  return live.filter(({ context, id }) => texts.has(catalogKey(context, id))).length / live.length
}
