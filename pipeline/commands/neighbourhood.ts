import type { ArticleId } from '../model/article.ts'
import type { Digest } from '../model/digest.ts'
import type { Locale } from '../model/locale.ts'
import type { Articles } from '../model/manifest.ts'
import { Chronicle, type Neighbours } from '../render/chronicle.ts'
import { byDate } from './chronological.ts'

/** A published edition, as those beside it know it. */
export interface Neighbour {
  readonly article: ArticleId
  readonly tags: readonly string[]
  /** Of its card. */
  readonly card: Digest
}

/** An edition whose neighbours are all known. What it offers is to be asked before the next one comes. */
export interface Placed {
  readonly locale: Locale
  readonly article: ArticleId
  readonly neighbours: () => Neighbours<Neighbour>
  /** Whether it had others before, or they were called otherwise. */
  readonly changed: () => boolean
}

/**
 * Which editions stand beside each other, in each locale, as they come in the order of their dates: an edition's neighbours are known when the one after it
 * has come. So no more editions wait than there are locales.
 */
export class Neighbourhood {
  readonly #before: ReadonlyMap<Locale, readonly Neighbour[]>
  readonly #rows = new Map<Locale, Row>()

  /** @param before what was published, with the neighbours that follow from it */
  constructor(before: Articles) {
    this.#before = rowsOf(before)
  }

  /** @returns the edition before it in this locale, if there is one */
  arrive(locale: Locale, edition: Neighbour): Placed | null {
    const row = this.#rows.get(locale) ?? new Row(this.#before.get(locale) ?? [])
    this.#rows.set(locale, row)
    return placed(locale, row.arrive(edition))
  }

  /** The newest of each locale. */
  *last(): Generator<Placed> {
    for (const [locale, row] of this.#rows) {
      const one = placed(locale, row.arrive(null))
      if (one !== null) yield one
    }
  }
}

function placed(locale: Locale, one: Omit<Placed, 'locale'> | null): Placed | null {
  return one && { locale, ...one }
}

/** By date, as they came in the publish that made these records. */
function rowsOf(articles: Articles): ReadonlyMap<Locale, readonly Neighbour[]> {
  const rows = new Map<Locale, Neighbour[]>()
  for (const { article, editions } of [...articles.values()].sort(byDate)) {
    for (const { locale, tags, card } of editions) {
      const row = rows.get(locale) ?? []
      row.push({ article, tags, card })
      rows.set(locale, row)
    }
  }
  return rows
}

/** The editions of one locale. What leads away from them is worked out where somebody asks: most rows are as they were. */
class Row {
  readonly #before: readonly Neighbour[]
  #neighboursBefore: ReadonlyMap<ArticleId, string> | null = null
  /** All that have come. */
  readonly #row: Neighbour[] = []
  readonly #chronicle = new Chronicle<Neighbour>()
  /** How many of the row are in the chronicle. */
  #told = 0
  /** Whether those that have come were there before, in this order and with these cards. */
  #same = true

  constructor(before: readonly Neighbour[]) {
    this.#before = before
  }

  /** @param edition null after the newest */
  arrive(edition: Neighbour | null): Omit<Placed, 'locale'> | null {
    const count = this.#row.length
    const last = this.#row.at(-1)
    const soFar = this.#same
    this.#same &&= nameOf(edition) === nameOf(this.#before[count] ?? null)
    const withNext = this.#same
    if (edition !== null) this.#row.push(edition)
    if (last === undefined) return null
    const neighbours = () => this.#neighbours(count - 1, edition)
    const changed = () => (soFar ? !withNext : this.#hadOthers(last, neighbours()))
    return { article: last.article, changed, neighbours }
  }

  #hadOthers({ article }: Neighbour, neighbours: Neighbours<Neighbour>): boolean {
    this.#neighboursBefore ??= new Map(allNeighbours(this.#before))
    return this.#neighboursBefore.get(article) !== namesOf(neighbours)
  }

  /** To be asked in the order of the row. */
  #neighbours(index: number, next: Neighbour | null): Neighbours<Neighbour> {
    for (const edition of this.#row.slice(this.#told, index)) this.#chronicle.add(edition)
    this.#told = index
    return { ...this.#chronicle.before(this.#row[index] as Neighbour), next }
  }
}

function* allNeighbours(row: readonly Neighbour[]): Generator<[ArticleId, string]> {
  const chronicle = new Chronicle<Neighbour>()
  for (const [index, edition] of row.entries()) {
    yield [edition.article, namesOf({ ...chronicle.before(edition), next: row[index + 1] ?? null })]
    chronicle.add(edition)
  }
}

function namesOf({ previous, next, related }: Neighbours<Neighbour>): string {
  return JSON.stringify([previous, next, ...related].map(nameOf))
}

function nameOf(edition: Neighbour | null): string | null {
  return edition && `${edition.article} ${edition.card}`
}
