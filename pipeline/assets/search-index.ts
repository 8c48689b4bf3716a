import { Failure } from '../model/failure.ts'

/** A page to be found. */
export interface IndexedPage {
  /** Where it stands: root-relative. */
  readonly url: string
  readonly html: string
}

/** A file of an index. */
export interface SearchFile {
  /** Relative to the index. */
  readonly path: string
  readonly bytes: Uint8Array
}

/** The one that names the others; it is the last that readers may get to see. */
export const searchEntry = 'pagefind-entry.json'

/** Counted up, and Pagefind's version written anew, where the same pages are to be indexed anew. */
export const searchRecipe = '1 pagefind 1.5.2'

/** What our own page needs; Pagefind brings interfaces along that bring their own styles into the page. */
const unused = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\./

/**
 * The search index of one language: Pagefind's files, of which a reader loads those that hold what was asked for.
 *
 * Law: the same pages in the same order give the same files.
 *
 * @throws {Failure} `search-failed`
 */
export async function searchIndex(pages: AsyncIterable<IndexedPage>): Promise<SearchFile[]> {
  const pagefind = await import('pagefind')
  try {
    const { index, errors } = await pagefind.createIndex({
      excludeSelectors: ['.notice', '[data-footnote-ref]', '[data-footnote-backref]'],
    })
    if (index === undefined) throw failed(errors)
    for await (const { url, html } of pages) {
      const added = await index.addHTMLFile({ url, content: html })
      if (added.errors.length > 0) throw failed([`${url}: ${added.errors.join(', ')}`])
    }
    const made = await index.getFiles()
    if (made.errors.length > 0) throw failed(made.errors)
    return made.files.filter(({ path }) => !unused.test(path)).map(({ path, content }) => ({ path, bytes: content }))
  } catch (error) {
    throw error instanceof Failure ? error : failed([error instanceof Error ? error.message : String(error)], error)
  } finally {
    await pagefind.close()
  }
}

function failed(errors: readonly string[], cause?: unknown): Failure {
  const why = errors.join('; ').split('\n', 1)[0] ?? ''
  const next = 'Run npm install on this machine, with optional dependencies; or leave `search` out of the configuration.'
  return new Failure('search-failed', { exit: 3, what: "Pagefind can't make the search index.", why, next }, { cause })
}
