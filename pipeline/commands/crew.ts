import { once } from 'node:events'
import { statSync } from 'node:fs'
import { getCompileCacheDir } from 'node:module'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { activeNeeds } from '../check/active-rules.ts'
import type { ArticleId } from '../model/article.ts'
import { Failure } from '../model/failure.ts'
import { ArticleChecker, type CheckedArticle } from './article-checker.ts'
import type { ArticleFacts } from './article-facts.ts'
import type { SiteView } from './article-knowledge.ts'
import { breathe } from './breathe.ts'
import type { Answer, Order } from './check-orders.ts'
import type { ThreadData } from './check-thread.ts'
import type { SiteFacts } from './gather-site.ts'
import type { Newsroom } from './newsroom.ts'
import type { KnownUnits } from './unit-memory.ts'

export interface CrewSize {
  /** At most, the main one included. */
  readonly threads: number
  /** Bytes to read from which a thread more is worth its start, in which it loads program and dictionaries anew. */
  readonly worthwhile: number
}

/** Articles in one order: of more, the last ones would be waited for. */
const inOneOrder = 4

/**
 * Who checks a site's articles: the main thread, and for many articles threads that help it.
 *
 * Law: with helpers or without, the results are the same.
 */
export class Crew {
  readonly #room: Newsroom
  readonly #signal: AbortSignal
  readonly #size: CrewSize
  readonly #own: ArticleChecker
  readonly #helpers: Helper[] = []
  #facts: SiteFacts | null = null

  constructor(room: Newsroom, signal: AbortSignal, size: CrewSize = { threads: threadsFor(room), worthwhile: 500_000 }) {
    this.#room = room
    this.#signal = signal
    this.#size = size
    this.#own = new ArticleChecker(room)
  }

  /** @throws {Failure} `disk-failed` */
  async facts(ids: readonly ArticleId[], disputed: ReadonlySet<string>): Promise<ReadonlyMap<ArticleId, ArticleFacts>> {
    return await this.#share(
      ids,
      (id) => this.#own.facts(id, disputed),
      async (some, helper) => {
        const answer = await helper.do({ kind: 'facts', ids: some, disputed })
        return answer.kind === 'facts' ? answer.results : []
      },
    )
  }

  /** What all articles say, for those that are checked from now on. */
  async learn(facts: SiteFacts | null): Promise<SiteView> {
    this.#facts = facts
    await Promise.all(this.#helpers.map((helper) => helper.do({ kind: 'learn', facts })))
    return this.#own.learn(facts)
  }

  /** @throws {Failure} `disk-failed` */
  async check(ids: readonly ArticleId[], known: (id: ArticleId) => KnownUnits): Promise<ReadonlyMap<ArticleId, CheckedArticle>> {
    return await this.#share(
      ids,
      (id) => this.#own.check(id, known(id)),
      async (some, helper) => {
        const answer = await helper.do({ kind: 'check', articles: some.map((id) => [id, known(id)]) })
        return answer.kind === 'checked' ? answer.results : []
      },
    )
  }

  async close(): Promise<void> {
    await Promise.all(this.#helpers.splice(0).map((helper) => helper.dismiss()))
  }

  /** Whoever is free takes the next ones. @returns the results in the order of `ids` */
  async #share<Result>(
    ids: readonly ArticleId[],
    own: (id: ArticleId) => Promise<Result>,
    order: (some: readonly ArticleId[], helper: Helper) => Promise<readonly (readonly [ArticleId, Result])[]>,
  ): Promise<ReadonlyMap<ArticleId, Result>> {
    this.#hire(ids)
    const waiting = [...ids]
    const found = new Map<ArticleId, Result>()
    const alone = async () => {
      for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
        await breathe(this.#signal)
        found.set(id, await own(id))
      }
    }
    const helped = async (helper: Helper) => {
      await helper.ready
      for (let some = waiting.splice(0, inOneOrder); some.length > 0; some = waiting.splice(0, inOneOrder)) {
        for (const [id, result] of await order(some, helper)) found.set(id, result)
      }
    }
    try {
      await Promise.all([alone(), ...this.#helpers.map(helped)])
    } finally {
      waiting.length = 0
    }
    return new Map(ids.flatMap((id) => (found.has(id) ? [[id, found.get(id) as Result]] : [])))
  }

  #hire(ids: readonly ArticleId[]): void {
    if (this.#helpers.length >= this.#size.threads - 1 || !isMore(ids, this.#room, this.#size.worthwhile)) return
    while (this.#helpers.length < this.#size.threads - 1) this.#helpers.push(new Helper(this.#room, this.#facts))
  }
}

/** Whether the files of these articles, catalogs included, have so many bytes. */
function isMore(ids: readonly ArticleId[], { root, articles, catalogs }: Newsroom, bytes: number): boolean {
  let found = 0
  for (const id of ids) {
    for (const file of [articles.get(id), ...(catalogs.get(id)?.values() ?? [])]) {
      found += file === undefined ? 0 : sizeOf(join(root, file.path))
      if (found >= bytes) return true
    }
  }
  return false
}

/** What can't be read has none: who reads it says why. */
function sizeOf(path: string): number {
  try {
    return statSync(path).size
  } catch {
    return 0
  }
}

/** Megabytes that a check may take; of a thread without dictionaries; and for each megabyte of a dictionary's files. */
const memory = 400
const ofThread = 90
const ofDictionary = 7

/** As many threads as the machine has processors, and memory for their dictionaries. */
function threadsFor({ site, dictionaries }: Newsroom): number {
  const isSpelled = activeNeeds(site.rules, 'all').has('dictionary')
  const bytes = isSpelled ? dictionaries.bytesOf(site.locales.map(({ tag }) => tag)) : 0
  const fitting = Math.floor(memory / (ofThread + (ofDictionary * bytes) / 1e6))
  return Math.max(1, Math.min(availableParallelism(), fitting))
}

/** A thread that does one order after the other. */
class Helper {
  readonly #worker: Worker
  /** Until then it takes no orders. */
  readonly ready: Promise<Answer>

  constructor({ root, now, site, files }: Newsroom, facts: SiteFacts | null) {
    const workerData: ThreadData = { root, now, site, files, compiled: getCompileCacheDir() ?? null }
    this.#worker = new Worker(new URL('./check-thread.ts', import.meta.url), { workerData })
    this.ready = this.do({ kind: 'learn', facts })
  }

  /** @throws {Failure} the thread's own; what else it threw, as it is */
  async do(order: Order): Promise<Answer> {
    this.#worker.postMessage(order)
    const [answer] = (await once(this.#worker, 'message')) as [Answer]
    if (answer.kind === 'failed') throw new Failure(answer.code, answer.text)
    return answer
  }

  async dismiss(): Promise<void> {
    await this.#worker.terminate()
  }
}
