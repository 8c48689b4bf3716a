import type { Message } from '../../model/catalog.ts'
import type { Edition } from '../../model/edition.ts'
import { sourceTexts, translatedTexts } from '../checkable.ts'
import { linesOf } from '../lines.ts'
import { rangeIn } from '../passage.ts'
import { type Anchor, anchorInFile, type Locate } from '../place-in-file.ts'
import type { Evidence } from './page-hit.ts'

/** Where an edition has what was seen on its page. */
export interface EditionPlace {
  readonly anchor: Anchor
  /** The unit that has it; null outside of units. */
  readonly unit: number | null
  /** In the catalog; null in the article. */
  readonly message: Message | null
  /** In the article's file; 0 in a catalog. */
  readonly offset: number
}

/** Where the article or its catalog says what was seen on the edition's page; null where neither does, so that a template must. */
export function placeInEdition(edition: Edition, { words, id, address, part }: Evidence, locate: Locate): EditionPlace | null {
  if (id !== undefined) return byHeading(edition, id)
  const found = words === undefined ? null : byWords(edition, words, locate)
  return found ?? (address === undefined || part === 'head' ? null : byAddress(edition, address, locate))
}

function texts(edition: Edition, locate: Locate) {
  const own = edition.locale === edition.article.locale ? [] : translatedTexts(edition, locate)
  return [...own, ...sourceTexts(edition.article)]
}

/** Characters of a part of a text that isn't the same as a template's by chance. */
const fewest = 12

function byWords(edition: Edition, words: string, locate: Locate): EditionPlace | null {
  const sought = spaced(words)
  for (const { passage, unit, message, anchor } of texts(edition, locate)) {
    const text = spaced(passage.words)
    const isPart = text === sought || (sought.length >= fewest && text.includes(sought))
    // A page's title has the site's name behind the article's.
    const isWhole = !isPart && passage.kind === 'title' && passage.words !== '' && words.startsWith(passage.words)
    if (!isPart && !isWhole) continue
    const exact = passage.words.indexOf(words)
    const range = exact < 0 ? { start: 0, end: passage.markdown.length } : rangeIn(passage, exact, exact + words.length)
    return { anchor: anchor(range), unit, message, offset: 0 }
  }
  return null
}

/** An id of a heading. */
function byHeading({ article }: Edition, id: string): EditionPlace | null {
  const heading = article.headings.find((one) => one.id === id)
  if (heading === undefined) return null
  return { anchor: anchorInFile(article.source, linesOf(article.source.text), heading), unit: null, message: null, offset: heading.start }
}

function byAddress(edition: Edition, address: string, locate: Locate): EditionPlace | null {
  const { article } = edition
  const written = new Set([address, decoded(address)])
  for (const { passage, unit, message, anchor } of texts(edition, locate)) {
    const mark = passage.marks.find(({ value }) => written.has(value))
    if (mark !== undefined) return { anchor: anchor(mark.range), unit, message, offset: 0 }
  }
  const name = fileName(address)
  const target = article.targets.find(
    (one) => written.has(one.address) || (one.kind === 'picture' && isFileOf(name, fileName(one.address))),
  )
  if (target === undefined) return null
  return { anchor: anchorInFile(article.source, linesOf(article.source.text), target), unit: null, message: null, offset: target.start }
}

/** Of a picture, without folders, extension and the digest that its address in the store has. */
function fileName(address: string): string {
  const name = decoded(address.slice(address.lastIndexOf('/') + 1)).toLowerCase()
  return name.split('.', 1)[0] ?? name
}

/** A picture's file is named after it, with its width. */
function isFileOf(name: string, picture: string): boolean {
  return name === picture || name.replace(/-\d+$/, '') === picture
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function spaced(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
