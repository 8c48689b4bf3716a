import type { ExchangeUnit, ReadExchange } from '../../../pipeline/catalog/exchange/exchange-unit.ts'
import { readXliff } from '../../../pipeline/catalog/exchange/read-xliff.ts'
import { takeUnits } from '../../../pipeline/catalog/exchange/take-units.ts'
import { writeXliff } from '../../../pipeline/catalog/exchange/write-xliff.ts'
import { syncCatalog } from '../../../pipeline/catalog/sync-catalog.ts'
import { writeCatalog } from '../../../pipeline/catalog/write-catalog.ts'
import type { Catalog } from '../../../pipeline/model/catalog.ts'
import type { Locale } from '../../../pipeline/model/locale.ts'
import { unitsOf } from '../sample.ts'

/** The units of a file that must be right. */
export function unitsIn(read: ReadExchange): ExchangeUnit[] {
  if (read.kind !== 'read') throw new Error(JSON.stringify(read))
  return read.deliveries.flatMap(({ units }) => units)
}

export function xliffOf(catalog: Catalog): string {
  return writeXliff({ catalog, original: 'articles/talks.md', source: 'en' as Locale, target: 'it' as Locale })
}

export function synced(paragraphs: readonly string[], catalog: Catalog | null): Catalog {
  return syncCatalog({ units: unitsOf(...paragraphs), catalog, locale: 'it' as Locale })
}

/** What importing a file makes of the article's catalog. */
export function imported(paragraphs: readonly string[], catalog: Catalog, file: string) {
  const taken = takeUnits({ units: unitsOf(...paragraphs), catalog: synced(paragraphs, catalog), delivered: unitsIn(readXliff(file)) })
  const left = taken.left.map(({ unit, why }) => `${why}: ${unit.target}`)
  return { file: writeCatalog(taken.catalog), finished: taken.finished, fuzzy: taken.fuzzy, left, catalog: taken.catalog }
}
