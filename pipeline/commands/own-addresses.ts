import type { Article, ArticleId } from '../model/article.ts'
import type { Held, Pointer } from '../model/edition.ts'
import type { Finding } from '../model/finding.ts'
import type { Locale } from '../model/locale.ts'
import type { Addresses } from '../render/addresses.ts'
import { type Decision, heldBy } from './decide-editions.ts'
import { duplicateAddress, editionAddress, type TakenAddresses } from './duplicate-address.ts'
import type { Newsroom } from './newsroom.ts'

/**
 * Sees to it that no two articles get one address.
 *
 * Who is published at an address keeps it for as long as it asks for it; else the first that asks has it. The others' editions are held back,
 * and stay where they were published before.
 */
export class OwnAddresses {
  readonly #room: Newsroom
  readonly #to: Addresses
  readonly #editions: (id: ArticleId) => Promise<ReadonlyMap<Locale, Pointer>>
  readonly #taken: TakenAddresses = new Map()

  /** @param editions what readers get of another article, or what it asks for while that isn't settled */
  constructor(room: Newsroom, to: Addresses, editions: (id: ArticleId) => Promise<ReadonlyMap<Locale, Pointer>>) {
    this.#room = room
    this.#to = to
    this.#editions = editions
  }

  async settle(article: Article, decision: Decision): Promise<Decision> {
    const shown = new Map(decision.shown)
    const kept = new Map(decision.kept)
    const findings: Finding[] = []
    const held: Held[] = []
    for (const [locale, edition] of decision.shown) {
      await this.#reserve(edition.card)
      const finding = duplicateAddress(editionAddress(edition, this.#to), this.#taken)
      if (finding === null) continue
      shown.delete(locale)
      const before = this.#room.published.of(article.id).get(locale)
      if (before !== undefined) kept.set(locale, before)
      findings.push(finding)
      held.push(heldBy(finding, article.id, locale))
    }
    if (findings.length === 0) return decision
    return { ...decision, shown, kept, findings: [...decision.findings, ...findings], held: [...decision.held, ...held] }
  }

  /** For the other article that is published there, if it goes on to be. */
  async #reserve(pointer: Pointer): Promise<void> {
    const { published, articles } = this.#room
    const key = this.#keyOf(pointer)
    const before = published.of(pointer.article).get(pointer.locale)
    if (this.#taken.has(key) || (before !== undefined && this.#keyOf(before) === key)) return
    const owner = published.ownerOf(key, this.#to)
    if (owner === null || owner === pointer.article || !articles.has(owner)) return
    const stays = [...(await this.#editions(owner)).values()].some((other) => this.#keyOf(other) === key)
    if (stays) this.#taken.set(key, owner)
  }

  #keyOf(pointer: Pointer): string {
    return this.#to.article(pointer).key.toLowerCase()
  }
}
