import type { ArticleId } from '../model/article.ts'
import type { Key } from '../model/artifact.ts'
import type { Card, Held } from '../model/edition.ts'
import type { Finding } from '../model/finding.ts'

/** What a build learns on its way; complete once all artifacts were taken. */
export interface BuildLog {
  readonly findings: Finding[]
  readonly held: Held[]
  /** Of the editions that this run shows, those of articles that weren't read aside. */
  readonly cards: Card[]
  /** Lists that aren't made, since what is published was made from the same. */
  readonly kept: Set<Key>
  /** Articles that weren't read: their editions are as they were published. */
  unread: number
  /** What is wrong with pages that show no edition, so that nothing but all can be held back. */
  readonly onPages: Finding[]
}

export function emptyLog(): BuildLog {
  return { findings: [], held: [], cards: [], kept: new Set(), unread: 0, onPages: [] }
}

/** What is told of articles in the order of their ids, whichever of them were read; what concerns none comes first. */
export function inOrder<Told extends { readonly article?: ArticleId }>(told: Told[]): void {
  const idOf = ({ article = '' as ArticleId }: Told) => article
  told.sort((one, other) => (idOf(one) === idOf(other) ? 0 : idOf(one) < idOf(other) ? -1 : 1))
}
