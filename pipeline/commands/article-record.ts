import { wordsByLocale } from '../check/count-words.ts'
import type { Finding } from '../model/finding.ts'
import type { Locale } from '../model/locale.ts'
import { addresses } from '../render/addresses.ts'
import { decideEditions } from './decide-editions.ts'
import { type EditionAddress, editionAddress } from './duplicate-address.ts'
import type { Newsroom } from './newsroom.ts'
import { localesUsed, type Prepared } from './prepare-article.ts'
import { invalidSlug } from './slug-place.ts'
import { unusedCatalogs } from './unused-catalogs.ts'

/** What a check has to say of one article in all its languages: plain JSON. */
export interface ArticleRecord {
  /** Whether its file can be read as an article. */
  readonly readable: boolean
  readonly findings: readonly Finding[]
  /** Of its languages, not of its texts: dictionaries that aren't there. */
  readonly notes: readonly Finding[]
  /** Words that were read; the source's first. */
  readonly words: readonly (readonly [Locale, number])[]
  /** Locales of the catalogs that count. */
  readonly catalogs: readonly Locale[]
  /** Of the editions that readers would get, once their date (ISO 8601) has come. */
  readonly addresses: readonly (EditionAddress & { readonly date: string })[]
}

export function articleRecord(room: Newsroom, prepared: Prepared, notes: readonly Finding[]): ArticleRecord {
  const { id, article, editions, findings } = prepared
  if (article === null) return { readable: false, findings, notes, words: [], catalogs: [], addresses: [] }
  const catalogs = [...(room.catalogs.get(id)?.values() ?? [])]
  const translations = [...editions.values()].filter(({ catalog }) => catalog !== null)
  return {
    readable: true,
    findings: [...findings, ...unusedCatalogs(article, catalogs, localesUsed(room.site, article)), ...translations.flatMap(invalidSlug)],
    notes,
    words: wordsByLocale(article, translations),
    catalogs: catalogs.map(({ locale }) => locale).filter((locale) => article.meta.translate.includes(locale)),
    addresses: addressesOf(room, prepared),
  }
}

const endOfTime = new Date(8_640_000_000_000_000)

/** Whatever the options, the clock and other articles leave of them. */
function addressesOf(room: Newsroom, prepared: Prepared): ArticleRecord['addresses'] {
  const all = { articles: new Set([prepared.id]), locales: new Set(room.site.locales.map(({ tag }) => tag)), filtered: false }
  const { shown } = decideEditions({ ...room, wanted: all, now: endOfTime, mistakes: new Map() }, prepared)
  const to = addresses(room.site)
  return [...shown.values()].map((one) => ({ ...editionAddress(one, to), date: one.edition.article.meta.date.toISOString() }))
}
