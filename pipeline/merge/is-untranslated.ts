import type { Edition, Publication } from '../model/edition.ts'
import { shownWords } from './shown-words.ts'

/** Whether readers of an edition get the original, word for word: its page says so once. A slug never counts. */
export function isUntranslated(edition: Edition, publication: Publication): boolean {
  const { units, locale: original } = edition.article
  return (
    publication === 'source' &&
    units.every(({ kind, locale }, index) => {
      if (kind === 'slug') return true
      const shown = shownWords(edition, index, publication)
      return shown.origin === 'missing' && shown.locale === (locale ?? original)
    })
  )
}
