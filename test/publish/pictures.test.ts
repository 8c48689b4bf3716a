import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { memoryStore } from '../../pipeline/store/memory-store.ts'
import { key } from '../support/key.ts'
import { photo } from '../support/photo.ts'
import { emptyPng, png } from '../support/picture.ts'
import { article, config, siteIn, smallSite, translation } from '../support/small-site.ts'

/** All assets but the stylesheet. */
const isPicture = (key: string) => /^assets\/(?!style\.)/.test(key)

const picture = (src: string) => `image: { src: ${src}, alt: A picture }\n`

test.each([
  ['the same name in two folders', 'articles/a/p.jpg', 'articles/b/p.jpg'],
  ['names that differ in case', 'articles/a/p.jpg', 'articles/b/P.JPG'],
])('one picture under %s is one asset a format', async (_, one, other) => {
  const site = smallSite({
    'articles/a/index.md': article('A', 'Text.', picture(`./${one.slice(11)}`)),
    'articles/b/index.md': article('B', 'Text.', picture(`./${other.slice(11)}`)),
    [one]: png(1),
    [other]: png(1),
  })
  const { put, errors } = await site.publish()
  const assets = put.filter((name) => /^assets\/p/i.test(name))
  expect([errors, assets.map((name) => name.slice(name.lastIndexOf('.')))]).toEqual([false, ['.png', '.webp', '.avif']])
  for (const page of ['en/a/index.html', 'en/b/index.html'])
    for (const asset of assets) expect(await site.page(page)).toContain(`"/${asset}`)
})

test.each(['server.pem', 'id_rsa', 'credentials.json', 'x.p12', 'secrets.yaml', 'a.jpg.key', 'page.html'])(
  '%s is no picture',
  async (name) => {
    const site = smallSite({
      'articles/a.md': article('A', `![A picture](./${name})`),
      'articles/b.md': article('B', 'Text.', picture(`./${name}`)),
      'articles/c.md': article('C'),
      [`articles/${name}`]: 'secret',
    })
    const { put, held } = await site.publish()
    expect(put.filter(isPicture)).toEqual([])
    expect(put).toContain('en/c/index.html')
    expect(held.filter(({ locale }) => locale === 'en')).toEqual([
      { article: 'a', locale: 'en', why: expect.stringMatching(/^articles\/a\.md:8:\d+: `.*` is no picture/) },
      { article: 'b', locale: 'en', why: expect.stringMatching(/^articles\/b\.md:6:\d+: `.*` is no picture/) },
    ])
  },
)

const secrets = [
  'server.pem',
  'id_rsa',
  'credentials.json',
  'x.p12',
  'passwords.txt',
  '.env',
  'prod.env',
  'aws-credentials.csv',
  'rootkey.csv',
]
const active = ['page.html', 'page.xhtml', 'code.js', 'code.mjs', 'page.htm', 'style.css', 'feed.xml']

test.each([...secrets, ...active])('a link to %s publishes nothing', async (name) => {
  const site = smallSite({ 'articles/a.md': article('A', `[Here](./${name})`), [`articles/${name}`]: 'secret' })
  const { put } = await site.publish()
  expect(put.filter(isPicture)).toEqual([])
})

test.each(['.env', '.hidden/p.jpg'])('%s, whose name begins with a dot, is not published', async (name) => {
  const site = smallSite({ 'articles/a.md': article('A', `![A picture](./${name})`), [`articles/${name}`]: 'secret' })
  const { put, errors } = await site.publish()
  expect([errors, put.filter(isPicture)]).toEqual([true, []])
})

test.each(['report.pdf', 'data.csv', 'secret-memo.pdf', 'tokenised.csv'])('a link to %s publishes it', async (name) => {
  const site = smallSite({ 'articles/a.md': article('A', `[Here](./${name})`), [`articles/${name}`]: 'text' })
  const { put, errors } = await site.publish()
  expect([errors, put.filter(isPicture)]).toEqual([false, [expect.stringContaining(`assets/${name.replace(/\.\w+$/, '')}.`)]])
})

test.each([
  ['notes.dat', '-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAA\n'],
  ['deploy.log', 'export AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE'],
  ['chart.png', `\u0089PNG and then ghp_${'a1B2'.repeat(9)}`],
])('%s holds a key: the article is held back, the finding names the file, nothing of it goes out', async (name, content) => {
  const link = name.endsWith('.png') ? `![A chart](${name})` : `[The notes](${name})`
  const site = smallSite({ 'articles/a.md': article('A', link), 'articles/b.md': article('B'), [`articles/${name}`]: content })
  const { put, held } = await site.publish()
  expect([put.filter(isPicture), put.includes(key('en/b/index.html'))]).toEqual([[], true])
  expect(held.filter(({ locale }) => locale === 'en')).toEqual([
    {
      article: 'a',
      locale: 'en',
      why: expect.stringMatching(new RegExp(`^articles/a\\.md:8:\\d+: The file \`${name}\` holds what looks like a key`)),
    },
  ])
})

const filesIn = (folder: string) => (existsSync(folder) ? readdirSync(folder) : [])
const jpeg = photo(900, 600).jpeg().toBuffer()

test('a picture is offered in the formats and widths of the layout, with its size and colour, and what a camera noted stays at home', async () => {
  const site = smallSite({
    'articles/a.md': article('A', '::figure{src="./talks.jpg" alt="The *talks*" caption="In Rome"}', picture('./talks.jpg')),
    'articles/talks.jpg': await photo(900, 600)
      .withExif({ IFD0: { Artist: 'Ada Byron' } })
      .jpeg()
      .toBuffer(),
  })
  const { put } = await site.publish()
  const page = `${await site.page('en/a/index.html')}`
  const file = (width: number, format: string) => `/assets/talks-${width}\\.[0-9a-f]{16}\\.${format}`
  const set = (format: string) => [400, 800, 900].map((width) => `${file(width, format)} ${width}w`).join(', ')
  const source = (format: string) => `<source type="image/${format}" srcset="${set(format)}" sizes="[^"]+">`
  const img = `<img src="${file(900, 'jpg')}" alt="The talks" width="900" height="600" data-colour="#[0-9a-f]{6}" loading="lazy">`
  expect(page).toMatch(new RegExp(`<figure class="picture"><picture>${source('avif')}${source('webp')}${img}</picture><figcaption>In Rome`))
  expect(page).toMatch(/<figure class="picture lead">\s*<picture>.*fetchpriority="high"><\/picture>/)
  const assets = put.filter(isPicture)
  expect(assets).toHaveLength(7)
  for (const asset of assets) expect(await site.page(asset)).not.toContain('Ada Byron')
})

test('what is published is neither encoded nor put again, on a machine that has never seen it', async () => {
  const site = smallSite({ 'articles/a.md': article('A', '![P](p.jpg)'), 'articles/p.jpg': await jpeg })
  const kept = join(site.root, '.colophon/pictures')
  await site.publish()
  expect(filesIn(kept).filter((name) => name.endsWith('.avif'))).toHaveLength(3)
  rmSync(join(site.root, '.colophon'), { recursive: true })
  site.write({ 'articles/a.md': article('A', 'Changed. ![P](p.jpg)') })
  expect((await site.publish()).put).toEqual(['en/a/index.html', 'en/feed.json', 'en/feed.xml', 'en/rss.xml'])
  expect(filesIn(kept).filter((name) => !name.endsWith('.json'))).toEqual([])
  rmSync(join(site.root, '.colophon'), { recursive: true })
  expect((await site.publish({ full: true })).put).toEqual([])
  expect(filesIn(kept).filter((name) => !name.endsWith('.json'))).toEqual([])
})

test('what was encoded on this machine is not encoded again for another store', async () => {
  const site = smallSite({ 'articles/a.md': article('A', '![P](p.jpg)'), 'articles/p.jpg': await jpeg })
  const { put } = await site.publish()
  for (const name of filesIn(join(site.root, '.colophon/pictures'))) {
    if (!name.endsWith('.json')) writeFileSync(join(site.root, '.colophon/pictures', name), 'as it was kept')
  }
  const other = siteIn(site.root, memoryStore())
  expect((await other.publish()).put).toEqual(put)
  for (const asset of put.filter(isPicture)) expect(await other.page(asset)).toBe('as it was kept')
})

test('a link to a picture leads to the whole of it, without what a camera noted', async () => {
  const bytes = await photo(2400, 1600)
    .withExif({ IFD0: { Artist: 'Ada Byron' } })
    .jpeg()
    .toBuffer()
  const site = smallSite({ 'articles/a.md': article('A', '[The picture](p.jpg)'), 'articles/p.jpg': bytes })
  const [asset = ''] = (await site.publish()).put.filter(isPicture)
  expect(asset).toMatch(/^assets\/p-2400\.[0-9a-f]{16}\.jpg$/)
  expect(await site.page('en/a/index.html')).toContain(`<a href="/${asset}">`)
  expect(await site.page(asset)).not.toContain('Ada Byron')
})

test('an SVG is published as it is, and shown by img alone', async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200"><rect width="9" height="9"/></svg>'
  const site = smallSite({ 'articles/a.md': article('A', '![A map](map.svg)'), 'articles/map.svg': svg })
  const [asset = ''] = (await site.publish()).put.filter(isPicture)
  expect(await site.page(asset)).toBe(svg)
  expect(await site.page('en/a/index.html')).toContain(`<p><img src="/${asset}" alt="A map" width="300" height="200" loading="lazy"></p>`)
})

test('a translation may show a picture of its own', async () => {
  const site = smallSite({
    'articles/a.md': article('A', 'See ![A map](p.jpg)'),
    'articles/p.jpg': png(1),
    'articles/p-it.jpg': png(2),
    'locales/it/articles/a.po': translation('it', 'A', { body: 'See ![A map](p.jpg)' }).replace(
      'it See ![A map](p.jpg)',
      'Ecco ![Una carta](p-it.jpg)',
    ),
    'colophon.config.json': config({ check: { rules: { 'lost-link': 'off' } } }),
  })
  const { put } = await site.publish()
  expect(put.filter((name) => name.startsWith('assets/p-it-'))).toHaveLength(3)
  expect(await site.page('it/a/index.html')).toMatch(/<img src="\/assets\/p-it-2\.[0-9a-f]+\.png" alt="Una carta" width="2"/)
})

test.each<[string, string | Uint8Array, RegExp]>([
  ['no picture', 'text', /its bytes are no picture/],
  ['a picture that breaks off', png(1, 40, 40).subarray(0, 60), /it breaks off or is damaged/],
  ['a picture of 100 megapixels', emptyPng(10_000, 10_000), /it has 100 megapixels, expected at most 64 megapixels; scale it down/],
  ['an SVG under another name', '<svg xmlns="http://www.w3.org/2000/svg" width="3" height="2"/>', /expected a name that ends in `\.svg`/],
])('%s holds back its article, at the line of the article, and no other', async (_, bytes, why) => {
  const site = smallSite({
    'articles/a.md': article('A', 'Text.\n\n![A](p.jpg)'),
    'articles/b.md': article('B', '[A](p.jpg)'),
    'articles/c.md': article('C', '![A](q.jpg)'),
    'articles/p.jpg': bytes,
    'articles/q.jpg': png(1),
  })
  const { put, mistakes } = await site.publish()
  expect(put.filter((name) => /^en\/.\/index\.html$/.test(name))).toEqual(['en/c/index.html'])
  expect(mistakes).toEqual([
    expect.stringMatching(/^articles\/a\.md:10:1: error: The picture `p\.jpg` can't be shown: /),
    expect.stringMatching(/^articles\/b\.md:8:1: error: .*unusable-picture/),
  ])
  expect(mistakes[0]).toMatch(why)
})
