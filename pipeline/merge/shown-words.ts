import type { Edition, Publication, Words } from '../model/edition.ts'

/** The words that readers get for a unit: `source` shows the source for outdated ones too. */
export function shownWords(edition: Edition, index: number, publication: Publication): Words {
  const words = edition.words[index]
  const unit = edition.article.units[index]
  if (words === undefined || unit === undefined) throw new RangeError(`the edition has no unit ${index}`)
  if (publication !== 'source' || words.origin !== 'outdated') return words
  return { ...words, origin: 'missing', text: unit.text, locale: unit.locale ?? edition.article.locale }
}
