import { gunzipSync, gzipSync } from 'node:zlib'
import type { ArticleRecord, EditionRecord } from '../model/article-record.ts'
import type { Key } from '../model/artifact.ts'
import { type Digest, digest } from '../model/digest.ts'
import type { Articles } from '../model/manifest.ts'
import { manifestCorrupt, type ShardName } from './manifest-root.ts'
import type { Shard } from './manifest-shard.ts'
import { packHex, unpackHex } from './pack-hex.ts'
import { joinParts, splitParts } from './shard-parts.ts'

/** What records say, but for their digests, which don't compress: two a record, three an edition, in their order. */
interface Lines {
  /** The few files that thousands of pages share, once. */
  readonly assets: readonly Key[]
  readonly records: readonly Line[]
  /** Digests that aren't of the usual length, by index; empty where there is none. */
  readonly odd: Readonly<Record<string, string>>
}

interface Line extends Omit<ArticleRecord, 'inputs' | 'links' | 'editions'> {
  readonly editions: readonly EditionLine[]
}

/** `assets` by their indexes. */
type EditionLine = readonly [
  EditionRecord['locale'],
  EditionRecord['slug'],
  EditionRecord['publication'],
  EditionRecord['sourceLocale'],
  targets: EditionRecord['targets'],
  assets: readonly number[],
]

/** Of SHA-256. */
const bytes = 32

/** The records of a manifest's articles; null where there are none. */
export function articlesShard(articles: Articles): Shard | null {
  if (articles.size === 0) return null
  const numbers = new Map<Key, number>()
  const numberOf = (key: Key): number => {
    const number = numbers.get(key) ?? numbers.size
    numbers.set(key, number)
    return number
  }
  const digests: string[] = []
  const records = articles.values().map(({ inputs, links, editions, ...record }): Line => {
    digests.push(inputs ?? '', links, ...editions.flatMap(({ card, page, sound }) => [card, page, sound]))
    return { ...record, editions: editions.map((edition) => editionLine(edition, numberOf)) }
  })
  // The records first: making them counts the assets and collects the digests.
  const lines = [...records]
  const packed = packHex(digests, bytes)
  const text = JSON.stringify({ assets: [...numbers.keys()], records: lines, odd: packed.odd } satisfies Lines)
  const content = contentOf(text, packed.bytes)
  return {
    name: { key: `_colophon/manifests/${content}.articles` as Key, digest: content, entries: articles.size },
    body: () => joinParts([gzipSync(text, { level: 1 }), packed.bytes]),
  }
}

function editionLine(
  { locale, slug, publication, sourceLocale, targets, assets }: EditionRecord,
  numberOf: (key: Key) => number,
): EditionLine {
  return [locale, slug, publication, sourceLocale, targets, assets.map(numberOf)]
}

function contentOf(text: string | Uint8Array, raw: Uint8Array): Digest {
  return digest(`${digest(text)} ${digest(raw)}`)
}

/** @throws {Failure} `manifest-corrupt` */
export function readArticles(body: Uint8Array, name: ShardName, store: string): Articles {
  const corrupt = (): never => {
    throw manifestCorrupt(name.key, store)
  }
  const [packed, raw] = splitParts(body) ?? []
  const text = packed === undefined ? null : unpack(packed)
  if (text === null || raw === undefined || contentOf(text, raw) !== name.digest) return corrupt()
  const { assets, records, odd } = JSON.parse(text.toString('utf8')) as Lines
  const digests = unpackHex(raw, { from: 0, count: raw.length / bytes, bytes, odd }).values() as IteratorObject<Digest, undefined>
  const next = (): Digest => digests.next().value ?? corrupt()
  const assetOf = (number: number): Key => assets[number] ?? corrupt()
  const read = records.map(({ editions, ...record }): ArticleRecord => {
    const [inputs, links] = [next(), next()]
    return { ...record, inputs: inputs === '' ? null : inputs, links, editions: editions.map((line) => editionOf(line, next, assetOf)) }
  })
  return new Map(read.map((record) => [record.article, record]))
}

function editionOf(
  [locale, slug, publication, sourceLocale, targets, assets]: EditionLine,
  next: () => Digest,
  assetOf: (number: number) => Key,
): EditionRecord {
  return { locale, slug, publication, sourceLocale, card: next(), page: next(), sound: next(), targets, assets: assets.map(assetOf) }
}

/** Bytes of text: more is damage, or somebody's trap. */
const largest = 1024 ** 3

function unpack(body: Uint8Array): Buffer | null {
  try {
    return gunzipSync(body, { maxOutputLength: largest })
  } catch {
    return null
  }
}
