import { gzipSync } from 'node:zlib'
import { PageWeights } from '../check/pages/page-weights.ts'
import { SiteAddresses } from '../check/pages/site-address.ts'
import type { SiteHit, Unpublished } from '../check/pages/site-facts.ts'
import { SitePages } from '../check/pages/site-pages.ts'
import type { Artifact, Derived, Key } from '../model/artifact.ts'
import type { Card, Edition } from '../model/edition.ts'
import type { Finding } from '../model/finding.ts'
import { indexable } from '../render/alternates.ts'
import type { Decided } from './editorial.ts'
import { isOtherPage } from './other-page.ts'
import { type Inspected, PageInspection } from './page-inspection.ts'
import { prepareArticle } from './prepare-article.ts'
import type { Press } from './press.ts'
import { templateOf } from './template-of.ts'
import { unpublishedOf } from './unpublished.ts'

export interface CheckedPages {
  readonly findings: readonly Finding[]
  readonly pages: number
}

/** Reads all pages of a site as they are made, and judges them together at the end. */
export class SiteInspection {
  readonly #each: PageInspection
  readonly #press: Press
  readonly #pages: SitePages
  readonly #weights: PageWeights
  readonly #unpublished: Unpublished[] = []
  readonly #cards = new Map<Key, Card>()

  constructor(press: Press) {
    const { url, locales, rules, feeds } = press.room.site
    this.#press = press
    this.#pages = new SitePages({ url, locales: locales.map(({ tag }) => tag), latest: feeds.latest })
    const { kilobytes } = rules.get('page-weight')?.options ?? {}
    this.#weights = new PageWeights(new SiteAddresses(url), typeof kilobytes === 'number' ? kilobytes : undefined, gzipped)
    this.#each = new PageInspection(press, 'all', (page) => this.#page(page))
  }

  /** What of an article must not be seen on any page. */
  decided(decided: Decided): void {
    this.#unpublished.push(...unpublishedOf(decided, this.#press.to))
  }

  /** Pages of an article. */
  article(decided: Decided, pages: readonly Artifact[]): void {
    this.#each.article(decided, pages)
  }

  /** Whatever else is published. */
  async other(artifact: Artifact | Derived): Promise<void> {
    const { key, kind, card } = artifact
    const type = artifact.headers.contentType
    if (card !== null) return
    this.#each.other(artifact)
    if (isOtherPage(artifact)) return
    const isText = /^(?:text\/|application\/(?:\w+\+)?(?:xml|json)\b|application\/feed\+json)/.test(type)
    if (kind !== 'asset') {
      this.#pages.object(key, isText && 'body' in artifact ? Buffer.from(artifact.body).toString('utf8') : null)
      return
    }
    if (!/\.(?:css|m?js|woff2?)$/.test(key)) {
      this.#pages.object(key, null)
      return
    }
    const body = 'make' in artifact ? await artifact.make() : artifact.body
    this.#weights.asset(key, body)
    this.#pages.object(key, key.endsWith('.css') ? Buffer.from(body).toString('utf8') : null)
  }

  async end(): Promise<CheckedPages> {
    const { findings } = this.#each
    const hits = this.#pages.hits(this.#unpublished)
    for (const site of hits) await this.#place(site)
    return { findings: findings.all(), pages: this.#pages.pages }
  }

  #page({ artifact, facts }: Inspected): void {
    const { card, key, body } = artifact
    const edition = card === null ? null : { article: card.article, locale: card.locale, date: card.date, indexable: indexable(card) }
    this.#pages.page(key, facts, edition)
    if (card !== null) this.#cards.set(key, card)
    const on = { key, template: card === null ? templateOf(artifact) : 'article', edition: null }
    for (const hit of this.#weights.page(key, body, facts)) this.#each.findings.add(hit, on)
  }

  /** What was seen on many pages is sought in one of each article: its texts are long forgotten, and read again. */
  async #place({ seen, hit }: SiteHit): Promise<void> {
    const articles = new Set<string>()
    for (const key of seen) {
      const card = this.#cards.get(key)
      if (card !== undefined && hit.evidence.part === 'body') {
        if (articles.has(card.article)) continue
        articles.add(card.article)
      }
      this.#each.findings.add(hit, { key, template: this.#templateOf(key), edition: await this.#edition(key) })
    }
  }

  #templateOf(key: Key): string | null {
    if (this.#cards.has(key)) return 'article'
    return key.endsWith('.html') ? templateOf({ key, kind: 'index' }) : null
  }

  async #edition(key: Key): Promise<Edition | null> {
    const card = this.#cards.get(key)
    if (card === undefined) return null
    const { editions } = await prepareArticle(this.#press.room, card.article, 'none')
    return editions.get(card.locale) ?? null
  }
}

/** As most servers compress by default. */
function gzipped(body: Uint8Array): number {
  return gzipSync(body, { level: 6 }).length
}
