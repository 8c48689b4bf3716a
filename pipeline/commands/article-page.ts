import { editionBody } from '../merge/edition-body.ts'
import type { PictureWords } from '../merge/inline-context.ts'
import { isUntranslated } from '../merge/is-untranslated.ts'
import { shownWords } from '../merge/shown-words.ts'
import type { Unit, UnitKind } from '../model/article.ts'
import type { EditionRecord } from '../model/article-record.ts'
import type { Artifact, Key } from '../model/artifact.ts'
import { type Digest, digest } from '../model/digest.ts'
import type { Card } from '../model/edition.ts'
import type { Html } from '../model/html.ts'
import type { ShownPicture } from '../model/picture.ts'
import { relativePath } from '../model/relative-path.ts'
import { type Editions, pageLinks } from '../render/alternates.ts'
import type { ArticleView, CorrectionView, CreditView, Phrase, PictureView, SocialCard } from '../render/article-view.ts'
import { cardView } from '../render/card-view.ts'
import type { Neighbours } from '../render/chronicle.ts'
import { articlePage } from '../render/pages.ts'
import { pictureHtml } from '../render/picture.ts'
import { artifact, html } from './artifact.ts'
import type { ShownEdition } from './decide-editions.ts'
import type { Desk, Linked } from './desk.ts'
import type { Ledger } from './ledger.ts'
import { linksDigest } from './links-digest.ts'
import type { Neighbour } from './neighbourhood.ts'
import type { Press } from './press.ts'

/** One page in the making. */
export class ArticlePage {
  readonly #address
  readonly #press: Press
  readonly #shown: ShownEdition
  readonly #table: Editions
  readonly #linked: Linked
  readonly #targets: readonly string[]
  readonly #neighbours: Neighbours<Neighbour>
  /** What it points at beside that, and which files it shows: known once it is made. */
  readonly #reached = { targets: new Set<string>(), assets: new Set<Key>() }

  constructor(press: Press, shown: ShownEdition, { table, linked, targets }: Desk, neighbours: Neighbours<Neighbour>) {
    this.#press = press
    this.#shown = shown
    this.#table = table ?? { cards: new Map(), alternates: [] }
    this.#linked = linked
    this.#targets = targets
    this.#neighbours = neighbours
    this.#address = this.#table.cards.get(shown.card.locale)?.address ?? press.to.article(shown.card)
  }

  async artifact(view: ArticleView, ledger: Ledger | null): Promise<Artifact> {
    const { locale } = this.#shown.card
    const { html: body, keys } = await this.#press.fonts.forArticle(articlePage(this.#press.templates, view), locale)
    for (const key of keys) this.#reached.assets.add(key)
    const inputs = ledger === null ? {} : { inputs: () => this.#digest(ledger) }
    return artifact({ kind: 'page', address: this.#address, body, contentType: html, card: this.#shown.card, ...inputs })
  }

  /** Of a page that was made. */
  record(ledger: Ledger): Omit<EditionRecord, 'sound'> {
    const { locale, slug, publication, sourceLocale, date, tags, authors } = this.#shown.card
    const { targets, assets } = this.#reached
    const { previous, next, related } = this.#neighbours
    const card = digest(JSON.stringify(this.#shown.card))
    return {
      locale,
      slug,
      publication,
      sourceLocale,
      date,
      tags,
      authors,
      card,
      page: this.#digest(ledger),
      targets: [...targets],
      assets: [this.#press.stylesheet.key, ...assets],
      around: [previous, next, ...related].map((one) => one?.article ?? null),
    }
  }

  #digest(ledger: Ledger): Digest {
    return ledger.page(this.sources(), [...this.#targets, ...this.#reached.targets])
  }

  /** What the page is made from, the files that it points at and what all pages are made with aside. */
  sources(): unknown {
    const { edition, card } = this.#shown
    const words = edition.words.map(({ origin, text, locale }) => [origin, text, locale])
    const addresses = [...this.#table.cards.values()].map(({ address }) => address.path)
    const { previous, next, related } = this.#neighbours
    const neighbours = [previous, next, ...related].map((one) => one && [one.article, one.card])
    const around = [addresses, this.#table.alternates, linksDigest(this.#linked), neighbours]
    return [edition.article.source.digest, words, edition.credit, edition.translators, card, around]
  }

  view(neighbours: Neighbours<Card>): ArticleView {
    const { edition, publication, card } = this.#shown
    const { article, locale } = edition
    const shell = this.#press.shellOf(locale)
    const leadTo = (one: Card | null) => one && cardView(one, this.#press.view, this.#press.to)
    return {
      ...shell,
      ...pageLinks(this.#table, card, this.#press.view.locales),
      markdown: this.#press.room.site.llms ? this.#press.to.twin(card).path : null,
      path: this.#address.path,
      title: this.#phrase('title') ?? { text: card.title, lang: null, origin: 'source' },
      description: this.#phrase('description') ?? { text: card.description, lang: null, origin: 'source' },
      place: this.#phrase('place'),
      date: article.meta.date,
      updated: article.meta.updated,
      corrections: this.#corrections(),
      authors: article.meta.authors,
      tags: article.meta.tags,
      image: this.#image(),
      socialCard: this.#socialCard(),
      body: editionBody(edition, {
        publication,
        t: shell.t,
        date: (date) => localDate(date, (instant) => shell.formats.date(instant)),
        number: shell.formats.number,
        link: (address) => this.#link(address),
        picture: (src, words) => this.#pictureHtml(src, words),
      }),
      sourceLocale: this.#press.localeView(article.locale),
      credit: this.#credit(),
      previous: leadTo(neighbours.previous),
      next: leadTo(neighbours.next),
      related: neighbours.related.map((one) => cardView(one, this.#press.view, this.#press.to)),
      publication,
      untranslated: isUntranslated(edition, publication),
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

  /** As many units as there are corrections, in their order. */
  #corrections(): CorrectionView[] {
    const { corrections } = this.#shown.edition.article.meta
    return corrections.flatMap(({ date }, index) => {
      const text = this.#phrase('correction', index)
      return text === null ? [] : { date, text }
    })
  }

  /** @param nth of this kind, from 0 */
  #phrase(kind: UnitKind, nth = 0): Phrase | null {
    const { edition, publication } = this.#shown
    const first = edition.article.units.findIndex((unit: Unit) => unit.kind === kind)
    if (first < 0) return null
    const index = first + nth
    const { text, locale, origin } = shownWords(edition, index, publication)
    return { text, lang: locale === edition.locale ? null : this.#press.localeView(locale), origin }
  }

  #image(): PictureView | null {
    const { image } = this.#shown.edition.article.meta
    const shown = image === null ? null : this.#picture(image.src)
    if (shown === null) return null
    const none: Phrase = { text: '', lang: null, origin: 'source' }
    return {
      ...shown,
      alt: this.#phrase('image.alt') ?? none,
      caption: this.#phrase('image.caption'),
      credit: this.#phrase('image.credit'),
    }
  }

  #socialCard(): SocialCard | null {
    const { card } = this.#shown
    const made = this.#press.cards?.card(card.title, card.titleLocale ?? card.locale) ?? null
    if (made !== null) this.#reached.assets.add(made.key)
    return made?.shown ?? null
  }

  #pictureHtml(src: string, words: PictureWords): Html | null {
    const shown = this.#picture(src)
    return shown === null ? null : pictureHtml(shown, words)
  }

  /** Null for a picture of another site that the configuration doesn't allow. */
  #picture(src: string): ShownPicture | null {
    const { room, pictures } = this.#press
    if (/^https?:\/\//i.test(src)) return room.site.pictures.hosts.includes(URL.parse(src)?.host ?? '') ? { src, sources: [] } : null
    const path = relativePath(this.#shown.edition.article.source.path, src)?.path
    const pressed = path !== undefined && this.#isThere(path) ? pictures.picture(path) : null
    for (const key of pressed?.keys ?? []) this.#reached.assets.add(key)
    return pressed?.shown ?? null
  }

  /** The address of a file beside the articles; null where there is none. */
  #document(path: string): string | null {
    const address = this.#isThere(path) ? this.#press.pictures.document(path) : null
    if (address !== null) this.#reached.assets.add(address.key)
    return address?.path ?? null
  }

  #isThere(path: string): boolean {
    if (!this.#targets.includes(path)) this.#reached.targets.add(path)
    return this.#press.room.assets.has(path)
  }

  /** To the edition in the reader's language, else to the original; text alone where neither is published. */
  #link(address: string): { href: string; hreflang?: string } | null {
    const { article, locale } = this.#shown.edition
    const target = relativePath(article.source.path, address)
    if (target === null) return { href: address }
    if (!target.path.endsWith('.md')) {
      const asset = this.#document(target.path)
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
