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
  /** The weights of the tags that it shares with the edition whose related ones were sought last, the time numbered `asked`. */
  score: number
  asked: number
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
  /** How many times related ones were sought. */
  #asked = 0
  #last: Item | null = null

  /** What leads away from an edition that follows all that were added. */
  before(item: Item): Pick<Neighbours<Item>, 'previous' | 'related'> {
    return { previous: this.#last, related: this.#related(item) }
  }

  add(item: Item): void {
    const dated = { item, place: this.#count++, score: 0, asked: -1 }
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
    const asked = this.#asked++
    const found: Dated<Item>[] = []
    for (const slug of this.#slugsOf(item)) {
      const tagged = this.#tags.get(slug)
      if (tagged === undefined) continue
      const weight = Math.log2(1 + this.#count / tagged.count)
      for (const dated of tagged.latest) {
        if (dated.item === this.#last) continue
        if (dated.asked !== asked) {
          dated.asked = asked
          dated.score = 0
          found.push(dated)
        }
        dated.score += weight
      }
    }
    return best(found).map(({ item }) => item)
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

/** The first `most` of them, by score, then by time: a few of many, so they aren't sorted. */
function best<Item>(found: readonly Dated<Item>[]): Dated<Item>[] {
  const ranked: Dated<Item>[] = []
  for (const dated of found) {
    let place = ranked.length
    while (place > 0 && precedes(dated, ranked[place - 1] as Dated<Item>)) place--
    if (place === most) continue
    ranked.splice(place, 0, dated)
    ranked.length = Math.min(ranked.length, most)
  }
  return ranked
}

/** Whether one comes before another. */
function precedes<Item>(one: Dated<Item>, other: Dated<Item>): boolean {
  return one.score > other.score || (one.score === other.score && one.place > other.place)
}
