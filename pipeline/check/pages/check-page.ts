import type { Locale } from '../../model/locale.ts'
import { canonicalHits } from './canonical-hits.ts'
import { headingHits } from './heading-hits.ts'
import { hreflangHits } from './hreflang-hits.ts'
import { languageName } from './language-name.ts'
import type { Languages } from './languages.ts'
import type { PageAlternate, PageFacts } from './page-facts.ts'
import type { PageHit } from './page-hit.ts'
import { structuredDataHits } from './structured-data-hits.ts'

/** What a page should say of itself. */
export interface ExpectedPage {
  /** Absolute. */
  readonly url: string
  /** The locale that it is in. */
  readonly locale: Locale
  /** Of a page that shows an edition; null for all other pages. */
  readonly edition: ExpectedEdition | null
}

export interface ExpectedEdition {
  readonly title: string
  /** ISO 8601. */
  readonly date: string
  readonly updated: string | null
  readonly authors: readonly string[]
  /** Absolute. */
  readonly canonical: string | null
  readonly alternates: readonly PageAlternate[]
}

/**
 * What is wrong with a page by itself: it needs no other page for it.
 *
 * Pure: what is found depends on nothing but the page's text and what it should say.
 */
export function checkPage(facts: PageFacts, expected: ExpectedPage, languages: Languages): PageHit[] {
  if (facts.refresh !== null) return [...facts.hits, ...rootHits(facts, expected, languages)]
  return [
    ...facts.hits,
    ...rootHits(facts, expected, languages),
    ...titleHits(facts, expected),
    ...canonicalHits(facts, expected),
    ...hreflangHits(facts, expected, languages),
    ...headingHits(facts),
    ...fragmentHits(facts),
    ...structuredDataHits(facts, expected),
  ]
}

/** Language and direction of the whole page. */
function rootHits({ lang, dir }: PageFacts, { locale }: ExpectedPage, languages: Languages): PageHit[] {
  const hits: PageHit[] = []
  const written = lang === null ? null : (languages.of(lang)?.tag ?? lang)
  if (written !== locale) {
    const found = lang === null ? 'Unexpected page without a language' : `Unexpected language \`${lang}\` of the page`
    const message = `${found}, expected \`<html lang="${locale}">\``
    hits.push({ rule: 'page-language', message, evidence: { part: 'head', markup: [`lang="${lang ?? ''}"`, '<html'] } })
  }
  const runs = languages.of(locale)?.dir ?? 'ltr'
  if ((dir ?? 'ltr').toLowerCase() !== runs) {
    const message = `Unexpected direction \`${dir ?? 'ltr'}\` of the page, expected \`<html dir="${runs}">\`, in which ${languageName(locale)} runs`
    hits.push({ rule: 'page-direction', message, evidence: { part: 'head', markup: [`dir="${dir ?? ''}"`, '<html'] } })
  }
  return hits
}

function titleHits({ titles, description, noindex }: PageFacts, { edition }: ExpectedPage): PageHit[] {
  const hits: PageHit[] = []
  const evidence = { part: 'head', markup: ['<title', '<head'] } as const
  if (titles.length > 1) hits.push({ rule: 'page-title', message: 'Unexpected second title of the page, expected one `<title>`', evidence })
  if ((titles[0] ?? '') === '') {
    const message = 'Unexpected page without a title, expected `<title>` with words in it'
    hits.push({ rule: 'page-title', severity: 'error', message, evidence })
  }
  if (edition !== null && !noindex && (description ?? '').trim() === '') {
    const message = 'Unexpected page without a description, expected `<meta name="description">`: search engines show it'
    hits.push({ rule: 'page-title', message, evidence: { part: 'head', markup: ['name="description"', '<head'] } })
  }
  return hits
}

/** Browsers' own, and those of addresses that mark a text. */
const ownFragment = /^(?:$|top$|:~:)/

/** Links within the page. */
function fragmentHits({ addresses, ids }: PageFacts): PageHit[] {
  const broken = new Set(
    addresses.flatMap(({ address }) => (address.startsWith('#') && !ids.has(decoded(address.slice(1))) ? address : [])),
  )
  return [...broken].flatMap((address) => {
    if (ownFragment.test(address.slice(1))) return []
    const message = `Unexpected link \`${address}\`: nothing on the page has this id`
    return [{ rule: 'dead-link', message, evidence: { part: 'body', address, markup: [`href="${address}"`] } }]
  })
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
