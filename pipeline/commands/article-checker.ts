import type { ArticleId } from '../model/article.ts'
import type { ArticleFacts } from './article-facts.ts'
import type { SiteView } from './article-knowledge.ts'
import type { ArticleRecord } from './article-record.ts'
import { type SiteFacts, viewOf } from './gather-site.ts'
import type { Questions } from './inquiry.ts'
import type { Newsroom } from './newsroom.ts'
import type { Merged } from './prepare-article.ts'
import { type KnownUnits, unitMemory } from './unit-memory.ts'

/** What a check has to say of an article, what it asked of the rest of the site, and what it found in each unit: plain JSON. */
export interface CheckedArticle {
  readonly asked: Questions
  readonly record: ArticleRecord
  readonly units: KnownUnits
}

/** Characters of articles and catalogs that are kept merged between the two passes over a site; some thirty megabytes. */
const mostKept = 4_000_000

/** Checks a site's articles one by one: in the main thread, or in one that helps it. */
export class ArticleChecker {
  readonly #room: Newsroom
  #site: SiteView = {}
  readonly #kept = new Map<ArticleId, Merged>()
  #characters = 0

  constructor(room: Newsroom) {
    this.#room = room
  }

  /** What all articles say, for those that are checked from now on. */
  learn(facts: SiteFacts | null): SiteView {
    this.#site = viewOf(facts)
    return this.#site
  }

  /**
   * @param disputed values whose texts are wanted
   * @throws {Failure} `disk-failed`
   */
  async facts(id: ArticleId, disputed: ReadonlySet<string>): Promise<ArticleFacts> {
    const { articleFacts } = await import('./article-facts.ts')
    const merged = await this.#merged(id)
    this.#keep(id, merged)
    return articleFacts(this.#room, merged, disputed)
  }

  /**
   * @param known what was found in its units before
   * @throws {Failure} `disk-failed`
   */
  async check(id: ArticleId, known: KnownUnits): Promise<CheckedArticle> {
    const { listen } = await import('./listen.ts')
    const { judgeArticle } = await import('./prepare-article.ts')
    const { articleRecord } = await import('./article-record.ts')
    const { reachIn } = await import('./reach.ts')
    const { withPictures } = await import('./with-pictures.ts')
    const { view, asked } = listen(this.#room, this.#site)
    const { recall, units } = unitMemory(known)
    const judged = await judgeArticle(this.#room, await this.#merged(id), 'all', { ...view, recall })
    this.#kept.delete(id)
    const prepared = await withPictures(judged, view.reach ?? reachIn(this.#room))
    const questions = asked()
    const locales = new Set(questions['dictionary'])
    const notes = this.#room.dictionaries.findings.filter(({ locale }) => locale !== undefined && locales.has(locale))
    return { asked: questions, record: articleRecord(this.#room, prepared, notes), units }
  }

  async #merged(id: ArticleId): Promise<Merged> {
    const kept = this.#kept.get(id)
    if (kept !== undefined) return kept
    const { mergeArticle } = await import('./prepare-article.ts')
    return await mergeArticle(this.#room, id)
  }

  #keep(id: ArticleId, merged: Merged): void {
    if (merged.kind === 'broken' || this.#kept.has(id)) return
    const catalogs = [...merged.editions.values()].map(({ catalog }) => catalog?.source?.text.length ?? 0)
    const characters = catalogs.reduce((sum, length) => sum + length, merged.article.source.text.length)
    if (this.#characters + characters > mostKept) return
    this.#characters += characters
    this.#kept.set(id, merged)
  }
}
