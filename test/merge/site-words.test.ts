import { expect, test } from 'vitest'
import { type InterfaceJson, type SiteWords, siteWords } from '../../pipeline/merge/site-words.ts'
import type { ArticleId } from '../../pipeline/model/article.ts'
import type { Match } from '../../pipeline/model/match.ts'
import type { LocaleSettings } from '../../pipeline/model/site.ts'
import { message } from '../catalog/sample.ts'
import { plainSite } from '../support/plain-site.ts'
import { locale, settings } from '../support/read-text.ts'

function wordsOf(interfaces: Readonly<Record<string, InterfaceJson>>, locales: readonly LocaleSettings[] = []): Promise<SiteWords> {
  const site = { ...plainSite, sourceLocale: locale('it'), locales }
  return siteWords(site, new Map(Object.entries(interfaces).map(([tag, words]) => [locale(tag), words])))
}

const exact = (text: string): Match => ({ kind: 'exact', message: message('One.', text), text })
const fuzzy: Match = {
  kind: 'outdated',
  message: message('One.', 'x'),
  text: 'x',
  how: 'fuzzy',
  previous: { context: null, id: 'One', idPlural: null },
}

test.each(['talks', '2026/talks', 'a|b', 'a:b', 'a.b', 'interface', '%7C'])(
  'an article named `%s` has its own words, in each locale',
  async (id) => {
    const words = await wordsOf({ it: { hello: 'Ciao' } })
    const ids = [id as ArticleId, `${id}|b` as ArticleId, 'b' as ArticleId]
    for (const each of ids) await words.load(each, new Map(['en', 'fr'].map((tag) => [locale(tag), [exact(`${each} ${tag}`)]])))
    for (const each of ids) {
      expect([words.current(each, locale('en'))[0], words.current(each, locale('fr'))[0]]).toEqual([`${each} en`, `${each} fr`])
      expect(words.current(each, locale('de'))).toEqual({})
    }
    expect(words.translate(locale('it'))('hello')).toBe('Ciao')
  },
)

test('only exact words are current', async () => {
  const words = await wordsOf({})
  const id = 'talks' as ArticleId
  await words.load(id, new Map([[locale('en'), [fuzzy, exact('Two'), { kind: 'missing', message: null }]]]))
  expect(words.current(id, locale('en'))).toEqual({ 1: 'Two' })
})

test('an article that was forgotten has no words, and its next ones are not the ones before', async () => {
  const words = await wordsOf({})
  const id = 'talks' as ArticleId
  const en = locale('en')
  await words.load(id, new Map([[en, [exact('before'), exact('gone')]]]))
  words.forget(id)
  expect(words.current(id, en)).toEqual({})
  await words.load(id, new Map([[en, [exact('now')]]]))
  expect(words.current(id, en)).toEqual({ 0: 'now' })
})

test('interface words come along the chain of the locale, then from the source locale, then from English, never from elsewhere', async () => {
  const words = await wordsOf(
    {
      en: { a: 'a en', b: 'b en', c: 'c en', d: 'd en' },
      it: { a: 'a it', b: 'b it', c: 'c it' },
      fr: { a: 'a fr', b: 'b fr' },
      de: { a: 'a de', b: 'b de', c: 'c de', d: 'd de', e: 'e de' },
      ar: { a: 'a ar' },
    },
    [settings('it'), settings('en'), settings('de'), { ...settings('ar'), fallback: [locale('fr')] }],
  )
  const ar = words.translate(locale('ar'))
  expect(['a', 'b', 'c', 'd', 'e'].map((key) => ar(key))).toEqual(['a ar', 'b fr', 'c it', 'd en', 'e'])
  const fa = words.translate(locale('fa'))
  expect(['a', 'd'].map((key) => fa(key))).toEqual(['a it', 'd en'])
  const locales = [settings('it'), settings('pt'), settings('pt-BR')]
  const unchained = await wordsOf({ it: { a: 'a it' }, pt: { a: 'a pt' }, 'pt-BR': {} }, locales)
  expect(unchained.translate(locale('pt-BR'))('a')).toBe('a it')
  expect(words.lacking().filter((word) => word.locale === locale('ar'))).toEqual(['b', 'c', 'd', 'e'].map((key) => ({ locale: 'ar', key })))
})

test('a plural that the locale has is not lacking', async () => {
  const words = await wordsOf({ it: { page_one: '{{count}} pagina', page_other: '{{count}} pagine', hello: 'Ciao' } }, [settings('it')])
  const t = words.translate(locale('it'))
  expect([t('page', { count: 1 }), t('page', { count: 2 }), t('page', { count: 1 })]).toEqual(['1 pagina', '2 pagine', '1 pagina'])
  expect(words.lacking()).toEqual([])
})

test('a key that begins like another one is lacking all the same', async () => {
  const words = await wordsOf({ it: { pages: 'pagine' } }, [settings('it')])
  words.translate(locale('it'))('page')
  expect(words.lacking()).toEqual([{ locale: 'it', key: 'page' }])
})

test('an answer does not depend on what was asked before, however much that was', async () => {
  const words = await wordsOf({ it: { hello: 'Ciao {{name}}' } }, [settings('it')])
  const t = words.translate(locale('it'))
  const names = Array.from({ length: 1200 }, (_, index) => `n${index}`)
  for (let round = 0; round < 2; round++) expect(names.map((name) => t('hello', { name }))).toEqual(names.map((name) => `Ciao ${name}`))
})

test('numbers are written in the digits that the site has chosen', async () => {
  const words = await wordsOf({ ar: { n: '{{n, number}}' }, fa: { n: '{{n, number}}' } }, [
    { ...settings('ar'), numberingSystem: 'arab' },
    { ...settings('fa'), numberingSystem: 'latn' },
  ])
  expect([words.translate(locale('ar'))('n', { n: 1234 }), words.translate(locale('fa'))('n', { n: 1234 })]).toEqual(['١٬٢٣٤', '1,234'])
})

test('a key may hold points and colons', async () => {
  const words = await wordsOf({ it: { 'a.b': 'punto', 'a:b': 'due punti', 'a true b': 'vero' } }, [settings('it')])
  const t = words.translate(locale('it'))
  expect([t('a.b'), t('a:b'), t('a true b')]).toEqual(['punto', 'due punti', 'vero'])
})

test('values are put in as they are: templates escape', async () => {
  const words = await wordsOf({ it: { hello: 'Ciao {{name}}', n: '{{n, number}}' } }, [settings('it')])
  const t = words.translate(locale('it'))
  expect([t('hello', { name: '<A> & "B"' }), t('n', { n: 'molti' })]).toEqual(['Ciao <A> & "B"', 'molti'])
})

test('a tag without a label is shown as written, and lacks nothing', async () => {
  const words = await wordsOf({ en: { 'tag.law': 'Law' }, it: { 'tag.law': 'Diritto' } }, [settings('it')])
  const t = words.translate(locale('it'))
  expect([t('tag.law'), t('tag.mare')]).toEqual(['Diritto', 'mare'])
  expect(words.lacking()).toEqual([])
})
