import type { ArticleId } from '../model/article.ts'
import type { Pointer } from '../model/edition.ts'
import type { Finding } from '../model/finding.ts'
import type { Locale } from '../model/locale.ts'
import type { Addresses } from '../render/addresses.ts'
import { type Decision, decideEditions, pointersOf } from './decide-editions.ts'
import type { Newsroom } from './newsroom.ts'
import { OwnAddresses } from './own-addresses.ts'
import { type CheckLevel, type Prepared, prepareArticle } from './prepare-article.ts'
import { reachIn } from './reach.ts'
import { withPictures } from './with-pictures.ts'

export interface Decided {
  readonly prepared: Prepared
  readonly decision: Decision
}

/** Articles whose merged texts are kept, for pages that link to each other in circles or over many others; all others are cards. */
const remembered = 32

/** What the last publish learnt. */
interface Known {
  /** Whether an article's editions are those that are published, so that it needn't be read for its cards. */
  readonly unchanged: (id: ArticleId) => boolean
  /** Whether the rules found no error in an edition, and would read the same now. */
  readonly sound: (id: ArticleId, locale: Locale) => boolean
  /** What is wrong with pages that this run has made of an article already. */
  readonly onPages: (id: ArticleId) => readonly Finding[]
}

/**
 * Articles with what readers get of them, each prepared when it is first asked for.
 *
 * Holds the pointers to all that it was asked for, but the texts of a bounded number of articles.
 */
export class Editorial {
  readonly #room: Newsroom
  readonly #level: CheckLevel
  readonly #recent = new Map<ArticleId, Decided>()
  readonly #editions = new Map<ArticleId, ReadonlyMap<Locale, Pointer>>()
  readonly #addresses: OwnAddresses
  readonly #known: Known

  constructor(room: Newsroom, level: CheckLevel, to: Addresses, known: Known) {
    this.#room = room
    this.#level = level
    this.#known = known
    this.#addresses = new OwnAddresses(room, to, (id) => this.editions(id))
  }

  async decide(id: ArticleId): Promise<Decided> {
    const known = this.#recent.get(id)
    if (known !== undefined) return known
    const read = await prepareArticle(this.#room, id, this.#level, { isSound: (locale) => this.#known.sound(id, locale) })
    const shown = await withPictures(read, reachIn(this.#room))
    const prepared = { ...shown, findings: [...shown.findings, ...this.#known.onPages(id)] }
    const asked = decideEditions(this.#room, prepared)
    this.#editions.set(id, pointersByLocale(asked))
    const decision = prepared.article === null ? asked : await this.#addresses.settle(prepared.article, asked)
    const decided = { prepared, decision }
    this.#recent.set(id, decided)
    const oldest = this.#recent.keys().next().value
    if (this.#recent.size > remembered && oldest !== undefined) this.#recent.delete(oldest)
    this.#editions.set(id, pointersByLocale(decision))
    return decided
  }

  /** Free an article's texts, whose pages are done. */
  forget(id: ArticleId): void {
    this.#recent.delete(id)
  }

  /** The published editions of an article. */
  async editions(id: ArticleId): Promise<ReadonlyMap<Locale, Pointer>> {
    const known = this.#editions.get(id)
    if (known !== undefined) return known
    if (this.#known.unchanged(id)) return this.#room.published.of(id)
    await this.decide(id)
    return this.#editions.get(id) ?? new Map()
  }
}

function pointersByLocale(decision: Decision): ReadonlyMap<Locale, Pointer> {
  return new Map(pointersOf(decision).map((pointer) => [pointer.locale, pointer]))
}
