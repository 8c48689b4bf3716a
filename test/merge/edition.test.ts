import { beforeAll, describe, expect, test } from 'vitest'
import { align } from '../../pipeline/catalog/align.ts'
import { readCatalog } from '../../pipeline/catalog/read-catalog.ts'
import { edition } from '../../pipeline/merge/edition.ts'
import { publication } from '../../pipeline/merge/publication.ts'
import { shownWords } from '../../pipeline/merge/shown-words.ts'
import { type SiteWords, siteWords } from '../../pipeline/merge/site-words.ts'
import type { Catalog } from '../../pipeline/model/catalog.ts'
import { blobDigest } from '../../pipeline/model/digest.ts'
import type { Edition } from '../../pipeline/model/edition.ts'
import type { Incomplete, Site } from '../../pipeline/model/site.ts'
import { plainSite } from '../support/plain-site.ts'
import { articleOfBody, locale, settings } from '../support/read-text.ts'

const site: Site = {
  ...plainSite,
  locales: [
    settings('en'),
    settings('it'),
    { ...settings('ar'), fallback: [locale('it')] },
    { ...settings('fr'), fallback: [locale('ar'), locale('it')] },
    { ...settings('fa'), fallback: [locale('en'), locale('it')] },
  ],
}
const article = articleOfBody('One.\n\nTwo.\n\nOne.')

let words: SiteWords
beforeAll(async () => {
  words = await siteWords(
    site,
    new Map([[locale('en'), { hello: 'Hello {{name}}', n_one: '{{count, number}} page', n_other: '{{count, number}} pages' }]]),
  )
})

function catalog(text: string): Catalog {
  const read = readCatalog({ path: 'x.po', text, digest: blobDigest(Buffer.from(text)) })
  if (read.kind === 'broken') throw new Error(read.finding.message)
  return read.catalog
}

const header = 'msgid ""\nmsgstr ""\n"Language-Team: The Team\\n"\n\n# Translator: Ada <a@b.example>\n'
const title = 'msgctxt "title"\nmsgid "A title"\nmsgstr "T"\n\n'
const front = `${title}msgctxt "description"\nmsgid "A standfirst"\nmsgstr "D"\n\n`
const bodyPo = 'msgid "One."\nmsgstr "Uno."\n\nmsgid "Two."\nmsgstr "Due."\n'

async function merged(tag: string, catalogs: Record<string, string>): Promise<Edition> {
  const read = new Map(Object.entries(catalogs).map(([name, text]) => [locale(name), catalog(text)]))
  const matches = new Map([...read].map(([name, one]) => [name, align(article.units, one)]))
  await words.load(article.id, matches)
  const own = locale(tag)
  const fallback = site.locales.find((one) => one.tag === own)?.fallback ?? []
  const result = edition({ article, locale: own, fallback, catalog: read.get(own) ?? null, matches: matches.get(own) ?? [], words })
  words.forget(article.id)
  return result
}

const body = ({ words: all }: Edition): (readonly [string, string, string])[] =>
  all.slice(-3).map(({ origin, text, locale: tag }) => [origin, text, tag])

describe('an edition', () => {
  test('of the source locale is the source', async () => {
    const source = await merged('en', {})
    expect(source.complete).toBe(true)
    expect(body(source)).toEqual([
      ['source', 'One.', 'en'],
      ['source', 'Two.', 'en'],
      ['source', 'One.', 'en'],
    ])
  })

  test('is complete without a slug, shares the message of a repeated unit, and names its team and translators', async () => {
    const it = await merged('it', { it: header + front + bodyPo })
    expect(it).toMatchObject({ complete: true, credit: 'The Team', translators: ['Ada'] })
    expect(body(it).map(([, text]) => text)).toEqual(['Uno.', 'Due.', 'Uno.'])
  })

  test.each(['', 'LANGUAGE', 'none', 'LANGUAGE <LL@li.org>'])('credits nobody where the header’s team is %j', async (team) => {
    const it = await merged('it', { it: header.replace('The Team', team) + front + bodyPo })
    expect(it.credit).toBeNull()
  })

  test('takes the second occurrence from a message with the context 2', async () => {
    const it = await merged('it', { it: `${header}${front}${bodyPo}\nmsgctxt "2"\nmsgid "One."\nmsgstr "Uno ancora."\n` })
    expect(body(it)[2]).toEqual(['translated', 'Uno ancora.', 'it'])
  })

  test('never shows fuzzy text as current: with #| it is outdated, without it missing', async () => {
    const it = await merged('it', {
      it: `${header}${front}#, fuzzy\n#| msgid "One, once."\nmsgid "One."\nmsgstr "Uno, una volta."\n\n#, fuzzy\nmsgid "Two."\nmsgstr "Forse due."\n`,
    })
    expect(it.complete).toBe(false)
    expect(body(it).slice(0, 2)).toEqual([
      ['outdated', 'Uno, una volta.', 'it'],
      ['missing', 'Two.', 'en'],
    ])
  })

  test('borrows missing words along its chain, and marks them missing', async () => {
    const ar = await merged('ar', { ar: header + front, it: header + front + bodyPo })
    expect(body(ar)[0]).toEqual(['missing', 'Uno.', 'it'])
    expect(ar.complete).toBe(false)
  })

  test('passes over a fallback without the words, and never over the source', async () => {
    const fr = await merged('fr', { fr: header + front, ar: header + front, it: header + front + bodyPo })
    expect(body(fr)[0]).toEqual(['missing', 'Uno.', 'it'])
    const fa = await merged('fa', { fa: header + front, it: header + front + bodyPo })
    expect(body(fa)[0]).toEqual(['missing', 'One.', 'en'])
  })

  test('names the message behind every unit: that of outdated words says what they translate, that of missing ones awaits them', async () => {
    const it = await merged('it', {
      it: `${header}${front}#, fuzzy\n#| msgid "One, once."\nmsgid "One."\nmsgstr "Uno, una volta."\n\nmsgid "Two."\nmsgstr ""\n`,
    })
    expect(it.words.slice(-3, -1).map(({ origin, message }) => [origin, message?.id, message?.previous?.id])).toEqual([
      ['outdated', 'One.', 'One, once.'],
      ['missing', 'Two.', undefined],
    ])
  })

  test('has no team where its catalog names none', async () => {
    const named = (team: string) => `msgid ""\nmsgstr "Language-Team: ${team}\\n"\n\n`
    expect([(await merged('it', { it: named(' ') })).credit, (await merged('it', {})).credit]).toEqual([null, null])
  })

  test('gets article text as data: nothing in it is interpolated, nested or escaped', async () => {
    const it = await merged('it', { it: `${header}${front}msgid "One."\nmsgstr "$t(hello) {{count}} <b> & \\"x\\""\n` })
    expect(body(it)[0]?.[1]).toBe('$t(hello) {{count}} <b> & "x"')
  })
})

describe('how an incomplete edition reaches readers', () => {
  const complete = header + front + bodyPo
  const noTitle = `${header}msgctxt "description"\nmsgid "A standfirst"\nmsgstr "D"\n\n${bodyPo}`
  const outdatedTitle = `${header}#, fuzzy\n#| msgid "The title"\n${title}`
  test.each<[string, Incomplete, boolean, string, string]>([
    ['complete', 'hold', false, complete, 'complete'],
    ['incomplete', 'hold', false, header + title, 'held'],
    ['incomplete, published before', 'hold', true, header + title, 'marked'],
    ['incomplete', 'mark', false, header + title, 'marked'],
    ['without a title', 'mark', false, noTitle, 'held'],
    ['with an outdated title', 'mark', false, outdatedTitle, 'marked'],
    ['without a title, published before', 'mark', true, noTitle, 'marked'],
    ['incomplete', 'source', false, header, 'source'],
    ['complete', 'source', false, complete, 'complete'],
  ])('%s, %s, published before: %s', async (_, incomplete, before, po, expected) => {
    expect(publication(await merged('it', { it: po }), incomplete, before)).toBe(expected)
  })

  test('source shows the source for outdated units too', async () => {
    const it = await merged('it', { it: `${header}${front}#, fuzzy\n#| msgid "One, once."\nmsgid "One."\nmsgstr "Uno, una volta."\n` })
    const index = article.units.length - 3
    expect(shownWords(it, index, 'marked')).toMatchObject({ origin: 'outdated', text: 'Uno, una volta.' })
    expect(shownWords(it, index, 'source')).toMatchObject({ origin: 'missing', text: 'One.', locale: 'en' })
  })
})

describe('interface text', () => {
  test('goes through i18next, with plurals and Intl', () => {
    const t = words.translate(locale('en'))
    expect(t('hello', { name: '<Ada>' })).toBe('Hello <Ada>')
    expect([t('n', { count: 1 }), t('n', { count: 1234 })]).toEqual(['1 page', '1,234 pages'])
  })

  test('falls back along the chain, and says which key is lacking', () => {
    expect(words.translate(locale('ar'))('hello', { name: 'Ada' })).toBe('Hello Ada')
    expect(words.lacking()).toContainEqual({ locale: 'ar', key: 'hello' })
  })
})
