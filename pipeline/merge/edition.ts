import type { Article, Unit } from '../model/article.ts'
import type { Catalog } from '../model/catalog.ts'
import type { Edition, Words } from '../model/edition.ts'
import type { Locale } from '../model/locale.ts'
import type { Match } from '../model/match.ts'
import type { SiteWords } from './site-words.ts'

export interface EditionInput {
  readonly article: Article
  readonly locale: Locale
  /** Where missing words come from, before the source. */
  readonly fallback: readonly Locale[]
  readonly catalog: Catalog | null
  /** One per unit; empty where there is no catalog. */
  readonly matches: readonly Match[]
  /** Loaded with the article's translations. */
  readonly words: Pick<SiteWords, 'find'>
}

/**
 * An article in one locale, unit by unit: its translation, or the last good words, or a fallback's, or the source.
 *
 * Law: a unit is `translated` only where its message translates exactly its text.
 */
export function edition(input: EditionInput): Edition {
  const { article, locale, catalog } = input
  const words = article.units.map((unit, index) => unitWords(unit, input.matches[index], input))
  return {
    article,
    locale,
    words,
    catalog,
    complete: article.units.every((unit, index) => !counts(unit) || isCurrent(words[index])),
    credit: headerOf(catalog, 'Language-Team'),
    translators: translatorsOf(catalog),
  }
}

/** A slug is optional in a catalog and never counts for completeness. */
export function counts(unit: Pick<Unit, 'kind'>): boolean {
  return unit.kind !== 'slug'
}

function isCurrent(words: Words | undefined): boolean {
  return words?.origin === 'source' || words?.origin === 'translated'
}

function unitWords(unit: Unit, match: Match | undefined, { article, locale, fallback, words }: EditionInput): Words {
  const written = unit.locale ?? article.locale
  if (locale === article.locale) return { origin: 'source', text: unit.text, locale: written, message: null }
  const message = match?.message ?? null
  const current = words.find(article.id, locale, unit)
  if (current !== null) return { origin: 'translated', text: current, locale, message }
  if (match?.kind === 'outdated') return { origin: 'outdated', text: match.text, locale, message }
  for (const other of fallback) {
    if (other === article.locale) break
    const text = words.find(article.id, other, unit)
    if (text !== null) return { origin: 'missing', text, locale: other, message }
  }
  return { origin: 'missing', text: unit.text, locale: written, message }
}

function headerOf(catalog: Catalog | null, name: string): string | null {
  return catalog?.headers.find(([field]) => field.toLowerCase() === name.toLowerCase())?.[1].trim() || null
}

const translator = /^\s*Translator:\s*(.+?)\s*$/i

function translatorsOf(catalog: Catalog | null): string[] {
  const comments = [...(catalog?.head?.comments ?? []), ...(catalog?.messages.flatMap((message) => message.comments) ?? [])]
  return [...new Set(comments.flatMap((comment) => translator.exec(comment)?.[1]?.replace(/\s*<[^>]*>$/, '') ?? []))]
}
