import type { ArticleRecord, EditionRecord } from '../model/article-record.ts'
import type { Digest } from '../model/digest.ts'
import { packHex, unpackHex } from './pack-hex.ts'

/** Of SHA-256. */
export const digestBytes = 32

/** A record as a manifest has it. It says nothing of other records, so that one that stays is written as it was read. */
export interface PackedRecord {
  /** JSON and a line feed. */
  readonly line: Buffer
  /** Which don't compress: two of the article, three of each edition, in their order. */
  readonly digests: Buffer
}

/** What can be read out of it. */
export type Line = Pick<ArticleRecord, 'inputs' | 'links' | 'targets' | 'errors' | 'held' | 'editions'>

/** As it is written. */
interface Written extends Pick<ArticleRecord, 'targets' | 'errors' | 'held'> {
  /** What its editions have in common, once. */
  readonly shared: readonly Shared[]
  readonly editions: readonly EditionLine[]
  /** Digests that aren't of the usual length, by index; absent where there is none. */
  readonly odd?: Readonly<Record<string, string>>
}

type Shared = Pick<EditionRecord, 'date' | 'tags' | 'authors' | 'assets' | 'around'>

type EditionLine = readonly [
  EditionRecord['locale'],
  EditionRecord['slug'],
  EditionRecord['publication'],
  EditionRecord['sourceLocale'],
  targets: EditionRecord['targets'],
  /** By its index. */
  shared: number,
]

export function packRecord({ inputs, links, targets, errors, held, editions }: ArticleRecord): PackedRecord {
  const numbers = new Map<string, number>()
  const lines = editions.map((edition): EditionLine => {
    const { locale, slug, publication, sourceLocale, date, tags, authors, assets, around } = edition
    const text = JSON.stringify({ date, tags, authors, assets, around })
    const number = numbers.get(text) ?? numbers.size
    numbers.set(text, number)
    return [locale, slug, publication, sourceLocale, edition.targets, number]
  })
  const { bytes, odd } = packHex([inputs ?? '', links, ...editions.flatMap(({ card, page, sound }) => [card, page, sound])], digestBytes)
  const shared = [...numbers.keys()].map((text) => JSON.parse(text) as Shared)
  const written: Written = { targets, errors, held, shared, editions: lines, ...(Object.keys(odd).length > 0 && { odd }) }
  return { line: Buffer.from(`${JSON.stringify(written)}\n`), digests: bytes }
}

/** Null where it is damaged. */
export function unpackLine({ line, digests }: PackedRecord): Line | null {
  const { targets, errors, held, shared, editions, odd = {} } = JSON.parse(line.toString('utf8')) as Written
  const [inputs = '', links, ...own] = unpackHex(digests, { from: 0, count: digests.length / digestBytes, bytes: digestBytes, odd })
  if (links === undefined || own.length !== 3 * editions.length || editions.some(([, , , , , number]) => shared[number] === undefined))
    return null
  return {
    ...{ inputs: inputs === '' ? null : (inputs as Digest), links: links as Digest, targets, errors, held },
    editions: editions.map(([locale, slug, publication, sourceLocale, targets, number], index) => {
      const { date, tags, authors, assets, around } = shared[number] as Shared
      const [card, page, sound] = own.slice(3 * index, 3 * index + 3) as [Digest, Digest, Digest]
      return { locale, slug, publication, sourceLocale, date, tags, authors, card, page, sound, targets, assets, around }
    }),
  }
}
