import type { Unit } from '../model/article.ts'
import type { Card, Edition, Publication } from '../model/edition.ts'
import { shownWords } from './shown-words.ts'

/** What the rest of the site needs to know of an edition. */
export function cardOf(edition: Edition, publication: Exclude<Publication, 'held'>, isSlug: (text: string) => boolean): Card {
  const { article, locale } = edition
  const { meta } = article
  const text = (kind: Unit['kind']): string | null => {
    const index = article.units.findIndex((unit) => unit.kind === kind)
    return index < 0 ? null : shownWords(edition, index, publication).text
  }
  const slug = text('slug')?.normalize('NFC') ?? ''
  return detached({
    article: article.id,
    locale,
    sourceLocale: article.locale,
    publication,
    title: text('title') ?? meta.title,
    description: text('description') ?? meta.description,
    date: meta.date.toISOString(),
    updated: meta.updated?.toISOString() ?? null,
    authors: meta.authors,
    tags: meta.tags,
    slug: isSlug(slug) ? slug : meta.slug,
  })
}

/** Its texts as strings of their own: cards outlive the files that they were cut from, and a slice would hold on to the whole. */
function detached(card: Card): Card {
  return JSON.parse(JSON.stringify(card))
}
