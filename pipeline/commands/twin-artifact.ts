import type { Artifact } from '../model/artifact.ts'
import type { Card } from '../model/edition.ts'
import type { ArticleView } from '../render/article-view.ts'
import { artifact } from './artifact.ts'
import type { Press } from './press.ts'

/** What the page of an edition says, in Markdown. */
export async function twinArtifact({ to }: Press, card: Card, view: ArticleView): Promise<Artifact> {
  const { markdownTwin } = await import('../render/markdown-twin.ts')
  return artifact({ kind: 'page', address: to.twin(card), body: markdownTwin(view), contentType: 'text/markdown; charset=utf-8' })
}
