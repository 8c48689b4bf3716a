import type { Article, ArticleId } from '../model/article.ts'
import type { Card, Held } from '../model/edition.ts'
import type { Finding } from '../model/finding.ts'
import type { Locale } from '../model/locale.ts'
import type { Addresses } from '../render/addresses.ts'
import { type Decision, heldBy } from './decide-editions.ts'
import { duplicateAddress, type TakenAddresses } from './duplicate-address.ts'
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
  readonly #cards: (id: ArticleId) => Promise<ReadonlyMap<Locale, Card>>
  readonly #taken: TakenAddresses = new Map()

  /** @param cards what readers get of another article, or what it asks for while that isn't settled */
  constructor(room: Newsroom, to: Addresses, cards: (id: ArticleId) => Promise<ReadonlyMap<Locale, Card>>) {
    this.#room = room
    this.#to = to
    this.#cards = cards
  }

  async settle(article: Article, decision: Decision): Promise<Decision> {
    const shown = new Map(decision.shown)
    const kept = new Map(decision.kept)
    const findings: Finding[] = []
    const held: Held[] = []
    for (const [locale, edition] of decision.shown) {
      await this.#reserve(edition.card)
      const finding = duplicateAddress(edition, this.#to, this.#taken)
      if (finding === null) continue
      shown.delete(locale)
      const before = this.#room.published.get(article.id)?.get(locale)
      if (before !== undefined) kept.set(locale, before)
      findings.push(finding)
      held.push(heldBy(finding, article.id, locale))
    }
    if (findings.length === 0) return decision
    return { ...decision, shown, kept, findings: [...decision.findings, ...findings], held: [...decision.held, ...held] }
  }

  /** For the other article that is published there, if it goes on to be. */
  async #reserve(card: Card): Promise<void> {
    if (this.#room.publishedAt.size === 0) return
    const key = this.#keyOf(card)
    const owner = this.#room.publishedAt.get(key)
    if (owner === undefined || owner === card.article || this.#taken.has(key) || !this.#room.articles.has(owner)) return
    const stays = [...(await this.#cards(owner)).values()].some((other) => this.#keyOf(other) === key)
    if (stays) this.#taken.set(key, owner)
  }

  #keyOf(card: Card): string {
    return this.#to.article(card).key.toLowerCase()
  }
}
