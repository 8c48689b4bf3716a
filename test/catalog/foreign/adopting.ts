import { type Adopted, adopt } from '../../../pipeline/catalog/foreign/adopt.ts'
import { type BlocksOf, foreignTexts } from '../../../pipeline/catalog/foreign/foreign-text.ts'
import type { ArticleId } from '../../../pipeline/model/article.ts'
import type { Message } from '../../../pipeline/model/catalog.ts'
import { catalog, message, unitsOf } from '../sample.ts'

/** Texts of units by the id of their article. */
export type Articles = Readonly<Record<string, readonly string[]>>

/** A finished message: id, text, and the article that its reference names. */
export type Given = readonly [id: string, text: string, article?: string]

export function messagesOf(given: readonly Given[]): Message[] {
  return given.map(([id, text, article], at) =>
    message(id, text, { line: at + 1, references: article === undefined ? [] : [` src/${article}.md:3`] }),
  )
}

export function adoptInto(articles: Articles, messages: readonly Message[], blocksOf: BlocksOf = () => []): Adopted {
  const units = Object.entries(articles).map(([id, texts]) => ({ id: id as ArticleId, units: unitsOf(...texts) }))
  return adopt(units, foreignTexts(catalog(...messages), blocksOf), 'de.po')
}

/** What the units of one article get, and what is left. */
export function adopted(units: readonly string[], ...given: readonly Given[]) {
  const { byArticle, left } = adoptInto({ page: units }, messagesOf(given))
  const texts = byArticle.get('page' as ArticleId) ?? []
  return {
    texts: texts.map(({ unit, text, doubt, previous }) => ({ unit: unit.text, text, doubt, previous })),
    left: left.map(({ id }) => id),
  }
}
