import type { NewsArticle, WithContext } from 'schema-dts'
import { expect, test } from 'vitest'
import { article, config, smallSite, translation } from '../support/small-site.ts'

/** What machines are told on a page: checked JSON of the type that it is written as. */
type Told = Extract<WithContext<NewsArticle>, object> & Readonly<Record<string, unknown>>

function told(page: string | null): Told {
  const [, json = 'null'] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page ?? '') ?? []
  return JSON.parse(json)
}

const files = {
  'articles/one.md': article('One', 'Text here.', 'tags: [sea]\nupdated: 2026-01-03T10:00:00Z\n'),
  'articles/due.md': article('Due', 'Text here.', 'lang: it\n'),
  'locales/it/articles/one.po': translation('it', 'One', { slug: 'uno' }).replace(
    '"Language: it\\n"',
    '"Language: it\\n"\n"Language-Team: Translation Service of Withub\\n"',
  ),
  'locales/en/articles/due.po': translation('en', 'Due'),
}

test('an original names its translations, and each of them it', async () => {
  const site = smallSite(files)
  await site.publish()
  for (const [original, translated] of [
    ['en/one', 'it/uno'],
    ['it/due', 'en/due'],
  ]) {
    const urls = [original, translated].map((path) => `https://small.example/${path}/`)
    const [one, other] = await Promise.all([original, translated].map(async (path) => told(await site.page(`${path}/index.html`))))
    expect([one?.['@id'], other?.['@id']]).toEqual(urls)
    expect(one?.workTranslation).toEqual([{ '@type': 'NewsArticle', '@id': urls[1], url: urls[1], inLanguage: translated?.slice(0, 2) }])
    expect(other?.translationOfWork).toEqual({ '@type': 'NewsArticle', '@id': urls[0], url: urls[0], inLanguage: original?.slice(0, 2) })
    expect(one).not.toHaveProperty('translationOfWork')
    expect(other).not.toHaveProperty('workTranslation')
  }
})

test('a translation credits its translators; dates say their offset', async () => {
  const site = smallSite({ ...files, 'colophon.config.json': config({ site: { url: 'https://small.example', timeZone: 'Europe/Rome' } }) })
  await site.publish()
  expect(told(await site.page('it/uno/index.html'))).toMatchObject({
    '@type': 'NewsArticle',
    headline: 'it One',
    inLanguage: 'it',
    datePublished: '2026-01-02T00:00:00+01:00',
    dateModified: '2026-01-03T11:00:00+01:00',
    author: [{ '@type': 'Person', name: 'Ada', url: 'https://small.example/it/author/ada/' }],
    translator: [{ '@type': 'Organization', name: 'Translation Service of Withub' }],
  })
})

test('an edition that shows the source’s words says their language, and is no translation', async () => {
  const { 'locales/it/articles/one.po': _, ...untranslated } = files
  const site = smallSite({ ...untranslated, 'colophon.config.json': config({ incomplete: 'source' }) })
  await site.publish()
  const data = told(await site.page('it/one/index.html'))
  expect(data).toMatchObject({ inLanguage: 'en', mainEntityOfPage: 'https://small.example/en/one/' })
  for (const name of ['translationOfWork', 'workTranslation', 'translator']) expect(data).not.toHaveProperty(name)
  expect(told(await site.page('en/one/index.html'))).not.toHaveProperty('workTranslation')
})
