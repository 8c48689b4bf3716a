import type { Unit } from '../model/article.ts'
import type { Card, Edition, Publication, Words } from '../model/edition.ts'
import { shownWords } from './shown-words.ts'

/** What the rest of the site needs to know of an edition. */
export function cardOf(edition: Edition, publication: Exclude<Publication, 'held'>, isSlug: (text: string) => boolean): Card {
  const { article, locale } = edition
  const { meta } = article
  const words = (kind: Unit['kind']): Words | null => {
    const index = article.units.findIndex((unit) => unit.kind === kind)
    return index < 0 ? null : shownWords(edition, index, publication)
  }
  const title = words('title')
  const description = words('description')
  const slug = words('slug')?.text.normalize('NFC') ?? ''
  return detached({
    article: article.id,
    locale,
    sourceLocale: article.locale,
    publication,
    title: title?.text ?? meta.title,
    ...(title !== null && title.locale !== locale && { titleLocale: title.locale }),
    description: description?.text ?? meta.description,
    ...(description !== null && description.locale !== locale && { descriptionLocale: description.locale }),
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
