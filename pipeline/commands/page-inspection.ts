import { checkPage, type ExpectedEdition } from '../check/pages/check-page.ts'
import { Languages } from '../check/pages/languages.ts'
import type { PageFacts } from '../check/pages/page-facts.ts'
import { readPage } from '../check/pages/read-page.ts'
import { SiteAddresses } from '../check/pages/site-address.ts'
import type { Artifact, Derived } from '../model/artifact.ts'
import type { Card } from '../model/edition.ts'
import type { Locale } from '../model/locale.ts'
import { type Editions, editionTable, pageLinks } from '../render/alternates.ts'
import { type Decision, pointersOf } from './decide-editions.ts'
import type { Decided } from './editorial.ts'
import { isOtherPage } from './other-page.ts'
import { PageFindings } from './page-findings.ts'
import type { Press } from './press.ts'
import { templateOf } from './template-of.ts'

/** What a page was read for, and what it says. */
export interface Inspected {
  readonly artifact: Artifact
  readonly html: string
  readonly facts: PageFacts
}

/**
 * Reads the pages that a build makes, each once, and judges each by itself.
 *
 * Law: what is found in a page depends on what the page is made from alone, so a page that needn't be made needn't be read.
 */
export class PageInspection {
  readonly #press: Press
  readonly #languages = new Languages()
  readonly #addresses: SiteAddresses
  /** Titles and descriptions that are shown in another language than that of their edition. */
  readonly #foreign = new Map<string, Locale>()
  readonly findings: PageFindings
  #last: { readonly decision: Decision; readonly editions: Editions | undefined } | null = null
  readonly #onPage: (page: Inspected) => void

  /** @param onPage is handed each page once it was judged */
  constructor(press: Press, level: 'errors' | 'all', onPage: (page: Inspected) => void = () => {}) {
    this.#press = press
    this.#addresses = new SiteAddresses(press.room.site.url)
    this.#onPage = onPage
    this.findings = new PageFindings(press.room, level)
  }

  /** The pages of an article's editions. */
  article({ decision }: Pick<Decided, 'decision'>, pages: readonly Artifact[]): void {
    if (pages.length === 0) return
    const { view } = this.#press
    const editions = this.#editionsOf(decision)
    for (const artifact of pages) {
      const { card } = artifact
      const shown = card === null ? undefined : decision.shown.get(card.locale)
      if (card === null || shown === undefined || editions === undefined) continue
      for (const [text, locale] of foreignPhrases(card)) this.#foreign.set(text, locale)
      const links = pageLinks(editions, card, view.locales)
      const { title, date, updated, authors, locale } = card
      const hits = this.#judge(artifact, locale, { title, date, updated, authors, ...links })
      for (const hit of hits) this.findings.add(hit, { key: artifact.key, template: 'article', edition: shown.edition })
    }
  }

  /** One table serves all pages of an article, which come one by one. */
  #editionsOf(decision: Decision): Editions | undefined {
    if (this.#last?.decision === decision) return this.#last.editions
    const { view, to } = this.#press
    const editions = editionTable(pointersOf(decision), view.locales, to).get(decision.article)
    this.#last = { decision, editions }
    return editions
  }

  /** All other artifacts: of these, the pages that show no edition of their own. */
  other(artifact: Artifact | Derived): void {
    if (!('body' in artifact) || !isOtherPage(artifact)) return
    const first = artifact.key.split('/', 1)[0]
    const { locales, sourceLocale } = this.#press.room.site
    const locale = locales.find(({ tag }) => tag === first)?.tag ?? sourceLocale
    for (const hit of this.#judge(artifact, locale, null))
      this.findings.add(hit, { key: artifact.key, template: templateOf(artifact), edition: null })
  }

  #judge(artifact: Artifact, locale: Locale, edition: ExpectedEdition | null) {
    const html = Buffer.from(artifact.body.buffer, artifact.body.byteOffset, artifact.body.byteLength).toString('utf8')
    const facts = readPage(html, { languages: this.#languages, foreign: this.#foreign, isUnsaid: this.#unsaid(locale) })
    const url = this.#addresses.urlOf(artifact.key)
    this.#onPage({ artifact, html, facts })
    return checkPage(facts, { url, locale, edition }, this.#languages)
  }

  /** A key is its own text where no locale has words for it. */
  #unsaid(locale: Locale): (text: string) => boolean {
    const { words } = this.#press.room
    return (text) => words.lacking().some((one) => one.locale === locale && one.key === text) && words.translate(locale)(text) === text
  }
}

/** Characters of a text that isn't the same in both languages by chance. */
const fewest = 20

function foreignPhrases({ title, titleLocale, description, descriptionLocale }: Card): [string, Locale][] {
  const found: [string, Locale][] = []
  if (titleLocale !== undefined && title.length >= fewest) found.push([title, titleLocale])
  if (descriptionLocale !== undefined && description.length >= fewest) found.push([description, descriptionLocale])
  return found
}
