import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5'
import { describe, expect, test } from 'vitest'
import { article, type Files, smallSite, translation } from '../support/small-site.ts'

const dated = (title: string, more: string, body?: string) => article(title, body, more)

const files: Files = {
  'articles/one.md': dated('One', 'tags: [Sea, law]\n'),
  'articles/two.md': dated('Two', 'tags: [sea]\n').replace('[Ada]', '[Ada, Bo]'),
  'articles/three.md': dated('Three', 'lang: it\ntags: [porti]\n').replace('[Ada]', '[Caterina]'),
  'locales/it/articles/one.po': translation('it', 'One'),
  'locales/it/interface.json': '{ "tag.law": "Diritto" }',
}

describe('tags and authors', () => {
  test('have a page in each locale that has such articles, linked from these', async () => {
    const site = smallSite(files)
    const { put } = await site.publish()
    expect(put.filter((key) => /\/(tag|author)\/.*html$/.test(key)).sort()).toEqual([
      'en/author/ada/index.html',
      'en/author/bo/index.html',
      'en/tag/law/index.html',
      'en/tag/sea/index.html',
      'it/author/ada/index.html',
      'it/author/caterina/index.html',
      'it/tag/law/index.html',
      'it/tag/porti/index.html',
      'it/tag/sea/index.html',
    ])
    expect(linksOf(await site.page('it/one/index.html'))).toEqual(
      expect.arrayContaining(['/it/author/ada/', '/it/tag/sea/', '/it/tag/law/']),
    )
    expect(linksOf(await site.page('en/tag/sea/index.html'))).toEqual(expect.arrayContaining(['/en/one/', '/en/two/']))
    expect(linksOf(await site.page('it/tag/sea/index.html'))).not.toContain('/it/two/')
  })

  test('are named in the reader’s language, and lead to the languages that have them', async () => {
    const site = smallSite(files)
    await site.publish()
    const law = (await site.page('it/tag/law/index.html')) ?? ''
    expect(law).toContain('<h1>Diritto</h1>')
    expect(law).toContain('<link rel="alternate" hreflang="en" href="https://small.example/en/tag/law/">')
    expect(law).toContain('<link rel="alternate" hreflang="x-default" href="https://small.example/en/tag/law/">')
    const ports = (await site.page('it/tag/porti/index.html')) ?? ''
    expect(ports).toContain('<link rel="alternate" hreflang="x-default" href="https://small.example/it/tag/porti/">')
    expect(ports).not.toContain('hreflang="en"')
    const sitemap = (await site.page('sitemap.xml')) ?? ''
    expect(sitemap).toContain('<loc>https://small.example/it/tag/porti/</loc>')
    expect(sitemap).toContain('<loc>https://small.example/en/author/bo/</loc>')
  })

  test('go on to further pages, as indexes do', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 21 }, (_, index) => [`articles/${index}.md`, dated(`Story ${index}`, 'tags: [sea]\n')]),
    )
    const site = smallSite(many)
    const { put } = await site.publish()
    expect(put).toEqual(expect.arrayContaining(['en/tag/sea/page/2/index.html', 'en/author/ada/page/2/index.html']))
    const [first, second] = [await site.page('en/tag/sea/index.html'), await site.page('en/tag/sea/page/2/index.html')]
    expect([linksOf(first), linksOf(second)].map((links) => links.filter((link) => /^\/en\/\d+\/$/.test(link)).length)).toEqual([20, 1])
    expect(second).not.toContain('rel="alternate" hreflang')
  })

  test('whatever they are called: nothing leaves its folder, nothing is markup', async () => {
    const names = ['<b>', '../../etc', '🎉', '\\u202eevil', 'a" onclick="x', '</script>', 'C++', 'page']
    const list = JSON.stringify(names).replaceAll('\\\\u', '\\u')
    const site = smallSite({ 'articles/one.md': dated('One', `tags: ${list}\n`).replace('[Ada]', list) })
    const { put } = await site.publish()
    const lists = put.filter((key) => /^en\/(tag|author)\/.*html$/.test(key))
    expect(lists).toHaveLength(2 * names.length)
    expect(lists.every((key) => /^en\/(tag|author)\/[\p{L}\p{M}\p{N}-]+\/index\.html$/u.test(key))).toBe(true)
    for (const key of ['en/one/index.html', ...lists]) {
      const elements = allElements(await site.page(key))
      expect(elements.filter(({ tagName }) => tagName === 'b')).toEqual([])
      expect(elements.flatMap(({ attrs }) => attrs).filter(({ name }) => name.startsWith('on'))).toEqual([])
    }
  })
})

describe('a push', () => {
  test('that changes an article’s title puts the lists that show it, no others', async () => {
    const site = smallSite(files)
    await site.publish()
    site.write({ 'articles/two.md': dated('Zwei', 'tags: [sea]\nslug: two\n').replace('[Ada]', '[Ada, Bo]') })
    const { put } = await site.publish()
    expect(put.filter((key) => /\/(tag|author)\/.*html$/.test(key)).sort()).toEqual([
      'en/author/ada/index.html',
      'en/author/bo/index.html',
      'en/tag/sea/index.html',
    ])
  })

  test('that gives an author to another language tells the pages of the first', async () => {
    const site = smallSite(files)
    await site.publish()
    site.write({ 'locales/it/articles/two.po': translation('it', 'Two') })
    const { put } = await site.publish()
    expect(put).toEqual(expect.arrayContaining(['it/author/bo/index.html', 'en/author/bo/index.html']))
    expect(await site.page('en/author/bo/index.html')).toContain('hreflang="it" href="https://small.example/it/author/bo/"')
  })

  test('that takes the last article from a tag takes its page away', async () => {
    const site = smallSite(files)
    await site.publish()
    site.write({ 'articles/one.md': dated('One', 'tags: [Sea]\n') })
    const { deleted } = await site.publish()
    expect(deleted.filter((key) => key.endsWith('.html')).sort()).toEqual(['en/tag/law/index.html', 'it/tag/law/index.html'])
  })
})

function linksOf(page: string | null): string[] {
  return allElements(page).flatMap(({ tagName, attrs }) =>
    tagName === 'a' ? attrs.flatMap(({ name, value }) => (name === 'href' ? value : [])) : [],
  )
}

function allElements(page: string | null): Tree.Element[] {
  const found: Tree.Element[] = []
  const visit = (node: Tree.Node): void => {
    if ('tagName' in node) found.push(node)
    if ('childNodes' in node) node.childNodes.forEach(visit)
  }
  visit(parse(page ?? ''))
  return found
}
