import type { Article, Unit } from '../model/article.ts'
import type { Catalog } from '../model/catalog.ts'
import type { Edition, Words } from '../model/edition.ts'
import type { Locale } from '../model/locale.ts'
import type { Match } from '../model/match.ts'
import type { CurrentWords, SiteWords } from './site-words.ts'
import { translatorsIn } from './translators-in.ts'

export interface EditionInput {
  readonly article: Article
  readonly locale: Locale
  /** Where missing words come from, before the source. */
  readonly fallback: readonly Locale[]
  readonly catalog: Catalog | null
  /** One per unit. */
  readonly matches: readonly Match[]
  /** Loaded with the article's translations. */
  readonly words: Pick<SiteWords, 'current'>
}

/**
 * An article in one locale, unit by unit: its translation, or the last good words, or a fallback's, or the source.
 *
 * Law: a unit is `translated` only where its message translates exactly its text.
 */
export function edition(input: EditionInput): Edition {
  const { article, locale, catalog } = input
  const words = locale === article.locale ? article.units.map((unit) => sourceWords(unit, article)) : translatedWords(input)
  return {
    article,
    locale,
    words,
    catalog,
    complete: article.units.every((unit, index) => !counts(unit) || isCurrent(words[index])),
    credit: teamOf(catalog),
    translators: translatorsOf(catalog),
  }
}

function sourceWords(unit: Unit, article: Article): Words {
  return { origin: 'source', text: unit.text, locale: unit.locale ?? article.locale, message: null }
}

function translatedWords({ article, locale, fallback, words, matches }: EditionInput): Words[] {
  const own = words.current(article.id, locale)
  const others = fallback.slice(0, fallback.includes(article.locale) ? fallback.indexOf(article.locale) : undefined)
  const chain = others.map((other) => ({ locale: other, current: words.current(article.id, other) }))
  return article.units.map((unit, index) => {
    const match = matches[index]
    const message = match?.message ?? null
    const text = own[index]
    if (text !== undefined) return { origin: 'translated', text, locale, message }
    if (match?.kind === 'outdated') return { origin: 'outdated', text: match.text, locale, message }
    return { ...borrowed(unit, index, chain, article), message }
  })
}

interface Borrowable {
  readonly locale: Locale
  readonly current: CurrentWords
}

/** The words of the first fallback that has them, else the source's. */
function borrowed(unit: Unit, index: number, chain: readonly Borrowable[], article: Article): Words {
  for (const { locale, current } of chain) {
    const text = current[index]
    if (text !== undefined) return { origin: 'missing', text, locale, message: null }
  }
  return { ...sourceWords(unit, article), origin: 'missing' }
}

/** A slug is optional in a catalog and never counts for completeness. */
export function counts(unit: Pick<Unit, 'kind'>): boolean {
  return unit.kind !== 'slug'
}

function isCurrent(words: Words | undefined): boolean {
  return words?.origin === 'source' || words?.origin === 'translated'
}

/** Without an address, which is for translators and not for readers; what gettext's own templates write there is nobody. */
function teamOf(catalog: Catalog | null): string | null {
  const team = headerOf(catalog, 'Language-Team')?.replace(/\s*<[^<>]*>$/, '') ?? ''
  return team === '' || team === 'LANGUAGE' || team === 'none' ? null : team
}

function headerOf(catalog: Catalog | null, name: string): string | null {
  return catalog?.headers.find(([field]) => field.toLowerCase() === name.toLowerCase())?.[1].trim() || null
}

function translatorsOf(catalog: Catalog | null): string[] {
  return translatorsIn([...(catalog?.head?.comments ?? []), ...(catalog?.messages.flatMap((message) => message.comments) ?? [])])
}
