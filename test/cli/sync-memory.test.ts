import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { colophon } from '../support/cli.ts'
import { temporarySite } from '../support/temporary-site.ts'

const config = JSON.stringify({
  site: { name: 'N', url: 'https://n.example', timeZone: 'UTC' },
  sourceLocale: 'en',
  locales: ['en', 'it', 'fr', 'zh'],
})

const article = (title: string, body: string, lang = 'en') =>
  `---\ntitle: ${title}\ndescription: D ${title}\ndate: 2026-11-01\nauthors: [Ada]\nlang: ${lang}\n---\n\n${body}\n`

const catalog = (...pairs: readonly (readonly [string, string])[]) =>
  `msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n${pairs.map(([id, text]) => `\nmsgid "${id}"\nmsgstr "${text}"\n`).join('')}`

const chat = 'The talks resume in Vienna on Monday.'

/** Two articles that share a paragraph, one that has a near one, and one in another language that has the same word. */
const files = {
  'colophon.config.json': config,
  'articles/2026/a.md': article('A', `${chat}\n\nChat`),
  'articles/2026/b.md': article('B', `${chat}\n\nMore of B.`),
  'articles/2026/c.md': article('C', 'The talks resume in Vienna on Tuesday.\n\nChat'),
  'articles/2026/d.md': article('D', 'Chat', 'fr'),
  'locales/it/articles/2026/a.po': catalog([chat, 'I colloqui riprendono lunedì a Vienna.']),
  'locales/it/articles/2026/d.po': catalog(['Chat', 'Gatto']),
  'locales/zh/articles/2026/a.po': catalog([chat, '会谈周一在维也纳恢复。']),
}

const read = (root: string, path: string) => readFileSync(join(root, path), 'utf8')

const catalogs = ['it', 'fr', 'zh', 'en'].flatMap((tag) =>
  ['a', 'b', 'c', 'd']
    .filter((name) => (name === 'd' ? tag !== 'fr' : tag !== 'en'))
    .map((name) => `locales/${tag}/articles/2026/${name}.po`),
)

const all = (root: string) => Object.fromEntries(catalogs.map((path) => [path, read(root, path)]))

test('a missing message is filled from another article’s exact source', async () => {
  const root = temporarySite(files)
  expect((await colophon(['sync', '--root', root, '--quiet'])).status).toBe(0)
  expect(read(root, 'locales/it/articles/2026/b.po')).toContain(
    `#. paragraph\n#. From 2026/a\n#, fuzzy\nmsgid "${chat}"\nmsgstr "I colloqui riprendono lunedì a Vienna."\n`,
  )
  expect(read(root, 'locales/zh/articles/2026/b.po')).toContain('msgstr "会谈周一在维也纳恢复。"')
  expect(read(root, 'locales/fr/articles/2026/b.po')).not.toContain('From')
  expect(read(root, 'locales/it/articles/2026/b.po')).toContain('msgid "More of B."\nmsgstr ""')
})

test('an article in another language teaches nothing', async () => {
  const root = temporarySite(files)
  await colophon(['sync', '--root', root])
  expect(read(root, 'locales/it/articles/2026/a.po')).toContain('#. paragraph\nmsgid "Chat"\nmsgstr ""')
})

test('a suggestion counts as missing', async () => {
  const root = temporarySite(files)
  await colophon(['sync', '--root', root])
  const status = JSON.parse((await colophon(['status', '--root', root, '--json', '--locale', 'it'])).stdout)
  expect(status.locales.it.articles['2026/b']).toMatchObject({ translated: 0, outdated: 0 })
})

test('no reader sees a suggestion', async () => {
  const root = temporarySite({ ...files, 'colophon.config.json': JSON.stringify({ ...JSON.parse(config), incomplete: 'source' }) })
  await colophon(['sync', '--root', root])
  expect((await colophon(['build', '--root', root, '--out', join(root, 'out')])).status).toBe(0)
  const page = read(root, 'out/it/2026/b/index.html')
  expect(page).toContain(chat)
  expect(page).not.toContain('I colloqui')
})

test('twice, one article at a time in another order, or one locale at a time: the same bytes', { timeout: 120_000 }, async () => {
  const root = temporarySite(files)
  const [byArticle, byLocale] = [temporarySite(files), temporarySite(files)]
  await colophon(['sync', '--root', root])
  const once = all(root)
  expect((await colophon(['sync', '--root', root, '--quiet'])).stdout).toBe('0 added, 0 updated, 12 unchanged.\n')
  expect(all(root)).toEqual(once)
  for (const id of ['2026/b', '2026/d', '2026/a', '2026/c']) await colophon(['sync', '--root', byArticle, '--article', id])
  expect(all(byArticle)).toEqual(once)
  for (const tag of ['zh', 'it', 'en', 'fr']) await colophon(['sync', '--root', byLocale, '--locale', tag])
  expect(all(byLocale)).toEqual(once)
})

test('--suggest offers close ones in comments, a sync without it takes them away, --check passes over both', async () => {
  const root = temporarySite(files)
  await colophon(['sync', '--root', root])
  const plain = all(root)
  const suggest = ['sync', '--suggest', '--root', root, '--quiet']
  expect((await colophon(suggest)).stdout).toBe(
    'updated: locales/it/articles/2026/c.po\nupdated: locales/zh/articles/2026/c.po\n0 added, 2 updated, 10 unchanged.\n',
  )
  expect(read(root, 'locales/it/articles/2026/c.po')).toMatch(
    /#\. Close \(9\d%, 2026\/a\): "The talks resume in Vienna on Monday\." → "I colloqui riprendono lunedì a Vienna\."\nmsgid "The talks resume in Vienna on Tuesday\."\nmsgstr ""/,
  )
  const suggested = all(root)
  expect((await colophon(suggest)).stdout).toBe('0 added, 0 updated, 12 unchanged.\n')
  expect((await colophon(['sync', '--check', '--root', root])).status).toBe(0)
  expect(all(root)).toEqual(suggested)
  await colophon(['sync', '--root', root])
  expect(all(root)).toEqual(plain)
})

test('--check misses no suggestion that a plain sync would give', async () => {
  const { 'locales/it/articles/2026/a.po': known, ...without } = files
  const root = temporarySite(without)
  await colophon(['sync', '--root', root])
  writeFileSync(join(root, 'locales/it/articles/2026/a.po'), known)
  const ofB = ['sync', '--root', root, '--locale', 'it', '--article', '2026/b', '--quiet']
  expect((await colophon([...ofB, '--check'])).status).toBe(0)
  expect((await colophon(ofB)).stdout).toBe('updated: locales/it/articles/2026/b.po\n0 added, 1 updated, 0 unchanged.\n')
})
