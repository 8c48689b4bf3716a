import type { ArticleId } from '../model/article.ts'
import type { ArticleRecord } from '../model/article-record.ts'
import type { Articles } from '../model/manifest.ts'
import type { ArticleInputs } from './article-inputs.ts'
import type { ArticlePages } from './article-pages.ts'
import type { Decision } from './decide-editions.ts'
import { linksDigest } from './links-digest.ts'
import type { Newsroom } from './newsroom.ts'

/**
 * Which articles need not be read, by the records of the last publish; and the records of this one.
 *
 * Law: what is published of an article that isn't read is what reading it would give.
 */
export class Ledger {
  readonly #room: Newsroom
  readonly #inputs: ArticleInputs
  readonly #before: Articles
  readonly #after = new Map<ArticleId, ArticleRecord>()
  readonly #unchanged = new Map<ArticleId, ArticleRecord | null>()

  /** @param before none, where everything is to be read */
  constructor(room: Newsroom, inputs: ArticleInputs, before: Articles) {
    this.#room = room
    this.#inputs = inputs
    this.#before = before
  }

  /** The record of an article whose editions are as they were, whatever has become of the articles that it links to; null where it is to be read. */
  unchanged(id: ArticleId): ArticleRecord | null {
    const known = this.#unchanged.get(id)
    if (known !== undefined) return known
    const record = this.#before.get(id) ?? null
    const same = record !== null && record.inputs !== null && record.inputs === this.#inputs(id, record.targets)
    this.#unchanged.set(id, same ? record : null)
    return same ? record : null
  }

  /** An article that wasn't read. */
  carry(record: ArticleRecord): void {
    this.#after.set(record.article, record)
  }

  /** An article that was. */
  enter({ article, findings, held }: Decision, { targets, assets, linked }: ArticlePages): void {
    const sound = findings.every(({ severity }) => severity !== 'error') && held.every(({ cause }) => cause === 'incomplete')
    const whole = this.#room.wanted.locales.size === this.#room.site.locales.length
    const inputs = sound && whole ? this.#inputs(article, targets) : null
    this.#after.set(article, { article, inputs, links: linksDigest(linked), targets, assets, held })
  }

  /** What the next publish is to know. A filtered one leaves the other articles as they are. */
  records(): Articles {
    const all = this.#room.wanted.filtered ? new Map([...this.#before, ...this.#after]) : this.#after
    return new Map([...all].sort(([one], [other]) => (one < other ? -1 : 1)))
  }
}
