import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { failureFrom } from '../support/failure-from.ts'
import { chineseFont } from '../support/fonts.ts'
import { key } from '../support/key.ts'
import { article, config, type Files, smallSite } from '../support/small-site.ts'

const fonts = [{ family: 'Xiao Wei', file: 'fonts/xiaowei.woff2', use: ['text', 'display'] }]

const story = (title: string, body: string, lang: string) => article(title, body, `lang: ${lang}\ntranslate: []\n`)

/** English and Chinese articles, in one font. */
function newsroom(files: Files = {}) {
  const site = smallSite({
    'colophon.config.json': config({ locales: ['en', 'zh'], fonts }),
    'articles/boat.md': story('The boat', 'It came on Monday.', 'en'),
    'articles/chuan.md': story('船回来了', '渡轮星期一回来了。', 'zh'),
    'locales/zh/interface.json': '{}',
    ...files,
  })
  mkdirSync(join(site.root, 'fonts'), { recursive: true })
  cpSync(chineseFont, join(site.root, 'fonts/xiaowei.woff2'))
  return site
}

const fontsIn = (keys: readonly string[]) => keys.filter((key) => key.endsWith('.woff2'))

async function linksOf(site: ReturnType<typeof newsroom>, page: string): Promise<string[]> {
  return (await site.page(page))?.match(/assets\/(?:fonts|xiaowei)\.\w+\.(?:css|woff2)/g) ?? []
}

test('each page brings its letters, in files that are there, and no list brings whole fonts', async () => {
  const site = newsroom()
  const { put } = await site.publish()
  const chinese = await linksOf(site, 'zh/chuan/index.html')
  const english = await linksOf(site, 'en/boat/index.html')
  expect([chinese.length, english.length]).toEqual([2, 2])
  expect(await linksOf(site, 'en/index.html')).toEqual(english)
  expect(await linksOf(site, 'zh/index.html')).toEqual([])
  expect(fontsIn(put)).toHaveLength(2)
  for (const name of [...chinese, ...english]) expect(put).toContain(name)
  const sizes = await Promise.all(fontsIn(put).map(async (name) => (await site.store.get(key(name)))?.body.length ?? 0))
  expect(Math.max(...sizes)).toBeLessThan(25_000)
})

test('a page’s stylesheet names its letters alone, and puts the font first', async () => {
  const site = newsroom()
  await site.publish()
  const [css = ''] = (await linksOf(site, 'zh/chuan/index.html')).filter((key) => key.endsWith('.css'))
  const text = await site.page(css)
  expect(text).toMatch(/^@font-face\{font-family:"Xiao Wei";src:url\(\/assets\/xiaowei\.\w+\.woff2\)format\("woff2"\);font-weight:400;/)
  expect(text).toContain(`U+${'船'.codePointAt(0)?.toString(16).toUpperCase()}`)
  expect(text).not.toContain(`${'海'.codePointAt(0)?.toString(16).toUpperCase()}`)
  expect(text).toMatch(/:root\{--web-text:"Xiao Wei",;--web-display:"Xiao Wei",\}$/)
})

test('a changed paragraph costs the fonts of its page at most, and leaves what a full publish leaves', async () => {
  const site = newsroom()
  await site.publish()
  site.write({ 'articles/boat.md': story('The boat', 'It came on Tuesday.', 'en') })
  expect(fontsIn((await site.publish()).put)).toEqual([])
  site.write({ 'articles/chuan.md': story('船回来了', '渡轮星期二回来了。', 'zh') })
  const { put } = await site.publish()
  expect(fontsIn(put)).toEqual(fontsIn(await linksOf(site, 'zh/chuan/index.html')))
  expect(put).not.toContain('en/boat/index.html')
  expect((await site.publish({ full: true })).put).toEqual([])
})

test('another font makes every page anew; none takes the links away', async () => {
  const site = newsroom()
  await site.publish()
  site.write({ 'colophon.config.json': config({ locales: ['en', 'zh'], fonts: [{ ...fonts[0], locales: ['zh'] }] }) })
  expect((await site.publish()).put).toContain('en/boat/index.html')
  expect(await linksOf(site, 'en/boat/index.html')).toEqual([])
  expect(await linksOf(site, 'zh/chuan/index.html')).toHaveLength(2)
})

test('a file that is no font stops the publish, and is named', async () => {
  const site = newsroom()
  writeFileSync(join(site.root, 'fonts/xiaowei.woff2'), 'no font')
  const { code, text } = await failureFrom(() => site.publish())
  expect([code, text.what]).toEqual(['font-invalid', 'fonts/xiaowei.woff2 is no font that can be read.'])
})
