import type { Article, Unit } from '../model/article.ts'
import type { Catalog, Message } from '../model/catalog.ts'
import type { Edition, Words } from '../model/edition.ts'
import type { Range } from './cut.ts'
import { type Lines, linesOf } from './lines.ts'
import { type Passage, passageOf } from './passage.ts'
import { type Anchor, anchorInArticle, anchorInCatalog, type Locate } from './place-in-file.ts'
import { currentTranslation } from './translation.ts'

/** A passage and how to get from it back to its file. */
export interface Checkable {
  readonly unit: number
  readonly passage: Passage
  /** Null: in the article. */
  readonly message: Message | null
  anchor(range: Range | null): Anchor
}

/** The units of an article but its slug. */
export function sourceTexts(article: Article): Checkable[] {
  const lines = linesOf(article.source.text)
  return article.units.flatMap((unit, index) => {
    if (unit.kind === 'slug') return []
    const passage = passageOf(unit.text, unit.locale ?? article.variety, syntaxOf(unit), { ...unit, year: yearOf(article) })
    return [{ unit: index, passage, message: null, anchor: (range: Range | null) => anchorInArticle(article.source, lines, unit, range) }]
  })
}

function yearOf({ meta }: Article): number {
  return meta.date.getUTCFullYear()
}

function syntaxOf({ context }: Unit): 'plain' | 'markdown' {
  return context === null ? 'markdown' : 'plain'
}

/** The messages that are current, each once. A passage quoted in another language may stay as it is. */
export function translatedTexts(edition: Edition, locate: Locate): Checkable[] {
  const { article, catalog, locale } = edition
  if (catalog?.source == null) return []
  const lines = linesOf(catalog.source.text)
  const seen = new Set<Message>()
  return article.units.flatMap((unit, index) => {
    const message = currentTranslation(edition, index)
    if (message === null || unit.kind === 'slug' || seen.has(message) || isKept(unit, edition.words[index])) return []
    seen.add(message)
    const text = edition.words[index]?.text ?? ''
    const passage = passageOf(text, locale, syntaxOf(unit), { ...unit, year: yearOf(article) })
    const anchor = inMessage(catalog, lines, message, text, locate)
    return [{ unit: index, passage, message, anchor }]
  })
}

/** Quoted in the original: it isn't in the edition's language, and there is nothing to compare. */
function isKept(unit: Unit, words: Words | undefined): boolean {
  return unit.locale !== null && words?.text === unit.text
}

function inMessage(catalog: Catalog, lines: Lines, message: Message, text: string, locate: Locate): Checkable['anchor'] {
  const form = Math.max(0, message.strings.indexOf(text))
  return (range) => anchorInCatalog({ catalog, lines, message, form, locate }, range)
}
