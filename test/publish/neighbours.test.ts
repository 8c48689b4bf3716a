import { describe, expect, test } from 'vitest'
import { article, type Files, smallSite, translation } from '../support/small-site.ts'

const on = (day: number, title: string, more = '', body?: string) =>
  article(title, body, more).replace('2026-01-02', `2026-01-${`${day}`.padStart(2, '0')}`)

const files: Files = {
  'articles/delta.md': on(2, 'Delta', 'tags: [sea]\n'),
  'articles/bravo.md': on(3, 'Bravo', 'tags: [law]\n'),
  'articles/alpha.md': on(4, 'Alpha', 'tags: [sea, law]\n'),
  'articles/charlie.md': on(5, 'Charlie', 'tags: [sea]\n'),
  'locales/it/articles/delta.po': translation('it', 'Delta'),
  'locales/it/articles/charlie.po': translation('it', 'Charlie'),
}

interface Onward {
  previous: string | null
  next: string | null
  related: string[]
}

function onward(page: string | null): Onward {
  const nav = /<nav class="onward"[\s\S]*?<\/nav>/.exec(page ?? '')?.[0] ?? ''
  const link = (rel: string) => new RegExp(`<a href="([^"]+)" rel="${rel}"`).exec(nav)?.[1] ?? null
  const related = [...(/<ul class="related">[\s\S]*?<\/ul>/.exec(nav)?.[0] ?? '').matchAll(/href="([^"]+)"/g)]
  return { previous: link('prev'), next: link('next'), related: related.map(([, href]) => href ?? '') }
}

describe('an article leads', () => {
  test('to the one before it and the one after it in its language, and to earlier ones on its subjects', async () => {
    const site = smallSite(files)
    await site.publish()
    expect(onward(await site.page('en/delta/index.html'))).toEqual({ previous: null, next: '/en/bravo/', related: [] })
    expect(onward(await site.page('en/alpha/index.html'))).toEqual({
      previous: '/en/bravo/',
      next: '/en/charlie/',
      related: ['/en/delta/'],
    })
    expect(onward(await site.page('en/charlie/index.html'))).toEqual({ previous: '/en/alpha/', next: null, related: ['/en/delta/'] })
    expect(onward(await site.page('it/charlie/index.html'))).toEqual({ previous: '/it/delta/', next: null, related: [] })
  })

  test('to nothing where it is alone', async () => {
    const site = smallSite({ 'articles/one.md': article('One') })
    await site.publish()
    expect(await site.page('en/one/index.html')).not.toContain('<nav class="onward"')
  })

  test('to no edition that is held back, nor to a draft', async () => {
    const site = smallSite({
      ...files,
      'articles/bravo.md': on(3, 'Bravo', 'draft: true\n'),
      'articles/alpha.md': on(4, 'Alpha the the', ''),
    })
    await site.publish()
    expect(onward(await site.page('en/delta/index.html')).next).toBe('/en/charlie/')
  })
})

describe('a push', () => {
  const pages = (put: readonly string[]) => put.filter((key) => /^(en|it)\/[a-z]+\/index\.html$/.test(key)).sort()
  const pushed = async (change: Files) => {
    const site = smallSite(files)
    await site.publish()
    site.write(change)
    const { put, unread } = await site.publish()
    return { put: pages(put), unread, site }
  }

  test('of a new article changes one page beside it in each language', async () => {
    const { put, unread } = await pushed({ 'articles/echo.md': on(6, 'Echo', 'tags: [sea]\n') })
    expect({ put, unread }).toEqual({ put: ['en/charlie/index.html', 'en/echo/index.html'], unread: 3 })
  })

  test('of a changed paragraph changes no page beside it', async () => {
    const { put, unread } = await pushed({ 'articles/alpha.md': on(4, 'Alpha', 'tags: [sea, law]\n', 'Other text.') })
    expect({ put, unread }).toEqual({ put: ['en/alpha/index.html'], unread: 3 })
  })

  test('of a changed title changes the pages that show it', async () => {
    const { put, unread, site } = await pushed({ 'articles/delta.md': on(2, 'Omega', 'slug: delta\ntags: [sea]\n') })
    expect({ put, unread }).toEqual({
      put: ['en/alpha/index.html', 'en/bravo/index.html', 'en/charlie/index.html', 'en/delta/index.html', 'it/delta/index.html'],
      unread: 0,
    })
    expect(await site.page('en/bravo/index.html')).toContain('rel="prev">Omega</a>')
  })

  test('that takes an article away leads its neighbours to each other', async () => {
    const { put, site } = await pushed({ 'articles/bravo.md': null })
    expect(put).toEqual(['en/alpha/index.html', 'en/delta/index.html'])
    expect(onward(await site.page('en/delta/index.html')).next).toBe('/en/alpha/')
  })

  test('for some articles alone leaves it to the next one to lead to what it published', async () => {
    const site = smallSite(files)
    await site.publish()
    site.write({ 'articles/echo.md': on(6, 'Echo') })
    expect(pages((await site.publish({ articles: ['echo'] })).put)).toEqual(['en/echo/index.html'])
    const { put } = await site.publish()
    expect(pages(put)).toEqual(['en/charlie/index.html'])
    expect((await site.publish()).put).toEqual([])
  })
})
