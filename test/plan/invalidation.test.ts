import { describe, expect, test } from 'vitest'
import type { Key, StagedArtifact } from '../../pipeline/model/artifact.ts'
import type { Step } from '../../pipeline/model/step.ts'
import { cacheTag, type InvalidationOptions, invalidation } from '../../pipeline/plan/invalidation.ts'
import { plan } from '../../pipeline/plan/plan.ts'
import { published, staged } from '../support/staged.ts'

const byPath = { base: '', tags: false }
const byTag = { base: '', tags: true }

const forgotten = (changes: readonly Step[], options: InvalidationOptions) => invalidation(changes, [], options)

/** An artifact that carries its tag. */
function withTag(name: string, content = name, more: Partial<StagedArtifact> = {}): StagedArtifact {
  const one = staged(name, content, more)
  return { ...one, headers: { ...one.headers, cacheTag: cacheTag(one.kind, one.key) } }
}

/** The steps from one site to another, in which all objects carry their tags; contents by key. */
function taggedSteps(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>): Step[] {
  return steps(before, after, withTag)
}

/** The steps from one site to another; contents by key. */
function steps(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>, made = staged): Step[] {
  const built = (site: Readonly<Record<string, string>>) => Object.entries(site).map(([name, content]) => made(name, content))
  return plan(built(after), published(...built(before)), { deleteLimit: 10_000, keep: () => false })
}

const pages = (locale: string, count: number, content: string) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`${locale}/article-${index}/index.html`, content]))

test('a changed page is forgotten under both of its addresses', () => {
  expect(forgotten(steps({ 'it/mare/index.html': 'one' }, { 'it/mare/index.html': 'two' }), byPath)).toEqual([
    '/it/mare/',
    '/it/mare/index.html',
  ])
})

test('so is one that goes away; what is new or unchanged is in no cache', () => {
  const before = { 'it/a/index.html': 'a', 'it/feed.xml': 'f' }
  expect(forgotten(steps(before, { 'it/feed.xml': 'f', 'it/b/index.html': 'b' }), byPath)).toEqual(['/it/a/', '/it/a/index.html'])
})

test('assets are named by their content, and never asked about again', () => {
  expect(forgotten(steps({ 'assets/style.1.css': 'a' }, { 'assets/style.2.css': 'b' }), byPath)).toEqual([])
  expect(forgotten(steps({ 'assets/style.1.css': 'a' }, { 'assets/style.1.css': 'b' }), byPath)).toEqual([])
})

test('letters beyond ASCII are encoded, a star is no wildcard, a base path stands in front', () => {
  const changed = steps({ 'ar/بحر*/index.html': 'one' }, { 'ar/بحر*/index.html': 'two' })
  expect(forgotten(changed, { ...byPath, base: '/world' })).toEqual([
    '/world/ar/%D8%A8%D8%AD%D8%B1%2A/',
    '/world/ar/%D8%A8%D8%AD%D8%B1%2A/index.html',
  ])
})

test('many pages of one locale are one wildcard', () => {
  expect(forgotten(steps(pages('it', 51, 'one'), pages('it', 51, 'two')), byPath)).toEqual(['/it/*'])
  expect(forgotten(steps(pages('it', 50, 'one'), pages('it', 50, 'two')), byPath)).toHaveLength(100)
})

test('more locales than wildcards may be, or something at the root, is everything', () => {
  const locales = (count: number) => Array.from({ length: count }, (_, index) => `l${index}`)
  const site = (count: number, content: string) => Object.assign({}, ...locales(count).map((locale) => pages(locale, 20, content)))
  expect(forgotten(steps(site(15, 'one'), site(15, 'two')), byPath)).toHaveLength(15)
  expect(forgotten(steps(site(16, 'one'), site(16, 'two')), { ...byPath, base: '/world' })).toEqual(['/world/*'])
  const root = steps({ ...site(5, 'one'), 'sitemap.xml': 'one' }, { ...site(5, 'two'), 'sitemap.xml': 'two' })
  expect(forgotten(root, byPath)).toEqual(['/*'])
})

test('with tags, many objects of a kind and a locale are one item', () => {
  const changed = taggedSteps(
    { ...pages('it', 3, 'one'), 'it/feed.xml': 'one', 'sitemap.xml': 'one' },
    { ...pages('it', 3, 'two'), 'it/feed.xml': 'two', 'sitemap.xml': 'two' },
  )
  expect(forgotten(changed, byTag)).toEqual(['#pages-it', '/it/feed.xml', '/sitemap.xml'])
})

test('by paths, tags that objects have are none of a cache’s business', () => {
  const items = forgotten(taggedSteps(pages('it', 3, 'one'), pages('it', 3, 'two')), byPath)
  expect(items).toEqual(expect.arrayContaining(['/it/article-0/', '/it/article-2/index.html']))
  expect(items).toHaveLength(6)
})

test('with tags, two objects of a kind are named, so that no others are forgotten', () => {
  const changed = taggedSteps(pages('it', 2, 'one'), pages('it', 2, 'two'))
  expect(forgotten(changed, byTag)).toEqual(['/it/article-0/', '/it/article-0/index.html', '/it/article-1/', '/it/article-1/index.html'])
})

test('with tags, what goes away is forgotten too', () => {
  expect(forgotten(taggedSteps(pages('it', 3, 'one'), {}), byTag)).toEqual(['#pages-it'])
})

test('what was published without tags is forgotten by its paths: caches know of no tag that it has', () => {
  const before = published(...Object.entries(pages('it', 3, 'one')).map(([name, content]) => staged(name, content)))
  const switched = plan(
    Object.entries(pages('it', 3, 'one')).map(([name, content]) => withTag(name, content)),
    before,
    { deleteLimit: 10, keep: () => false },
  )
  expect(forgotten(switched, byTag)).toHaveLength(6)
  expect(forgotten(steps(pages('it', 51, 'one'), pages('it', 51, 'two')), byTag)).toEqual(['/it/*'])
})

test('a page that makes way for a redirect is forgotten by the tag that it had', () => {
  const names = Object.keys(pages('it', 3, 'one'))
  const before = published(...names.map((name) => withTag(name, 'one')))
  const moved = names.map((name) => withTag(name, 'two', { kind: 'redirect' }))
  expect(forgotten(plan(moved, before, { deleteLimit: 10, keep: () => false }), byTag)).toEqual(['#pages-it'])
})

describe('what goes now, and an earlier release had dropped', () => {
  const removed = ['it/old/index.html', 'assets/style.1.css', 'it/a/index.html'] as Key[]
  const changed = steps({ 'it/a/index.html': 'one' }, { 'it/a/index.html': 'two' })
  const all = ['/it/a/', '/it/a/index.html', '/it/old/', '/it/old/index.html']

  test.each([byPath, byTag])('is forgotten again, by its paths and once, assets apart', (options) => {
    expect(invalidation(changed, removed, options).toSorted()).toEqual(all)
    expect(invalidation([], removed, options).toSorted()).toEqual(all)
  })

  test.each([byPath, byTag])('where it is much, is one wildcard', (options) => {
    expect(invalidation([], Object.keys(pages('it', 51, 'x')) as Key[], options)).toEqual(['/it/*'])
  })
})

test.each([
  ['page', 'it/mare/index.html', 'pages-it'],
  ['index', 'pt-BR/feed.xml', 'indexes-pt-BR'],
  ['index', 'robots.txt', 'indexes-site'],
  ['asset', 'assets/style.1.css', 'assets-assets'],
] as const)('the tag of the %s %s is %s', (kind, name, tag) => {
  expect(cacheTag(kind, name as Key)).toBe(tag)
})
