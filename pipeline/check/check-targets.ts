import type { Article, Heading, Target } from '../model/article.ts'
import type { Finding } from '../model/finding.ts'
import { placeOf } from '../model/place.ts'
import { relativePath } from '../model/relative-path.ts'

/** What addresses in articles may lead to. */
export interface Reachable {
  /** Paths of articles: `articles/2026/11/talks.md`. */
  readonly articles: Pick<ReadonlySet<string>, 'has'>
  /** Of the article in a file; null where it can't be read. */
  readonly headingsIn: (path: string) => readonly Heading[] | null
  /** Paths of pictures and documents beside articles. */
  readonly assets: Pick<ReadonlySet<string>, 'has'>
  /** Whether one of them looks like a key or credentials: it is never published. */
  readonly isSecret: (path: string) => boolean
  readonly pictureHosts: readonly string[]
}

/**
 * Pictures that aren't there or may not be shown, links to articles and headings that aren't there, and files that hold keys: errors that hold back
 * every edition.
 *
 * A relative link to anything else that isn't there is a warning: the site may be served beside others.
 */
export function checkTargets(article: Article, reachable: Reachable): Finding[] {
  return article.targets.flatMap((target) => {
    const wrong = target.kind === 'picture' ? wrongPicture(article, target, reachable) : wrongLink(article, target, reachable)
    if (wrong === null) return []
    const { path, text } = article.source
    const place = placeOf(path, text, target.start, target.end)
    const actual = text.slice(target.start, target.end)
    return [{ severity: 'error', ...wrong, ...place, article: article.id, actual, expected: [] } satisfies Finding]
  })
}

type Wrong = Pick<Finding, 'rule' | 'message'> & Partial<Pick<Finding, 'severity'>>

const picture = /\.(?:jpe?g|png|webp|avif|gif|svg)$/i

function wrongPicture({ source }: Article, { address }: Target, { assets, isSecret, pictureHosts }: Reachable): Wrong | null {
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(address)) {
    const host = URL.parse(address)?.host ?? null
    if (host !== null && pictureHosts.includes(host)) return null
    const expected = pictureHosts.length === 0 ? 'a picture beside the article' : `one of ${pictureHosts.join(', ')}`
    return {
      rule: 'foreign-picture',
      message: `Unexpected host \`${host ?? address}\` of a picture, expected ${expected} (pictures.hosts in the configuration).`,
    }
  }
  const path = relativePath(source.path, address)?.path
  if (path !== undefined && !picture.test(path))
    return {
      rule: 'missing-picture',
      message: `\`${address}\` is no picture: expected a file such as .jpg, .png, .webp, .avif, .gif or .svg.`,
    }
  if (path !== undefined && assets.has(path)) return isSecret(path) ? secretFile(address) : null
  return { rule: 'missing-picture', message: `The picture \`${address}\` isn't there: expected the file \`${path ?? address}\`.` }
}

function wrongLink(
  { source, headings }: Article,
  { address }: Target,
  { articles, headingsIn, assets, isSecret }: Reachable,
): Wrong | null {
  if (address.startsWith('#')) return wrongAnchor(address, address, headings)
  if (elsewhere.test(address)) return null
  const { path, fragment = '' } = relativePath(source.path, address) ?? {}
  if (path === undefined) return { rule: 'broken-link', message: `The link \`${address}\` leads out of the site.` }
  if (articles.has(path)) return fragment === '' ? null : wrongAnchor(address, fragment, headingsIn(path))
  if (assets.has(path)) return isSecret(path) ? secretFile(address) : null
  if (path.endsWith('.md')) return { rule: 'broken-link', message: `The link \`${address}\` leads to no article: \`${path}\` isn't there.` }
  return {
    rule: 'broken-link',
    severity: 'warning',
    message: `The link \`${address}\` leads to no file of the site: \`${path}\` isn't there.`,
  }
}

function secretFile(address: string): Wrong {
  return {
    rule: 'secret-file',
    message: `The file \`${address}\` holds what looks like a key or credentials. It is never published: take it out of the site, and change the key.`,
  }
}

function wrongAnchor(address: string, fragment: string, headings: readonly Heading[] | null): Wrong | null {
  const id = decoded(fragment.slice(1))
  if (headings === null || id === '' || ownAnchor.test(id) || headings.some((heading) => heading.id === id)) return null
  const known = headings.map((heading) => `\`#${heading.id}\``).slice(0, 12)
  const there = known.length === 0 ? 'that article has no headings' : `expected one such as ${known.join(', ')}`
  return { rule: 'broken-link', message: `The link \`${address}\` leads to no heading: ${there}.` }
}

/** Of footnotes and their marks; browsers' own. */
const ownAnchor = /^(?:user-content-fn|footnote-label$|top$|:~:)/

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}

/** With a scheme, from the root of a host, or within the page. */
const elsewhere = /^(?:[a-z][a-z0-9+.-]*:|\/|#|$)/i
