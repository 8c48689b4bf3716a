import type { UnitKind } from './article.ts'

/** Characters that search engines, feeds and cards show of a text. */
export const longestText: Readonly<Partial<Record<UnitKind, number>>> = { title: 110, description: 200 }
