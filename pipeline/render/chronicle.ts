import { nameSlug } from './name-slug.ts'

/** Articles of a list that a page leads to. */
export interface Neighbours<Item> {
  /** The one before it in time. */
  readonly previous: Item | null
  /** The one after it. */
  readonly next: Item | null
  /** Earlier ones on the same subjects, the nearest first. */
  readonly related: readonly Item[]
}

/** How many related ones a page shows. */
const most = 3
/** The latest of each tag, among which related ones are sought: whatever is older has been followed up. */
const remembered = 20

interface Dated<Item> {
  readonly item: Item
  /** How many came before it. */
  readonly place: number
}

interface Tagged<Item> {
  count: number
  /** Newest last. */
  readonly latest: Dated<Item>[]
}

/**
 * A locale's published editions, taken in from the oldest to the newest.
 *
 * Law: what leads away from an edition is decided by what came before it, and by the one that comes next. So a new article changes one other page.
 */
export class Chronicle<Item extends { readonly tags: readonly string[] }> {
  readonly #tags = new Map<string, Tagged<Item>>()
  readonly #slugs = new Map<string, string>()
  #count = 0
  #last: Item | null = null

  /** What leads away from an edition that follows all that were added. */
  before(item: Item): Pick<Neighbours<Item>, 'previous' | 'related'> {
    return { previous: this.#last, related: this.#related(item) }
  }

  add(item: Item): void {
    const dated = { item, place: this.#count++ }
    for (const slug of this.#slugsOf(item)) {
      const tagged = this.#tags.get(slug) ?? { count: 0, latest: [] }
      tagged.count++
      tagged.latest.push(dated)
      if (tagged.latest.length > remembered) tagged.latest.shift()
      this.#tags.set(slug, tagged)
    }
    this.#last = item
  }

  /** By the tags that they share, a rare one counting more than a common one (the logarithm of how rare it is); then the latest. */
  #related(item: Item): Item[] {
    const scores = new Map<Dated<Item>, number>()
    for (const slug of this.#slugsOf(item)) {
      const tagged = this.#tags.get(slug)
      if (tagged === undefined) continue
      const weight = Math.log2(1 + this.#count / tagged.count)
      for (const dated of tagged.latest) if (dated.item !== this.#last) scores.set(dated, (scores.get(dated) ?? 0) + weight)
    }
    const ranked = [...scores].sort(([one, score], [other, otherScore]) => otherScore - score || other.place - one.place)
    return ranked.slice(0, most).map(([dated]) => dated.item)
  }

  /** In one order, so that sums of weights don't depend on the order in which an author wrote them. */
  #slugsOf({ tags }: Item): string[] {
    return [...new Set(tags.map((tag) => this.#slugOf(tag)))].sort()
  }

  #slugOf(tag: string): string {
    const slug = this.#slugs.get(tag) ?? nameSlug(tag)
    this.#slugs.set(tag, slug)
    return slug
  }
}
