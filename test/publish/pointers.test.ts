import { parseAtomFeed } from 'feedsmith'
import { expect, test } from 'vitest'
import { collect } from '../support/collect.ts'
import { article, config, type SmallSite, smallSite, translation } from '../support/small-site.ts'

const wide = { 'articles/one.md': article('One'), 'articles/two.md': article('Two', 'Text here.', 'lang: it\n') }

const sites = {
  'complete translations': {
    ...wide,
    'locales/it/articles/one.po': translation('it', 'One'),
    'locales/en/articles/two.po': translation('en', 'Two'),
  },
  'held translations': wide,
  'translations that show the source': { ...wide, 'colophon.config.json': config({ incomplete: 'source' }) },
  'no article in the site’s language': { 'articles/two.md': article('Two', 'Text here.', 'lang: it\n') },
  'no article at all': {},
  'drafts only': { 'articles/one.md': article('One', 'Text here.', 'draft: true\n') },
  'a path of its own': { ...wide, 'colophon.config.json': config({ site: { name: 'Small', url: 'https://small.example/world/news' } }) },
  'many articles': Object.fromEntries(Array.from({ length: 45 }, (_, n) => [`articles/2026/n${n}.md`, article(`N${n}`)])),
}

test.each(Object.entries(sites))('with %s, all that points leads to something, and hreflang leads back', async (_, files) => {
  const site = smallSite(files)
  await site.publish()
  const pages = await everyPage(site)
  const alternates = new Map<string, string[]>()
  for (const [url, text] of pages) {
    for (const target of targets(text, url)) expect([...pages.keys()], `${url} points at ${target}`).toContain(target)
    const found = [...text.matchAll(/<link rel="alternate" hreflang="(?!x-default)[^"]*" href="([^"]*)">/g)].map(([, href = '']) => href)
    if (/<html /.test(text)) alternates.set(url, found)
  }
  for (const [url, others] of alternates) {
    if (others.length > 0) expect(others.includes(url) || isChooser(url), url).toBe(true)
    for (const other of others) expect(alternates.get(other), `${other} back to ${url}`).toEqual(others)
  }
})

test('feeds are Atom, and list what the index lists', async () => {
  const site = smallSite(sites['complete translations'])
  await site.publish()
  for (const locale of ['en', 'it']) {
    const { entries = [], id } = parseAtomFeed((await site.page(`${locale}/feed.xml`)) ?? '')
    expect(id).toBe(`https://small.example/${locale}/`)
    const index = (await site.page(`${locale}/index.html`)) ?? ''
    const listed = [...index.matchAll(/<h2><a href="([^"]*)"/g)].map(([, path]) => `https://small.example${path}`)
    expect(entries.map(({ links }) => links?.[0]?.href)).toEqual(listed)
  }
})

const isChooser = (url: string) => /^https:\/\/small\.example\/(?:world\/news\/)?$/.test(url)

/** What readers can open, by address. */
async function everyPage({ store }: SmallSite): Promise<Map<string, string>> {
  const objects = await collect(store.list(''))
  const texts = objects.filter(({ key }) => !key.startsWith('_colophon/'))
  const base = await baseOf(store)
  return new Map(
    await Promise.all(
      texts.map(async ({ key }): Promise<[string, string]> => {
        const body = (await store.get(key))?.body ?? new Uint8Array()
        return [`${base}/${key.replace(/(^|\/)index\.html$/, '$1')}`, Buffer.from(body).toString('utf8')]
      }),
    ),
  )
}

/** As robots.txt has it. */
async function baseOf(store: SmallSite['store']): Promise<string> {
  const robots = (await collect(store.list('robots.txt')))[0]
  const body = robots === undefined ? undefined : (await store.get(robots.key))?.body
  return /Sitemap: (\S+)\/sitemap\.xml/.exec(Buffer.from(body ?? []).toString('utf8'))?.[1] ?? ''
}

/** Addresses of the site in links, feeds and the sitemap. */
function targets(text: string, url: string): string[] {
  const found = [...text.matchAll(/(?:href|src|content)="([^"#]+)"|<loc>([^<]+)<\/loc>/g)].map(
    ([, attribute, loc]) => attribute ?? loc ?? '',
  )
  return found.filter((address) => /^(?:\/|https:\/\/small\.example)/.test(address)).map((address) => new URL(address, url).href)
}
