import type { ArticleId } from '../model/article.ts'
import type { ArticleRecord } from '../model/article-record.ts'
import type { Digest } from '../model/digest.ts'
import { digestBytes, type Line, type PackedRecord } from './article-line.ts'

/** What is said of all articles in columns, in one order. */
export interface RecordColumns {
  readonly articles: readonly ArticleId[]
  readonly dates: readonly string[]
  /** By index, like all that few have. */
  readonly due: Readonly<Record<string, string>>
  readonly reach: readonly (readonly string[])[]
  /** How many errors and held editions each publish tells. */
  readonly told: Readonly<Record<string, number>>
  /** By its index; -1 where there is none. */
  readonly subjects: readonly number[]
  readonly tags: readonly (readonly string[])[]
  /** Bytes of each line. */
  readonly lengths: readonly number[]
  /** How many each has. */
  readonly digests: readonly number[]
}

export interface ArticleColumns extends RecordColumns {
  /** By its bytes. */
  readonly lineOf: (from: number, to: number) => Buffer
  /** By how many come before. */
  readonly digestsOf: (from: number, to: number) => Buffer
  /** @throws {Failure} `manifest-corrupt` */
  readonly unpack: (packed: PackedRecord) => Line
}

type Range = readonly [from: number, to: number]

/** A record as it was read: what only a few articles are asked for is unpacked then. */
export class KeptRecord implements ArticleRecord {
  readonly #columns: ArticleColumns
  readonly #index: number
  readonly #place: { readonly line: Range; readonly digests: Range }
  #line: Line | null = null

  constructor(columns: ArticleColumns, index: number, place: { readonly line: Range; readonly digests: Range }) {
    this.#columns = columns
    this.#index = index
    this.#place = place
  }

  get packed(): PackedRecord {
    const { line, digests } = this.#place
    return { line: this.#columns.lineOf(...line), digests: this.#columns.digestsOf(...digests) }
  }

  get article() {
    return this.#columns.articles[this.#index] as ArticleId
  }

  get date() {
    return this.#columns.dates[this.#index] ?? ''
  }

  get due() {
    return this.#columns.due[this.#index] ?? null
  }

  get reach() {
    return this.#columns.reach[this.#index] ?? []
  }

  get subjects() {
    return this.#columns.tags[this.#columns.subjects[this.#index] ?? -1] ?? null
  }

  get told() {
    return this.#columns.told[this.#index] ?? 0
  }

  get inputs() {
    if (this.#line !== null) return this.#line.inputs
    const [from] = this.#place.digests
    const own = this.#columns.digestsOf(from, from + 1)
    return own.equals(nothing) ? this.#unpacked.inputs : (own.toString('hex') as Digest)
  }

  get links() {
    return this.#unpacked.links
  }

  get targets() {
    return this.#unpacked.targets
  }

  get errors() {
    return this.told === 0 ? [] : this.#unpacked.errors
  }

  get held() {
    return this.told === 0 ? [] : this.#unpacked.held
  }

  get editions() {
    return this.#unpacked.editions
  }

  get #unpacked(): Line {
    this.#line ??= this.#columns.unpack(this.packed)
    return this.#line
  }
}

/** What stands for a digest that is another one, or none. */
const nothing = Buffer.alloc(digestBytes)
