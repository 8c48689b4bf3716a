import { type IndexedPage, searchEntry, searchIndex, searchRecipe } from '../assets/search-index.ts'
import type { Artifact, Key } from '../model/artifact.ts'
import { type Digest, digest } from '../model/digest.ts'
import type { Locale } from '../model/locale.ts'
import type { Addresses } from '../render/addresses.ts'
import { artifact } from './artifact.ts'

/** The page of an edition that readers get. */
export interface ShownPage {
  readonly key: Key
  readonly read: () => Promise<Uint8Array>
}

/** Of all that the search index of a language is made from. @param pages key and content */
export function searchInputs(pages: readonly (readonly [Key, Digest])[]): Digest {
  return digest(JSON.stringify([searchRecipe, [...pages].sort(byKey)]))
}

/** Where the file stands that names the others. */
export function searchEntryOf(to: Addresses, locale: Locale): Key {
  return to.search(locale, searchEntry).key
}

function byKey([one]: readonly [Key, Digest], [other]: readonly [Key, Digest]): number {
  return one < other ? -1 : 1
}

/**
 * The search index of a language, made of its pages as readers get them.
 *
 * @param inputs see `searchInputs`
 * @throws {Failure} `search-failed`
 */
export async function searchArtifacts(
  to: Addresses,
  locale: Locale,
  pages: readonly ShownPage[],
  inputs: () => Digest,
): Promise<Artifact[]> {
  const files = await searchIndex(indexed(to, pages))
  return files.map(({ path, bytes }) => {
    const address = to.search(locale, path)
    const own = path === searchEntry ? { inputs } : {}
    return artifact({ kind: 'index', address, body: bytes, contentType: contentTypeOf(path), ...own })
  })
}

/** Pagefind numbers pages as they come. */
async function* indexed(to: Addresses, pages: readonly ShownPage[]): AsyncGenerator<IndexedPage> {
  for (const { key, read } of [...pages].sort((one, other) => (one.key < other.key ? -1 : 1))) {
    yield { url: to.at(key).path, html: Buffer.from(await read()).toString('utf8') }
  }
}

function contentTypeOf(path: string): string {
  if (path.endsWith('.js')) return 'text/javascript; charset=utf-8'
  return path.endsWith('.json') ? 'application/json; charset=utf-8' : 'application/octet-stream'
}
