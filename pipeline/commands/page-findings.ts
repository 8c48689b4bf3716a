import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { locateInMessage } from '../catalog/locate-in-message.ts'
import { type ActiveRule, activeRules } from '../check/active-rules.ts'
import type { PageHit } from '../check/pages/page-hit.ts'
import { placeInEdition } from '../check/pages/place-in-edition.ts'
import { rulePage } from '../check/rule-page.ts'
import { type Silences, silencesOf } from '../check/silences.ts'
import { configFiles } from '../config/load-site.ts'
import type { ArticleId } from '../model/article.ts'
import type { Key } from '../model/artifact.ts'
import type { Edition } from '../model/edition.ts'
import type { Finding } from '../model/finding.ts'
import type { Place } from '../model/place.ts'
import { counted } from './counted.ts'
import type { Newsroom } from './newsroom.ts'
import { TemplateSources } from './template-sources.ts'

/** What a hit was seen on. */
export interface SeenOn {
  readonly key: Key
  /** That made the page; null for what no template makes. */
  readonly template: string | null
  /** That the page shows. */
  readonly edition: Edition | null
}

interface Found {
  readonly finding: Finding
  /** Null in the article and its catalogs: their places say enough. */
  readonly pages: Set<Key> | null
}

/** Hits of pages as findings: in the article or the catalog that says what was seen, else in the template. */
export class PageFindings {
  readonly #room: Newsroom
  readonly #active: readonly ActiveRule[]
  readonly #templates: TemplateSources
  readonly #found = new Map<string, Found>()
  /** Of editions: what holds them back. */
  readonly #byArticle = new Map<ArticleId, Finding[]>()
  /** Of pages that show none. */
  readonly #elsewhere = new Map<string, Finding>()

  constructor(room: Newsroom, level: 'errors' | 'all') {
    this.#room = room
    this.#active = activeRules(room.site.rules, level).filter(({ rule }) => rule.kind === 'page')
    this.#templates = new TemplateSources(room.root)
  }

  add(hit: PageHit, on: SeenOn): void {
    const finding = this.#finding(hit, on)
    if (finding === null) return
    const inTemplate = finding.file.startsWith('templates/') || on.edition === null
    const key = JSON.stringify([hit.rule, finding.file, finding.line, finding.column, hit.message])
    const known = this.#found.get(key)
    if (known === undefined) this.#found.set(key, { finding, pages: inTemplate ? new Set([on.key]) : null })
    else known.pages?.add(on.key)
    const { article } = finding
    if (article === undefined) this.#elsewhere.set(key, withPages(finding, [on.key]))
    else this.#byArticle.set(article, [...(this.#byArticle.get(article) ?? []), finding])
  }

  /** Each mistake once, with the pages that a template makes it on. */
  all(): Finding[] {
    return [...this.#found.values()].map(({ finding, pages }) => {
      if (pages === null) return finding
      const { article: _article, locale: _locale, ...shared } = finding
      return withPages(pages.size === 1 ? finding : shared, [...pages])
    })
  }

  /** What is wrong with editions, by article. */
  ofEditions(): ReadonlyMap<ArticleId, readonly Finding[]> {
    return this.#byArticle
  }

  /** What is wrong with all other pages. */
  elsewhere(): Finding[] {
    return [...this.#elsewhere.values()]
  }

  #finding(hit: PageHit, { template, edition }: SeenOn): Finding | null {
    const active = this.#active.find(({ rule }) => rule.name === hit.rule)
    const severity = active?.severityOf(hit) ?? null
    if (active === undefined || severity === null) return null
    const about = { rule: hit.rule, severity, message: hit.message, expected: [], url: rulePage(hit.rule) }
    const scope = edition === null ? {} : { article: edition.article.id, locale: edition.locale }
    // Authors may write of `undefined`, in tags and names too.
    if (hit.rule === 'raw-words' && edition?.article.source.text.includes(hit.evidence.words ?? '') === true) return null
    const found = edition === null ? null : placeInEdition(edition, hit.evidence, locateInMessage)
    if (found === null || edition === null) return { ...about, ...this.#place(hit, template), ...scope }
    const { anchor, unit, message, offset } = found
    const silences: Silences = silencesOf(edition.article, this.#active)
    if (unit === null ? silences.silenceAt(active.rule, offset) : silences.silence(active.rule, unit, message)) return null
    const { place, actual } = anchor
    return { ...about, ...place, ...(actual !== null && { actual }), ...scope }
  }

  #place({ evidence: { markup = [] } }: PageHit, template: string | null): Place {
    return template === null ? { file: configFile(this.#room.root), line: 1, column: 1 } : this.#templates.placeOf(template, markup)
  }
}

/** What no template makes is made from the configuration. */
function configFile(root: string): string {
  return configFiles.find((name) => existsSync(join(root, name))) ?? configFiles[0]
}

function withPages(finding: Finding, [first = '' as Key, ...more]: readonly Key[]): Finding {
  const others = more.length === 0 ? '' : ` and on ${counted(more.length, 'more page')}`
  return { ...finding, message: `${finding.message} (on ${first.replace(/(^|\/)index\.html$/, '$1') || 'the root'}${others})` }
}
