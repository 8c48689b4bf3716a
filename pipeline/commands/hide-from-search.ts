import type { Artifact } from '../model/artifact.ts'

const meta = '<meta name="robots" content="noindex">'

/** Keep a page out of search engines, whatever template made it; `robots.txt` shows them the door. */
export function hideFromSearch(artifact: Artifact): Artifact {
  const { key, headers, body } = artifact
  if (key === 'robots.txt') return { ...artifact, body: Buffer.from('User-agent: *\nDisallow: /\n') }
  if (!headers.contentType.startsWith('text/html')) return artifact
  return { ...artifact, body: Buffer.from(withMeta(Buffer.from(body).toString('utf8'))) }
}

function withMeta(page: string): string {
  const [head] = /<head\b[^>]*>/i.exec(page) ?? []
  if (head !== undefined) return page.replace(head, () => `${head}\n${meta}`)
  // The tags of `head` may be left out: then this begins it.
  return page.replace(/^(?:\s*<!doctype[^>]*>)?/i, (doctype) => `${doctype}${meta}`)
}
