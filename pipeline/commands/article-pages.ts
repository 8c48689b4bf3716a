import { editionBody } from '../merge/edition-body.ts'
import { shownWords } from '../merge/shown-words.ts'
import type { Article, Unit, UnitKind } from '../model/article.ts'
import type { Artifact, Key } from '../model/artifact.ts'
import { digest } from '../model/digest.ts'
import type { Card } from '../model/edition.ts'
import type { Locale } from '../model/locale.ts'
import { relativePath } from '../model/relative-path.ts'
import { type Editions, editionTable, pageLinks } from '../render/alternates.ts'
import { articlePage } from '../render/pages.ts'
import type { ArticleView, CreditView, Phrase, PictureView } from '../render/view.ts'
import { artifact, html } from './artifact.ts'
import { cardsOf, type ShownEdition } from './decide-editions.ts'
import type { Decided, Editorial } from './editorial.ts'
import { linksDigest } from './links-digest.ts'
import type { Press } from './press.ts'

/** What a run makes of an article. */
export interface ArticlePages {
  /** One an edition that this run shows. */
  readonly pages: readonly Artifact[]
  /** Paths in the site that the article points at, there or not. */
  readonly targets: readonly string[]
  /** Pictures and documents of the pages. */
  readonly assets: readonly Key[]
  /** Of the articles that it links to, by path. */
  readonly linked: Linked
}

/** The published editions of articles, by path. */
export type Linked = ReadonlyMap<string, ReadonlyMap<Locale, Card>>

export async function articlePages(press: Press, editorial: Editorial, { prepared, decision }: Decided): Promise<ArticlePages> {
  const { article } = prepared
  const none = { pages: [], targets: [], assets: [], linked: new Map() }
  if (article === null) return none
  const own = pathsOf(article)
  const linked = await linkedCards(press, editorial, own)
  const table = editionTable(cardsOf(decision), press.view.locales, press.to).get(article.id)
  if (decision.shown.size === 0 || table === undefined) return { ...none, targets: own, linked }
  const reached = { targets: new Set(own), assets: new Set<Key>() }
  const pages = [...decision.shown.values()].map((shown) => {
    const page = new Page(press, shown, { table, linked, reached })
    const body = articlePage(press.templates, page.view())
    return artifact({ kind: 'page', address: page.address, body, contentType: html, inputs: () => page.inputs(), card: shown.card })
  })
  return { pages, targets: [...reached.targets], assets: [...reached.assets], linked }
}

/** The paths in the site that an article's addresses lead to, in reading order. */
export function pathsOf({ source, targets }: Article): string[] {
  return [...new Set(targets.flatMap(({ address }) => relativePath(source.path, address)?.path ?? []))]
}

/** The published editions of the articles at some paths. */
export async function linkedCards({ room }: Press, editorial: Editorial, paths: Iterable<string>): Promise<Linked> {
  const found = new Map<string, ReadonlyMap<Locale, Card>>()
  for (const path of paths) {
    const id = room.articleAt.get(path)
    if (id !== undefined && !found.has(path)) found.set(path, await editorial.cards(id))
  }
  return found
}

interface Surroundings {
  readonly table: Editions
  readonly linked: Linked
  /** Filled while the page is made. */
  readonly reached: { readonly targets: Set<string>; readonly assets: Set<Key> }
}

/** One page in the making. */
class Page {
  readonly address
  readonly #press: Press
  readonly #shown: ShownEdition
  readonly #table: Editions
  readonly #linked: Linked
  readonly #reached: Surroundings['reached']

  constructor(press: Press, shown: ShownEdition, { table, linked, reached }: Surroundings) {
    this.#press = press
    this.#shown = shown
    this.#table = table
    this.#linked = linked
    this.#reached = reached
    this.address = table.cards.get(shown.card.locale)?.address ?? press.to.article(shown.card)
  }

  view(): ArticleView {
    const { edition, publication, card } = this.#shown
    const { article, locale } = edition
    const shell = this.#press.shellOf(locale)
    return {
      ...shell,
      ...pageLinks(this.#table, card, this.#press.view.locales),
      path: this.address.path,
      title: this.#phrase('title') ?? { text: card.title, lang: null, origin: 'source' },
      description: this.#phrase('description') ?? { text: card.description, lang: null, origin: 'source' },
      place: this.#phrase('place'),
      date: article.meta.date,
      updated: article.meta.updated,
      authors: article.meta.authors,
      tags: article.meta.tags,
      image: this.#image(),
      body: editionBody(edition, {
        publication,
        t: shell.t,
        date: (date) => localDate(date, (instant) => shell.formats.date(instant)),
        link: (address) => this.#link(address),
        picture: (src) => this.#picture(src),
      }),
      sourceLocale: this.#press.localeView(article.locale),
      credit: this.#credit(),
      publication,
      ...this.#incomplete(),
    }
  }

  #incomplete(): Pick<ArticleView, 'outdated' | 'missing'> {
    const { edition, publication } = this.#shown
    const count = { outdated: 0, missing: 0 }
    for (const [index, { origin }] of edition.words.entries()) {
      if (origin === 'source' || origin === 'translated' || edition.article.units[index]?.kind === 'slug') continue
      count[publication === 'source' ? 'missing' : origin]++
    }
    return count
  }

  /** What the page was made from, beside what all pages are made with. */
  inputs() {
    const { edition, card } = this.#shown
    const words = edition.words.map(({ origin, text, locale }) => [origin, text, locale])
    const sources = [edition.article.source.digest, words, edition.credit, edition.translators]
    const addresses = [...this.#table.cards.values()].map(({ address }) => address.path)
    return digest(JSON.stringify([sources, card, addresses, this.#table.alternates, linksDigest(this.#linked), [...this.#reached.assets]]))
  }

  #phrase(kind: UnitKind): Phrase | null {
    const { edition, publication } = this.#shown
    const index = edition.article.units.findIndex((unit: Unit) => unit.kind === kind)
    if (index < 0) return null
    const { text, locale, origin } = shownWords(edition, index, publication)
    return { text, lang: locale === edition.locale ? null : this.#press.localeView(locale), origin }
  }

  #image(): PictureView | null {
    const { image } = this.#shown.edition.article.meta
    const src = image === null ? null : this.#picture(image.src)
    if (src === null) return null
    const none: Phrase = { text: '', lang: null, origin: 'source' }
    return { src, alt: this.#phrase('image.alt') ?? none, caption: this.#phrase('image.caption'), credit: this.#phrase('image.credit') }
  }

  /** Null for a picture of another site that the configuration doesn't allow. */
  #picture(src: string): string | null {
    const { room } = this.#press
    if (/^https?:\/\//i.test(src)) return room.site.pictureHosts.includes(URL.parse(src)?.host ?? '') ? src : null
    const path = relativePath(this.#shown.edition.article.source.path, src)?.path
    return path === undefined ? null : this.#asset(path)
  }

  /** The address of a picture or document; null where there is none. */
  #asset(path: string): string | null {
    this.#reached.targets.add(path)
    if (!this.#press.room.assets.has(path)) return null
    const { key, path: address } = this.#press.picture(path)
    this.#reached.assets.add(key)
    return address
  }

  /** To the edition in the reader's language, else to the original; text alone where neither is published. */
  #link(address: string): { href: string; hreflang?: string } | null {
    const { article, locale } = this.#shown.edition
    const target = relativePath(article.source.path, address)
    if (target === null) return { href: address }
    if (!target.path.endsWith('.md')) {
      const asset = this.#asset(target.path)
      return { href: asset === null ? address : asset + target.fragment }
    }
    const cards = this.#linked.get(target.path)
    const own = cards?.get(locale)
    if (own !== undefined) return { href: this.#press.to.article(own).path + target.fragment }
    const original = [...(cards?.values() ?? [])].find((card) => card.locale === card.sourceLocale)
    return original === undefined ? null : { href: this.#press.to.article(original).path + target.fragment, hreflang: original.locale }
  }

  #credit(): CreditView | null {
    const { edition } = this.#shown
    const { article } = edition
    if (edition.locale === article.locale) return null
    const original = this.#table.cards.get(article.locale)?.address
    return {
      team: edition.credit,
      translators: edition.translators,
      original: original === undefined ? null : { locale: this.#press.localeView(article.locale), path: original.path, url: original.url },
      versionDate: edition.complete ? (article.meta.updated ?? article.meta.date) : null,
    }
  }
}

/** A day has no time zone: noon in UTC is that day in all of them but the outermost. So has a time without an offset: its day is shown. */
function localDate(date: string, format: (instant: Date) => string): string {
  const isInstant = /(?:Z|[+-]\d{2}:?\d{2})$/i.test(date.slice(10))
  const instant = new Date(isInstant ? date : `${date.slice(0, 10)}T12:00:00Z`)
  return Number.isNaN(instant.getTime()) ? date : format(instant)
}
