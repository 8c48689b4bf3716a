import { checkPage } from '../../pipeline/check/pages/check-page.ts'
import { Languages } from '../../pipeline/check/pages/languages.ts'
import type { PageHit } from '../../pipeline/check/pages/page-hit.ts'
import { PageWeights } from '../../pipeline/check/pages/page-weights.ts'
import { readPage } from '../../pipeline/check/pages/read-page.ts'
import { SiteAddresses } from '../../pipeline/check/pages/site-address.ts'
import type { Unpublished } from '../../pipeline/check/pages/site-facts.ts'
import { SitePages } from '../../pipeline/check/pages/site-pages.ts'
import type { ArticleId } from '../../pipeline/model/article.ts'
import type { Key } from '../../pipeline/model/artifact.ts'
import type { Locale } from '../../pipeline/model/locale.ts'

const url = 'https://news.example'
const title = 'Talks on the strait'
const date = '2026-07-21T18:00:00+02:00'
const rtl = new Set(['ar', 'he', 'fa'])

interface SampleObject {
  readonly key: Key
  readonly text: string
}

/**
 * What all page rules find in a sample: a part of an article's page, a whole page (from `<html` on), or several objects, each behind a line
 * `=== key`; a line `=== draft key title` or `=== held key title` tells of an edition that isn't published.
 *
 * Elements of the head (`<title>`, `<meta>`, `<link>`, JSON-LD) take the place of those that a page has anyway.
 */
export function sampleHits(locale: string, sample: string): PageHit[] {
  const { objects, unpublished } = objectsOf(sample.replace('PADDING', 'x'.repeat(48 * 1024)), locale)
  const locales = [...new Set([locale, ...objects.map(({ key }) => key.split('/', 1)[0] ?? '')])].filter((tag) => /^[a-z]{2}$/.test(tag))
  const site = new SitePages({ url, locales: locales as Locale[], latest: 10 })
  const weights = new PageWeights(new SiteAddresses(url), undefined, (body) => body.length)
  const pages = objects.filter(({ key }) => key.endsWith('.html')).map(({ key }) => key)
  const hits = objects.flatMap(({ key, text: body }) => {
    if (key.endsWith('.html')) return pageHits(key, body, { locale, pages, site, weights })
    site.object(key, body)
    return []
  })
  return [...hits, ...site.hits(unpublished).map(({ hit }) => hit)]
}

interface Around {
  readonly locale: string
  readonly pages: readonly Key[]
  readonly site: SitePages
  readonly weights: PageWeights
}

function pageHits(key: Key, body: string, { locale: given, pages, site, weights }: Around): PageHit[] {
  const languages = new Languages()
  const locale = (key.includes('/') ? (key.split('/', 1)[0] ?? given) : given) as Locale
  const own = new SiteAddresses(url).urlOf(key)
  const isEdition = key.endsWith('/talks/index.html')
  const alternates = alternatesOf(pages)
  const html = /^<(?:html|!doctype)/i.test(body)
    ? body
    : wholePage(body, { locale, own, alternates: isEdition ? alternates : [], isEdition })
  const facts = readPage(html, { languages, isUnsaid: (text) => text === 'skipToContent' })
  site.page(key, facts, isEdition ? { article: 'talks' as ArticleId, locale, date: new Date(date).toISOString(), indexable: true } : null)
  const edition = isEdition ? { title, date, updated: null, authors: ['Ada'], canonical: own, alternates } : null
  return [...checkPage(facts, { url: own, locale, edition }, languages), ...weights.page(key, Buffer.from(html), facts)]
}

function alternatesOf(pages: readonly Key[]) {
  const editions = pages.filter((key) => key.endsWith('/talks/index.html'))
  const each = editions.map((key) => ({ hreflang: key.split('/', 1)[0] ?? '', href: new SiteAddresses(url).urlOf(key) }))
  return [...each, ...each.slice(0, 1).map(({ href }) => ({ hreflang: 'x-default', href }))]
}

interface Sample {
  readonly locale: Locale
  readonly own: string
  readonly alternates: readonly { readonly hreflang: string; readonly href: string }[]
  readonly isEdition: boolean
}

function wholePage(part: string, { locale, own, alternates, isEdition }: Sample): string {
  const isHead = (line: string) => /^<(?:title|meta|link|script type="application\/ld\+json")/.test(line)
  const lines = part.split('\n')
  const head = lines.filter(isHead).join('\n')
  const body = lines.filter((line) => !isHead(line)).join('\n')
  const data = { '@type': 'NewsArticle', headline: title, inLanguage: locale, url: own, datePublished: date, dateModified: date }
  const usual: readonly (readonly [mark: string, html: string])[] = [
    ['<title', `<title>${title} ${locale} ${own}</title>`],
    ['name="description"', `<meta name="description" content="${locale} ${own}">`],
    ['rel="canonical"', `<link rel="canonical" href="${own}">`],
    ['hreflang=', alternates.map(({ hreflang, href }) => `<link rel="alternate" hreflang="${hreflang}" href="${href}">`).join('')],
    ['ld+json', isEdition ? `<script type="application/ld+json">${JSON.stringify(data)}</script>` : ''],
  ]
  const usualHead = usual.map(([mark, html]) => (head.includes(mark) ? '' : html)).join('\n')
  const heading = body.includes('<h1') ? '' : `<h1>${title}</h1>`
  const dir = rtl.has(locale) ? ' dir="rtl"' : ''
  return `<!doctype html><html lang="${locale}"${dir}><head>${usualHead}${head}</head><body>${heading}<time datetime="${date}"></time>${body}</body></html>`
}

function objectsOf(
  text: string,
  locale: string,
): { readonly objects: readonly SampleObject[]; readonly unpublished: readonly Unpublished[] } {
  if (!text.startsWith('=== ')) return { objects: [{ key: `${locale}/talks/index.html` as Key, text }], unpublished: [] }
  const objects: SampleObject[] = []
  const unpublished: Unpublished[] = []
  for (const part of text.slice('=== '.length).split('\n=== ')) {
    const [first = '', ...lines] = part.split('\n')
    const [, why, key = first, name = ''] = /^(draft|held) (\S+) (.+)$/.exec(first) ?? []
    if (why === 'draft' || why === 'held')
      unpublished.push({
        article: 'secret' as ArticleId,
        locale: (key.split('/', 1)[0] ?? '') as Locale,
        title: name,
        key: key as Key,
        why,
      })
    else objects.push({ key: key as Key, text: lines.join('\n') })
  }
  return { objects, unpublished }
}
