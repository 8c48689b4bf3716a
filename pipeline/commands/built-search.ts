import type { Artifact, Key } from '../model/artifact.ts'
import { digest } from '../model/digest.ts'
import type { Card } from '../model/edition.ts'
import type { Press } from './press.ts'

/** The search indexes of a site that was built. @param cards of its editions @param read a page of it */
export async function* builtSearch({ room, to }: Press, cards: readonly Card[], read: (key: Key) => Uint8Array): AsyncGenerator<Artifact> {
  if (!room.site.search) return
  const { searchArtifacts } = await import('./search-artifacts.ts')
  for (const { tag } of room.site.locales) {
    const keys = cards.filter(({ locale }) => locale === tag).map((card) => to.article(card).key)
    const pages = keys.map((key) => ({ key, read: async () => read(key) }))
    if (pages.length > 0) yield* await searchArtifacts(to, tag, pages, () => digest(''))
  }
}
