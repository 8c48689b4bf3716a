import type { HttpAnswer } from '../../pipeline/store/http-answer.ts'

/** What a reader who goes everywhere met. */
export interface Crawl {
  /** Addresses that were asked for. */
  checks: number
  /** What no reader may ever meet. */
  readonly violations: string[]
}

export interface CrawlOptions {
  /** Get a path of the site. */
  readonly ask: (path: string) => Promise<HttpAnswer>
  /** What the site's own absolute addresses begin with. */
  readonly site: string
  /** Where readers come in; what isn't there yet is no mistake. */
  readonly entrances: readonly string[]
}

/**
 * Follow every link of a site, of pages, feeds and sitemaps, until all was seen once.
 *
 * A violation is an address that something leads to and that isn't there, and a page that is older than the index that led to it: pages and indexes say
 * their version in words such as `version-2`.
 */
export async function crawl(options: CrawlOptions, result: Crawl): Promise<void> {
  const seen = new Set<string>(options.entrances)
  const waiting: Visit[] = options.entrances.map((path) => ({ path, from: null, least: 0 }))
  for (const visit of waiting) {
    result.checks++
    for (const next of await call(visit, options, result)) {
      if (seen.has(next.path)) continue
      seen.add(next.path)
      waiting.push(next)
    }
  }
}

interface Visit {
  readonly path: string
  /** What led there; null for an entrance. */
  readonly from: string | null
  /** The version that it must have at least. */
  readonly least: number
}

/** @returns where it leads to */
async function call({ path, from, least }: Visit, { ask, site }: CrawlOptions, { violations }: Crawl): Promise<Visit[]> {
  const answer = await ask(path)
  const text = Buffer.from(answer.body).toString('utf8')
  if (answer.status !== 200) {
    if (from !== null) violations.push(`${from} leads to ${path}, which answers ${answer.status}`)
    return []
  }
  const version = versionOf(text, path)
  if (version < least) violations.push(`${from} is of version ${least} and leads to ${path} of version ${version}`)
  if (!/html|xml/.test(answer.headers['content-type'] ?? '')) return []
  const targets = linksIn(text).map((link) => within(link, path, site))
  return targets.flatMap((target) =>
    target === null ? [] : [{ path: target, from: path, least: isIndex(path) && isArticle(target) ? version : 0 }],
  )
}

/** While a site is written to, and what its reader does about it. */
export interface Reading {
  /** Something was written: all is looked at again, from now on. */
  again(): void
  /** Once everything was looked at as it is now. */
  end(): Promise<void>
}

/** Crawl without a pause as long as something is written; what nobody wrote to since it was seen isn't looked at again. */
export function keepCrawling(options: CrawlOptions, result: Crawl): Reading {
  let wanted = true
  let crawling: Promise<void> | null = null
  const go = async () => {
    while (wanted) {
      wanted = false
      await crawl(options, result)
    }
    crawling = null
  }
  crawling = go()
  return {
    again() {
      wanted = true
      crawling ??= go()
    },
    async end() {
      await crawling
    },
  }
}

function isIndex(path: string): boolean {
  return /^\/[a-z]{2}\/$/.test(path)
}

function isArticle(path: string): boolean {
  return /^\/[a-z]{2}\/[^/]+\/$/.test(path)
}

/** The least of those that stand in an index; the one of a page. */
function versionOf(text: string, path: string): number {
  const versions = [...text.matchAll(/version-(\d+)/g)].map(([, version]) => Number(version))
  if (versions.length === 0) return Number.POSITIVE_INFINITY
  return isIndex(path) ? Math.min(...versions) : Math.max(...versions)
}

function linksIn(text: string): string[] {
  const attributes = [...text.matchAll(/\s(?:href|src)="([^"]*)"/g)].map(([, address = '']) => address)
  const locations = [...text.matchAll(/<(?:loc|id|uri)>([^<]*)</g)].map(([, address = '']) => address)
  return [...attributes, ...locations].map((address) => address.replaceAll('&amp;', '&'))
}

/** The path of an address of the site itself, without its fragment. */
function within(address: string, from: string, site: string): string | null {
  const url = URL.parse(address, site + from)
  return url !== null && url.origin === new URL(site).origin ? url.pathname : null
}
