import { gzipSync } from 'node:zlib'
import type { ArticleRecord, EditionRecord } from '../model/article-record.ts'
import type { Key } from '../model/artifact.ts'
import type { Digest } from '../model/digest.ts'
import type { Articles } from '../model/manifest.ts'
import { manifestCorrupt, type ShardName } from './manifest-root.ts'
import type { Shard } from './manifest-shard.ts'
import { packHex, unpackHex } from './pack-hex.ts'
import { contentOf } from './shard-columns.ts'
import { joinParts, splitParts } from './shard-parts.ts'
import { unpack } from './unpack.ts'

/** What records say, but for their digests, which don't compress: two a record, three an edition, in their order. */
interface Lines {
  /** What thousands of pages have in common, once. */
  readonly shared: readonly Shared[]
  readonly records: readonly Line[]
  /** Digests that aren't of the usual length, by index; empty where there is none. */
  readonly odd: Readonly<Record<string, string>>
}

interface Line extends Omit<ArticleRecord, 'inputs' | 'links' | 'editions'> {
  readonly editions: readonly EditionLine[]
}

type Shared = Pick<EditionRecord, 'assets' | 'tags' | 'authors'>

type EditionLine = readonly [
  EditionRecord['locale'],
  EditionRecord['slug'],
  EditionRecord['publication'],
  EditionRecord['sourceLocale'],
  targets: EditionRecord['targets'],
  /** By its index. */
  shared: number,
  /** Null: that of the article's edition before it. */
  date: EditionRecord['date'] | null,
]

/** Of SHA-256. */
const bytes = 32

/** The records of a manifest's articles; null where there are none. */
export function articlesShard(articles: Articles): Shard | null {
  if (articles.size === 0) return null
  const digests: string[] = []
  const numbers = new Map<string, number>()
  const numberOf = ({ assets, tags, authors }: Shared): number => {
    const text = JSON.stringify({ assets, tags, authors })
    const number = numbers.get(text) ?? numbers.size
    numbers.set(text, number)
    return number
  }
  const records = Array.from(articles.values(), ({ inputs, links, editions, ...record }): Line => {
    digests.push(inputs ?? '', links)
    for (const { card, page, sound } of editions) digests.push(card, page, sound)
    return { ...record, editions: editions.map((edition, index) => editionLine(edition, numberOf, editions[index - 1])) }
  })
  const packed = packHex(digests, bytes)
  const shared = [...numbers.keys()].join()
  const text = `{"shared":[${shared}],"records":${JSON.stringify(records)},"odd":${JSON.stringify(packed.odd)}}`
  const content = contentOf(text, packed.bytes)
  return {
    name: { key: `_colophon/manifests/${content}.articles` as Key, digest: content, entries: articles.size },
    body: () => joinParts([gzipSync(text, { level: 1 }), packed.bytes]),
  }
}

function editionLine(edition: EditionRecord, numberOf: (shared: Shared) => number, before: EditionRecord | undefined): EditionLine {
  const { locale, slug, publication, sourceLocale, date, targets } = edition
  return [locale, slug, publication, sourceLocale, targets, numberOf(edition), date === before?.date ? null : date]
}

/** @throws {Failure} `manifest-corrupt` */
export function readArticles(body: Uint8Array, name: ShardName, store: string): Articles {
  const corrupt = (): never => {
    throw manifestCorrupt(name.key, store)
  }
  const [packed, raw] = splitParts(body) ?? []
  const text = packed === undefined ? null : unpack(packed)
  if (text === null || raw === undefined || contentOf(text, raw) !== name.digest) return corrupt()
  const { shared, records, odd } = JSON.parse(text.toString('utf8')) as Lines
  const digests = unpackHex(raw, { from: 0, count: raw.length / bytes, bytes, odd })
  let at = 0
  const next = (): Digest => (digests[at++] as Digest | undefined) ?? corrupt()
  let lastDate = ''
  const editionOf = ([locale, slug, publication, sourceLocale, targets, number, ownDate]: EditionLine): EditionRecord => {
    const date = ownDate ?? lastDate
    lastDate = date
    const { assets, tags, authors } = shared[number] ?? corrupt()
    const [card, page, sound] = [next(), next(), next()]
    return { locale, slug, publication, sourceLocale, date, tags, authors, card, page, sound, targets, assets }
  }
  const recordOf = ({ editions, ...record }: Line): ArticleRecord => {
    const [inputs, links] = [next(), next()]
    return { ...record, inputs: inputs === '' ? null : inputs, links, editions: editions.map(editionOf) }
  }
  return new Map(records.map((line) => [line.article, recordOf(line)]))
}
