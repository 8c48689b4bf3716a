import { Html } from '../../pipeline/model/html.ts'
import type { ArticleView, Phrase } from '../../pipeline/render/article-view.ts'
import { cardView } from '../../pipeline/render/card-view.ts'
import type { CardView } from '../../pipeline/render/list-view.ts'
import { localeView } from '../../pipeline/render/locale-view.ts'
import { card, sampleShell, tag, to } from './sample.ts'

/** A complete Arabic edition of an Italian article. */
export function sampleArticle(more: Partial<ArticleView> = {}): ArticleView {
  const url = 'https://news.example/it/accordo/'
  return {
    ...sampleShell('ar'),
    path: '/ar/talks/',
    canonical: 'https://news.example/ar/talks/',
    alternates: [
      { hreflang: 'it', href: url },
      { hreflang: 'ar', href: 'https://news.example/ar/talks/' },
      { hreflang: 'x-default', href: url },
    ],
    editions: [
      { locale: localeView({ tag: tag('it') }), path: '/it/accordo/', current: false },
      { locale: localeView({ tag: tag('ar') }), path: '/ar/talks/', current: true },
    ],
    title: phrase('ضفّتان تتفقان على مضيق'),
    description: phrase('نص من إحدى عشرة صفحة.'),
    place: phrase('أوترانتو'),
    date: new Date('2026-11-18T17:00:00Z'),
    updated: null,
    corrections: [],
    authors: ['Orla Kinsallagh'],
    tags: ['law'],
    markdown: null,
    socialCard: null,
    image: {
      src: '/assets/quay.jpg',
      sources: [],
      alt: phrase('رصيف'),
      caption: phrase('الرصيف'),
      credit: phrase('Ada'),
      width: 1600,
      height: 900,
    },
    body: new Html('<p>النص</p>'),
    sourceLocale: localeView({ tag: tag('it') }),
    credit: {
      team: 'Withub',
      translators: ['ليلى حداد'],
      original: { locale: localeView({ tag: tag('it') }), path: '/it/accordo/', url },
      versionDate: null,
    },
    previous: neighbour('talks-fail', 'فشل المحادثات'),
    next: null,
    related: [neighbour('law', 'قانون المضائق')],
    publication: 'complete',
    untranslated: false,
    outdated: 0,
    missing: 0,
    ...more,
  }
}

export function phrase(text: string, more: Partial<Phrase> = {}): Phrase {
  return { text, lang: null, origin: 'translated', ...more }
}

function neighbour(slug: string, title: string): CardView {
  const shell = sampleShell('ar')
  return cardView(card({ locale: shell.locale.tag, slug, title, description: 'نص.' }), shell.site, to)
}
