import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import type { StoredObject } from '../../pipeline/model/store.ts'
import { memoryStore } from '../../pipeline/store/memory-store.ts'
import { readManifest } from '../../pipeline/upload/read-manifest.ts'
import { collect } from '../support/collect.ts'
import { png } from '../support/picture.ts'
import { visible } from '../support/publisher.ts'
import { article, config, type Files, type PublishWishes, type SmallSite, siteIn, smallSite, translation } from '../support/small-site.ts'

const languages = ['en', 'it', { tag: 'fr', fallback: ['it'], incomplete: 'mark' }]

const body = 'See [two](two.md), [three](sub/three.md) and ![a picture](p.jpg).'

/** A catalog that lacks the words of the body. */
const halfDone = (locale: string, title: string) => translation(locale, title).replace(`"${locale} Text here."`, '""')

const alternates = `\${view.alternates.map(({ hreflang, href }) => html\`<link rel="alternate" hreflang="\${hreflang}" href="\${href}">\`)}`
const canonical = `<link rel="canonical" href="\${view.canonical}">`
/** Without its canonical address a page has an error. */
const template = (text: string, head = canonical + alternates) =>
  `import { html } from 'colophon'\nexport default (view) => html\`<html lang="\${view.locale.tag}"><title>${text} \${view.title.text}</title>${head}\${view.body}</html>\``
const brokenInEnglish = `\${view.locale.tag !== 'en' && html\`${canonical}${alternates}\`}`

const numRuns = Number(process.env['RUNS'] ?? 12)

/** What each file of a site may say; null: it isn't there. */
const inputs: Readonly<Record<string, readonly Files[string][]>> = {
  'articles/one.md': [
    article('One'),
    article('One', body),
    article('One', 'Text the the here.'),
    article('One', 'Text here.', 'draft: true\n'),
    article('One', 'Text here.', 'slug: two\n'),
    article('One', 'See [two](two.md#end "Two").', 'updated: 2026-01-03\ntags: [sea]\n'),
    article('One', '[None](none.md), [a list](list.pdf)'),
    article('One', 'Text here.', 'tags: [Sea, law]\n').replace('01-02', '01-07').replace('[Ada]', '[Ada, Bo]'),
    article('One', 'Text here.', 'tags: [law]\n').replace('2026', '2025'),
    article('One', '<!-- colophon-ignore doubled-word: so they say -->\n\nText here.'),
    null,
  ],
  'articles/two.md': [
    article('Two'),
    article('Two', 'Back to [one](one.md).', 'image: { src: p.jpg, alt: A }\n'),
    article('Second', 'Text here.'),
    article('Two', 'Text here.', 'translate: [fr]\n'),
    article('Two', 'Text here.', 'tags: [sea, law]\n'),
    article('Two', 'See [one](one.md).', 'tags: [sea]\n').replace('01-02', '01-05'),
    '---\ntitle: [\n---\n',
    null,
  ],
  'articles/sub/three.md': [
    article('Three'),
    article('Three', 'Text here.', 'lang: it\n'),
    article('Three', 'Text here.', 'tags: [law, sea]\n').replace('01-02', '01-06').replace('Ada', 'Bo'),
    article('Three', '[Two](../two.md)', 'slug: due\ntags: [sea, Law]\n'),
    article('Three', 'Text here.', 'tags: [law]\n').replace('2026-01-02', '2026-01-04T06:00:00Z'),
    null,
  ],
  'articles/sub/three/index.md': [null, article('Third')],
  'articles/four.md': [
    null,
    article('Four', 'Text here.', 'tags: [sea]\n'),
    article('Four', '', 'tags: [LAW]\n').replace('01-02', '01-04'),
  ],
  // Called by another name: the words are in the catalogs of the first.
  'articles/uno.md': [null, article('One'), article('One', body), article('One', 'Text here.', 'slug: one\n')],
  'articles/p.jpg': [png(1), png(2), 'no picture', null],
  'articles/P.JPG': [null, png(1)],
  'articles/list.pdf': [null, 'a list'],
  'locales/it/articles/one.po': [
    translation('it', 'One'),
    translation('it', 'One', { body }),
    halfDone('it', 'One'),
    translation('it', 'One', { slug: 'uno' }),
    translation('it', 'One', { body: '[None](none.md), [a list](list.pdf)' }).replace('it [None](none.md)', 'it ![None](P.JPG)'),
    'msgid "',
    null,
  ],
  'locales/it/articles/two.po': [
    translation('it', 'Two'),
    translation('it', 'Two', { slug: 'uno' }),
    translation('it', 'Two').replace('it Text', 'il il the the Text'),
    null,
  ],
  'locales/fr/articles/one.po': [
    translation('fr', 'One'),
    translation('fr', 'One').replace('fr Text', 'le le Text'),
    halfDone('fr', 'One'),
    null,
  ],
  'locales/fr/articles/two.po': [null, translation('fr', 'Two', { slug: 'deux' })],
  'locales/en/articles/sub/three.po': [null, translation('en', 'Three')],
  'locales/it/interface.json': ['{}', '{ "latest": "Ultime" }', '{ "latest": 1'],
  'locales/it/words.txt': [null, 'the'],
  'templates/article.ts': [null, template('A'), template('B'), template('C', alternates)],
  'templates/style.css': [null, 'body {}'],
  'colophon.config.json': [
    config({ locales: languages }),
    config({ locales: languages, site: { name: 'Smaller', url: 'https://small.example/world', timeZone: 'Asia/Tokyo' } }),
    config({ locales: ['en', 'it', 'fr'], incomplete: 'source' }),
    config({ locales: ['en', 'fr'] }),
    config({ locales: languages, check: { rules: { 'doubled-word': 'off' } } }),
    config({ locales: languages, check: { rules: { 'unused-silence': 'error' } } }),
    config({ locales: languages, publish: { compress: 'gzip' } }),
    config({ locales: languages, feeds: { latest: 1, latestOfTag: 1, hub: 'https://hub.example/' } }),
    config({ locales: languages, feeds: { latest: 2, latestOfTag: 0 }, llms: true }),
    config({ locales: languages, search: true }),
  ],
}

const first: Files = Object.fromEntries(Object.entries(inputs).flatMap(([path, [text = null]]) => (text === null ? [] : [[path, text]])))

const edit: fc.Arbitrary<Files> = fc
  .constantFrom(...Object.keys(inputs))
  .chain((path) => fc.constantFrom(...(inputs[path] ?? [])).map((text) => ({ [path]: text })))

const push = fc.record({
  files: fc.array(edit, { minLength: 1, maxLength: 3 }).map((edits): Files => Object.assign({}, ...edits)),
  hoursLater: fc.constantFrom(0, 0, 25),
})

/** The articles are news, then. */
const start = Date.parse('2026-01-02T12:00:00Z')

/** The same store, apart. */
async function copyOf({ store }: SmallSite) {
  const copy = memoryStore()
  for (const { key } of await collect(store.list(''))) {
    const { body, headers } = (await store.get(key)) as StoredObject
    await copy.put(key, body, headers)
  }
  return copy
}

/** What a publish leaves: objects, what the manifest says of them, and what it told. */
async function publishTo(site: SmallSite, wishes: PublishWishes) {
  const { put, deleted, kept, held, mistakes, unread } = await site.publish(wishes)
  const { entries, made } = (await readManifest(site.store)).manifest
  return { told: { put, deleted, kept, held, mistakes }, objects: await visible(site.store), entries, made, unread }
}

/** Pages of two languages have a mistake, and are made in another order once an article is gone. */
const mistakesInPages: { files: Files; hoursLater: 0 | 25 }[] = [
  { files: { 'templates/article.ts': template('A') }, hoursLater: 0 },
  { files: { 'articles/one.md': article('One', 'Text here.', 'draft: true\n') }, hoursLater: 0 },
]

/** An article that was read for its neighbours alone has an edition that a mistake on its page holds back. */
const mistakeBeside: { files: Files; hoursLater: 0 }[] = [
  {
    files: {
      'articles/sub/three.md': article('Three', 'Text here.', 'lang: it\n'),
      'templates/article.ts': template('D', brokenInEnglish),
    },
    hoursLater: 0,
  },
  { files: { 'articles/one.md': article('One', body) }, hoursLater: 0 },
]

/** Catalogs follow an article to its new name before anybody moves them, change there, and follow it back. */
const rename: { files: Files; hoursLater: 0 }[] = [
  { files: { 'articles/one.md': null, 'articles/uno.md': article('One') }, hoursLater: 0 },
  { files: { 'locales/it/articles/one.po': translation('it', 'One', { slug: 'uno' }) }, hoursLater: 0 },
  { files: { 'articles/two.md': article('Two', 'See [one](uno.md).') }, hoursLater: 0 },
  { files: { 'locales/it/articles/one.po': null, 'locales/it/articles/uno.po': translation('it', 'One', { slug: 'uno' }) }, hoursLater: 0 },
  { files: { 'articles/uno.md': null, 'articles/one.md': article('One') }, hoursLater: 0 },
]

/** Only words on a page change, and what the search index holds with them. */
const searched: { files: Files; hoursLater: 0 }[] = [
  { files: { 'colophon.config.json': config({ locales: languages, search: true }) }, hoursLater: 0 },
  { files: { 'articles/two.md': article('Two', 'Text of another kind.') }, hoursLater: 0 },
]

test.prop([fc.array(push, { minLength: 1, maxLength: 8 })], {
  numRuns,
  examples: [[mistakesInPages], [mistakeBeside], [rename], [searched]],
})(
  'a publish that reads only what changed gives what one gives that reads everything',
  async (pushes) => {
    const site = smallSite(first)
    let time = start
    await site.publish({ now: new Date(time) })
    for (const { files, hoursLater } of pushes) {
      time += hoursLater * 60 * 60 * 1000
      const now = new Date(time)
      site.write(files)
      const clean = await publishTo(siteIn(site.root, await copyOf(site)), { now, full: true })
      const incremental = await publishTo(site, { now })
      expect({ ...incremental, unread: 0 }).toEqual(clean)
    }
  },
  30_000 + numRuns * 5_000,
)

const feeds = (...locales: string[]) => locales.flatMap((locale) => ['feed.json', 'feed.xml', 'rss.xml'].map((name) => `${locale}/${name}`))

const published: Files = {
  'articles/one.md': article('One', 'See [two](two.md) and ![a picture](p.jpg).'),
  'articles/two.md': article('Two'),
  'articles/three.md': article('Three'),
  'articles/p.jpg': png(1),
  'locales/it/articles/two.po': translation('it', 'Two'),
  'locales/it/articles/three.po': halfDone('it', 'Three'),
}

const pictureFiles = ['png', 'webp', 'avif'].map((format) => expect.stringMatching(`^assets/p-2\\.[0-9a-f]{16}\\.${format}$`))

test.each<[string, Files, string[], number]>([
  ['nothing', {}, [], 3],
  [
    'the words of a translation',
    { 'locales/it/articles/two.po': translation('it', 'Two').replace('it Text', 'Testo') },
    ['it/two/index.html', ...feeds('it')],
    2,
  ],
  ['a picture', { 'articles/p.jpg': png(2) }, [...pictureFiles, 'en/one/index.html', ...feeds('en')], 2],
  [
    'the address of what is linked',
    { 'articles/two.md': article('Two', 'Text here.', 'slug: zwei\n') },
    expect.arrayContaining(['en/one/index.html', 'en/three/index.html']),
    0,
  ],
  [
    'the words of what is linked',
    { 'articles/two.md': article('Two', 'Other text.') },
    ['en/two/index.html', 'it/two/index.html', ...feeds('en', 'it')],
    2,
  ],
  ['words of the templates', { 'locales/it/interface.json': '{ "published": "Uscito" }' }, ['it/two/index.html'], 0],
])('where %s changed, only what it touches is read and put', async (_, files, put, unread) => {
  const site = smallSite(published)
  await site.publish()
  site.write(files)
  expect(await site.publish()).toMatchObject({ put, unread })
})

test('a renamed article that is known is not read again, though its catalogs lie at their old place', async () => {
  const site = smallSite(published)
  await site.publish()
  site.write({ 'articles/two.md': null, 'articles/due.md': article('Two'), 'articles/one.md': article('One') })
  expect((await site.publish()).put).toContain('it/due/index.html')
  expect(await site.publish()).toMatchObject({ put: [], unread: 3, requests: 2 })
  site.write({ 'articles/three.md': article('Three', 'Other text.') })
  expect(await site.publish()).toMatchObject({ unread: 2 })
})

test('an article with a mistake is told of at each publish', async () => {
  const site = smallSite({ ...published, 'articles/two.md': article('Two', 'Text the the here.') })
  const first = await site.publish()
  expect(first).toMatchObject({ errors: true, unread: 0 })
  const { held } = first
  expect(await site.publish()).toMatchObject({ errors: true, held, unread: 3, requests: 2 })
  site.write({ 'articles/three.md': article('Three', 'Other text.') })
  expect(await site.publish()).toMatchObject({ errors: true, unread: 2 })
})

test('what a filtered publish leaves aside is read by the next one', async () => {
  const site = smallSite(published)
  await site.publish()
  site.write({ 'articles/two.md': article('Two', 'Other text.') })
  expect(await site.publish({ locales: ['en'] })).toMatchObject({ put: ['en/two/index.html', ...feeds('en')] })
  expect(await site.publish()).toMatchObject({ put: ['it/two/index.html', ...feeds('it')], unread: 2 })
})

test('a mistake in one catalog holds back its edition, though the others are not checked again', async () => {
  const french = translation('fr', 'Two')
  const italian = translation('it', 'Two')
  const site = smallSite({ ...published, 'locales/fr/articles/two.po': french, 'colophon.config.json': config({ locales: languages }) })
  const publish = async (files: Files) => {
    site.write(files)
    const { put, held } = await site.publish()
    return { put, held: held.flatMap(({ article: id, locale }) => (id === 'two' ? locale : [])) }
  }
  expect((await publish({})).held).toEqual([])
  expect((await publish({ 'locales/it/articles/two.po': italian.replace('it Text', 'the the Text') })).held).toEqual(['it'])
  const other = { 'locales/fr/articles/two.po': french.replace('fr Text', 'Le texte') }
  expect(await publish(other)).toEqual({ put: ['fr/two/index.html', ...feeds('fr')], held: ['it'] })
  expect(await publish({ 'locales/it/articles/two.po': italian })).toEqual({ put: [], held: [] })
})
