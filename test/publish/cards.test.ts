import { expect, test } from 'vitest'
import { colophon } from '../support/cli.ts'
import { failureFrom } from '../support/failure-from.ts'
import { article, config, smallSite, translation } from '../support/small-site.ts'

const cardsIn = (keys: readonly string[]) => keys.filter((key) => key.startsWith('assets/card-'))
const withCards = (cards: unknown = true) => ({ 'colophon.config.json': config({ cards }) })
const imageOf = (page: string | null) => /<meta property="og:image" content="https:\/\/small\.example\/([^"]+)">/.exec(`${page}`)?.[1]

test('each edition has a card of its title, which the page names', async () => {
  const site = smallSite({ ...withCards(), 'articles/a.md': article('A'), 'locales/it/articles/a.po': translation('it', 'A') })
  const { put } = await site.publish()
  expect(cardsIn(put)).toEqual([expect.stringMatching(/^assets\/card-en\./), expect.stringMatching(/^assets\/card-it\./)])
  const page = await site.page('it/a/index.html')
  expect(cardsIn(put)).toContain(imageOf(page))
  expect(page).toContain(
    '<meta property="og:image:width" content="1200">\n<meta property="og:image:height" content="630">\n<meta property="og:image:alt" content="it A">',
  )
  expect(page).toContain(`"image":[{"@type":"ImageObject","url":"https://small.example/${imageOf(page)}","width":"1200","height":"630"}]`)
})

test('a card is drawn and put again only where what it shows has changed', async () => {
  const site = smallSite({ ...withCards(), 'articles/a.md': article('A'), 'articles/b.md': article('B') })
  expect(cardsIn((await site.publish()).put)).toHaveLength(2)
  site.write({ 'articles/a.md': article('A', 'Other text.') })
  expect((await site.publish()).put).toEqual(['en/a/index.html', 'en/feed.json', 'en/feed.xml', 'en/rss.xml'])
  site.write({ 'articles/a.md': article('Another') })
  const { put, deleted } = await site.publish()
  expect([cardsIn(put).length, cardsIn(deleted).length]).toEqual([1, 1])
  site.write(withCards({ accent: '#00aa00' }))
  expect(cardsIn((await site.publish()).put)).toHaveLength(2)
})

test('without the setting there are none', async () => {
  const site = smallSite({ 'articles/a.md': article('A') })
  expect(cardsIn((await site.publish()).put)).toEqual([])
  expect(imageOf(await site.page('en/a/index.html'))).toBeUndefined()
})

test('a title whose letters no font has is not shown as boxes: the card says the site’s name alone, and the publish says so once', async () => {
  const site = smallSite({
    ...withCards(),
    'articles/a.md': article('ชื่อเรื่อง'),
    'articles/b.md': article('หัวข้อ'),
    'articles/c.md': article('Latin 🚢'),
  })
  const { stderr, stdout } = await colophon(['publish', '--to', 'public', '--json'], { cwd: site.root })
  expect(cardsIn(JSON.parse(stdout).put)).toHaveLength(2)
  expect(stderr.match(/No font has the letters of titles in en: .*cards\.fonts/g)).toHaveLength(1)
})

test.each([
  ['isn’t there', 'fonts/none.ttf', /no file `fonts\/none\.ttf` in the site/],
  ['is none', 'articles/a.md', /no TrueType or OpenType font/],
])('a font that %s is a failure that names it', async (_, name, why) => {
  const site = smallSite({ ...withCards({ fonts: [name] }), 'articles/a.md': article('A') })
  expect(await failureFrom(() => site.publish())).toMatchObject({ code: 'card-font', text: { exit: 2, why: expect.stringMatching(why) } })
})
