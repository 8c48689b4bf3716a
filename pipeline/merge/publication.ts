import type { Edition, Publication } from '../model/edition.ts'
import type { Incomplete } from '../model/site.ts'

/**
 * How an edition reaches readers.
 *
 * `hold` applies until it was first complete; from then on it stays, as with `mark`. `mark` needs a title in the edition's language.
 *
 * @param wasPublished before this build
 */
export function publication(edition: Edition, incomplete: Incomplete, wasPublished: boolean): Publication {
  if (edition.complete) return 'complete'
  switch (incomplete) {
    case 'source':
      return 'source'
    case 'mark':
      return wasPublished || hasTitle(edition) ? 'marked' : 'held'
    case 'hold':
      return wasPublished ? 'marked' : 'held'
  }
}

function hasTitle({ article, words }: Edition): boolean {
  const title = words[article.units.findIndex(({ kind }) => kind === 'title')]
  return title?.origin === 'translated' || title?.origin === 'outdated'
}
