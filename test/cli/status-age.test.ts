import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { colophon } from '../support/cli.ts'
import { commit, git } from '../support/temporary-repository.ts'
import { temporarySite } from '../support/temporary-site.ts'

const config = '{ "site": { "name": "S", "url": "https://s.example" }, "locales": ["en", "it", "fr"] }'

const article = (...paragraphs: readonly string[]): string =>
  `---\ntitle: T\ndescription: d\ndate: 2026-01-01\nauthors: [A]\n---\n\n${paragraphs.join('\n\n')}\n`

/** A catalog that knows the paragraphs as they were. */
const catalog = (...paragraphs: readonly string[]): string =>
  `msgctxt "title"\nmsgid "T"\nmsgstr "t"\n\n${paragraphs.map((text) => `msgid "${text}"\nmsgstr "${text.length} letters"\n`).join('\n')}`

const first = '2026-01-01T10:00:00Z'
const second = '2026-02-01T10:00:00Z'
const third = '2026-03-01T10:00:00Z'
const fourth = '2026-04-01T10:00:00Z'

const old = 'The ferry leaves the island at nine.'
const edited = 'The ferry leaves the island at ten.'
const again = 'The ferry leaves the island at eleven.'

async function oldest(root: string, words: readonly string[] = []): Promise<unknown> {
  const { stdout } = await colophon(['status', '--json', '--root', root, ...words])
  const { locales } = JSON.parse(stdout)
  expect(locales.it.outdated).toBe(1)
  expect(locales.it.articles.a.oldestOutdated).toBe(locales.it.oldestOutdated)
  return locales.it.oldestOutdated
}

function site(): string {
  const root = temporarySite({ 'colophon.config.json': config, 'articles/': '', 'locales/it/articles/': '', 'locales/fr/articles/': '' })
  git(root, ['init', '--quiet'])
  commit(root, first, { 'articles/a.md': article(old, 'Two.'), 'locales/it/articles/a.po': catalog(old) })
  return root
}

test('a translation is outdated since the commit that took its source away, whatever came later', async () => {
  const root = site()
  commit(root, second, { 'articles/a.md': article(edited, 'Two.') })
  commit(root, third, { 'articles/a.md': article(again, 'Two.', 'Three.') })
  expect(await oldest(root)).toBe('2026-02-01T10:00:00.000Z')
})

test('what a catalog says of the source before counts, so that `sync` changes no age', async () => {
  const root = site()
  commit(root, second, { 'articles/a.md': article(edited, 'Two.') })
  await colophon(['sync', '--root', root])
  commit(root, third, {})
  expect(await oldest(root)).toBe('2026-02-01T10:00:00.000Z')
})

test('a source that went, came back and went again is outdated since the last time', async () => {
  const root = site()
  commit(root, second, { 'articles/a.md': article(edited) })
  commit(root, third, { 'articles/a.md': article(old) })
  commit(root, fourth, { 'articles/a.md': article(again) })
  expect(await oldest(root)).toBe('2026-04-01T10:00:00.000Z')
})

test('wrapping a paragraph anew changes no source', async () => {
  const root = site()
  commit(root, second, { 'articles/a.md': article(old.replace('island at', 'island\nat'), 'Two.') })
  commit(root, third, { 'articles/a.md': article(edited, 'Two.') })
  expect(await oldest(root)).toBe('2026-03-01T10:00:00.000Z')
})

test('a renamed article keeps its ages', async () => {
  const root = site()
  const long = Array.from({ length: 20 }, (_, line) => `Paragraph ${line} stays as it is.`)
  commit(root, first, { 'articles/a.md': null, 'articles/b.md': article(old, ...long) })
  commit(root, second, { 'articles/b.md': article(edited, ...long) })
  commit(root, third, { 'articles/b.md': null, 'articles/a.md': article(edited, ...long) })
  expect(await oldest(root)).toBe('2026-02-01T10:00:00.000Z')
})

test('a source that the article never had is missed since the article came', async () => {
  const root = site()
  commit(root, second, { 'locales/it/articles/a.po': catalog('The ferry leaves the island at noon.') })
  expect(await oldest(root)).toBe('2026-01-01T10:00:00.000Z')
})

test('what isn’t committed yet has no age', async () => {
  const root = site()
  writeFileSync(join(root, 'articles/a.md'), article(edited, 'Two.'))
  expect(await oldest(root)).toBeNull()
})

test('a shallow clone knows no ages', async () => {
  const root = site()
  commit(root, second, { 'articles/a.md': article(edited, 'Two.') })
  git(root, ['clone', '--quiet', '--depth=1', pathToFileURL(root).href, 'clone'])
  expect(await oldest(`${root}/clone`)).toBeNull()
})

test('a site without git knows no ages', async () => {
  const root = temporarySite({
    'colophon.config.json': config,
    'articles/a.md': article(edited, 'Two.'),
    'locales/it/articles/a.po': catalog(old),
  })
  expect(await oldest(root)).toBeNull()
})

test('people read since when, and how long that is', async () => {
  const root = site()
  commit(root, second, { 'articles/a.md': article(edited, 'Two.') })
  const pretty = await colophon(['status', '--locale', 'it', '--root', root])
  expect(pretty.stdout).toMatch(/1 outdated since 2026-02-01 \(\d+ days\)/)
  const markdown = await colophon(['status', '--locale', 'it', '--format', 'markdown', '--root', root])
  expect(markdown.stdout).toContain('| held | 2026-02-01 |')
  const page = await colophon(['status', '--locale', 'it', '--format', 'html', '--root', root])
  expect(page.stdout).toContain('Outdated since <time datetime="2026-02-01T10:00:00+00:00">February 1, 2026</time>')
})
