import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { expect, test } from 'vitest'
import type { Card } from '../../pipeline/model/edition.ts'
import { Html } from '../../pipeline/model/html.ts'
import type { StatusReport } from '../../pipeline/model/status-report.ts'
import { cardView } from '../../pipeline/render/card-view.ts'
import type { Formats } from '../../pipeline/render/formats-view.ts'
import { gatheredLists } from '../../pipeline/render/gathered-lists.ts'
import { html } from '../../pipeline/render/html.ts'
import { gatheredPages, indexPages } from '../../pipeline/render/list-pages.ts'
import type { LocaleView } from '../../pipeline/render/page-view.ts'
import { articlePage, chooserPage, notFoundPage, searchPage } from '../../pipeline/render/pages.ts'
import type { Shell } from '../../pipeline/render/shell.ts'
import { card, sampleShell, tag, templates, to } from './sample.ts'
import { phrase, sampleArticle } from './sample-article.ts'
import { sampleReport, statusPage } from './sample-status.ts'

const word = 'x'
const mute: Formats = {
  date: () => word,
  time: () => word,
  dateTime: () => word,
  machineDate: () => word,
  headline: () => word,
  number: () => word,
  digits: 'latn',
  percent: () => word,
  list: () => word,
  htmlList: (items) => html`${items}`,
  displayName: () => word,
}
const locale: LocaleView = { tag: tag('en'), name: word, dir: 'ltr', openGraph: word }
const usual = sampleShell('en')
const feeds = { title: word, atom: '/feed.xml', rss: '/rss.xml', json: '/feed.json' }
const shell: Shell = {
  ...{ ...usual, locale, t: () => word, formats: mute, feeds },
  site: { ...usual.site, name: word, locales: [locale] },
  lists: { ...usual.lists, feeds: () => feeds },
}
const cards = Array.from({ length: 41 }, () => card({ title: word, description: word, authors: [word] }))
const credit = { team: word, translators: [word], original: { locale, path: '/', url: 'https://news.example/' }, versionDate: new Date(0) }
const neighbour = cardView(cards[0] as Card, shell.site, to)
const plain = phrase(word, { origin: 'outdated' })

test.each([
  [
    'article',
    articlePage(templates, {
      ...sampleArticle({ title: plain, description: plain, place: plain, tags: [word], body: new Html(''), credit, publication: 'marked' }),
      ...shell,
      ...{ previous: neighbour, next: neighbour, related: [neighbour] },
      ...{ updated: new Date(0), outdated: 1, missing: 1, editions: [{ locale, path: '/', current: true }] },
      image: { src: '/a.jpg', sources: [], alt: plain, caption: plain, credit: plain },
    }),
  ],
  ['index', indexPages(templates, shell, to, cards)[1]?.html ?? ''],
  ['tag', listPage('tag')],
  ['author', listPage('author')],
  ['not-found', notFoundPage(templates, shell, to, null).html],
  ['search', searchPage(templates, shell, to, { script: '/assets/search.js', numbers: 'en' }).html],
  ['chooser', chooserPage(templates, shell, to, new Map([[locale.tag, { count: 1, t: () => word }]])).html],
  ['status', statusPage({ site: word, locale, locales: [locale], t: () => word, formats: mute, report: muteReport() })],
])('the template %s has no words of its own', (_, page) => {
  const texts = words(parse(page, { scriptingEnabled: false }))
  expect(texts.length).toBeGreaterThan(3)
  expect(texts.filter((text) => !/^[x\s–,]*$/.test(text))).toEqual([])
})

test('an article’s first view without pictures stays light', () => {
  const css = readFileSync(new URL('../../templates/style.css', import.meta.url))
  expect(gzipSync(css).length).toBeLessThan(10 * 1024)
  expect(gzipSync(articlePage(templates, sampleArticle())).length + gzipSync(css).length).toBeLessThan(40 * 1024)
})

function listPage(kind: 'tag' | 'author'): string {
  const lists = gatheredLists(new Map([[locale.tag, cards]])).filter((list) => list.kind === kind)
  return lists.flatMap((list) => gatheredPages(templates, shell, to, list))[1]?.html ?? ''
}

/** What it says of the newsroom is `x` too. */
function muteReport(): StatusReport {
  const names = /"(title|file|catalog|name|why)":"[^"]*"/g
  const mute = JSON.stringify(sampleReport).replace(names, `"$1":"${word}"`)
  return JSON.parse(
    mute
      .replace(/"(translators)":\["[^\]]*"\]/g, `"$1":["${word}"]`)
      .replaceAll('"broken"', `"${word}"`)
      .replaceAll('"zh-Hant"', `"${word}"`)
      .replaceAll('"ar":', '"en":'),
  )
}

type Node = DefaultTreeAdapterTypes.Node

const shown = ['title', 'alt', 'aria-label', 'placeholder']

/** What people read or hear: text, and attributes that are spoken or shown. */
function words(node: Node): string[] {
  if (node.nodeName === 'script' || node.nodeName === 'style') return []
  if (node.nodeName === '#text') return [(node as DefaultTreeAdapterTypes.TextNode).value]
  const attributes = 'attrs' in node ? node.attrs.filter(({ name }) => shown.includes(name)).map(({ value }) => value) : []
  return [...attributes, ...('childNodes' in node ? node.childNodes.flatMap(words) : [])]
}
