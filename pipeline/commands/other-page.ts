import type { Artifact } from '../model/artifact.ts'

/** Whether an object is a page that shows no edition of its own: an index, the language chooser, one that leads on. */
export function isOtherPage({ card, headers }: Pick<Artifact, 'card' | 'headers'>): boolean {
  return card === null && headers.contentType.startsWith('text/html')
}
