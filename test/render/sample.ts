import { readFileSync } from 'node:fs'
import { createInstance } from 'i18next'
import type { ArticleId } from '../../pipeline/model/article.ts'
import type { Digest } from '../../pipeline/model/digest.ts'
import type { Card } from '../../pipeline/model/edition.ts'
import type { Locale } from '../../pipeline/model/locale.ts'
import type { Site } from '../../pipeline/model/site.ts'
import { addresses } from '../../pipeline/render/addresses.ts'
import { machineDates } from '../../pipeline/render/formats.ts'
import type { Translate } from '../../pipeline/render/formats-view.ts'
import { type Shell, shell, siteView } from '../../pipeline/render/shell.ts'
import type { Templates } from '../../pipeline/render/templates.ts'
import article from '../../templates/article.ts'
import author from '../../templates/author.ts'
import chooser from '../../templates/chooser.ts'
import index from '../../templates/index.ts'
import moved from '../../templates/moved.ts'
import notFound from '../../templates/not-found.ts'
import search from '../../templates/search.ts'
import tagTemplate from '../../templates/tag.ts'
import { plainSite } from '../support/plain-site.ts'

export const templates: Templates = { article, index, tag: tagTemplate, author, notFound, search, chooser, moved }

export const tags = ['en', 'it', 'fr', 'de', 'es', 'ar', 'zh'] as Locale[]

export const site: Site = {
  ...plainSite,
  name: 'Strait & Sound',
  url: 'https://news.example',
  timeZone: 'Europe/Brussels',
  locales: tags.map((each) => ({ tag: each, fallback: [], incomplete: 'mark', calendar: null, numberingSystem: null })),
}

export const to = addresses(site)

export const view = siteView(site, tags, to.asset('style.css', '0123456789abcdef' as Digest), to)

/** The real interface text, by the real i18next. */
export function sampleShell(locale: string): Shell {
  return shell({ site, view, to, machineDate: machineDates(site.timeZone) }, tag(locale), interfaceText(locale))
}

export function interfaceText(locale: string): Translate {
  const words = JSON.parse(readFileSync(new URL(`../../locales/${locale}/interface.json`, import.meta.url), 'utf8'))
  const instance = createInstance()
  const resources = { [locale]: { interface: words } }
  const interpolation = { escapeValue: false }
  instance.init({ lng: locale, ns: 'interface', resources, keySeparator: false, nsSeparator: false, interpolation, initAsync: false })
  return (key, values = {}) => {
    if (key.startsWith('tag.') && !instance.exists(key)) return key.slice('tag.'.length)
    if (!instance.exists(key, values)) throw new Error(`${locale} has no ${key}`)
    return instance.t(key, values)
  }
}

export function card(more: Partial<Card> & { article?: ArticleId } = {}): Card {
  return {
    article: '2026/11/strait-talks' as ArticleId,
    locale: tag('en'),
    sourceLocale: tag('en'),
    publication: 'complete',
    title: 'Two shores agree on one strait',
    description: 'After nine rounds, a text that both sides call thin.',
    date: '2026-11-18T17:00:00.000Z',
    updated: null,
    authors: ['Orla Kinsallagh'],
    tags: ['law'],
    slug: 'strait-talks',
    ...more,
  }
}

export function tag(text: string): Locale {
  return text as Locale
}
