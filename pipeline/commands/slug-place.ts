import { isSlug } from '../article/slug.ts'
import { locateInMessage } from '../catalog/locate-in-message.ts'
import { offsetInFile } from '../model/article.ts'
import type { Edition } from '../model/edition.ts'
import type { Finding } from '../model/finding.ts'
import { type Place, placeOf } from '../model/place.ts'

/** Where an edition's slug is written, with the text that stands there: in its catalog where that translates it, else in the article. */
export function slugPlace(edition: Edition): Place & { readonly actual?: string } {
  const { article, catalog, words } = edition
  const index = article.units.findIndex(({ kind }) => kind === 'slug')
  const unit = article.units[index]
  const own = words[index]
  const { path, text } = article.source
  if (own?.origin === 'translated' && own.message !== null && catalog?.source != null && isSlug(own.text)) return inCatalog(edition, index)
  const start = unit === undefined ? 0 : offsetInFile(unit, 0)
  const written = unit !== undefined && text.startsWith(unit.text, start)
  const end = written ? start + unit.text.length : start
  return { ...placeOf(path, text, start, end), ...(written && { actual: unit.text }) }
}

/** A translation of the slug that can't be one: the source's stands in its place. */
export function invalidSlug(edition: Edition): Finding[] {
  const { article, catalog, words, locale } = edition
  const index = article.units.findIndex(({ kind }) => kind === 'slug')
  const own = words[index]
  if (own?.origin !== 'translated' || own.message === null || catalog?.source == null || isSlug(own.text.normalize('NFC'))) return []
  const message = `Unexpected slug \`${own.text}\`, expected letters and digits with \`-\` between them; the source's stands in its place.`
  return [
    {
      rule: 'invalid-slug',
      severity: 'warning',
      ...inCatalog(edition, index),
      article: article.id,
      locale,
      message,
      expected: [],
    } satisfies Finding,
  ]
}

function inCatalog({ catalog, words }: Edition, index: number): Place & { readonly actual?: string } {
  const own = words[index]
  if (own === undefined || own.message === null || catalog?.source == null) throw new RangeError('the slug is in no catalog')
  const start = locateInMessage(catalog, own.message, 0, 0)
  const end = locateInMessage(catalog, own.message, 0, own.text.length)
  const plain = end.line === start.line && end.column - start.column === own.text.length
  return {
    file: catalog.source.path,
    ...start,
    ...(plain && { endLine: end.line, endColumn: end.column, actual: own.text }),
  }
}
