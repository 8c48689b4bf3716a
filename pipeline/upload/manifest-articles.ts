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
  /** What editions are listed by: tags and authors, mostly those of all editions of an article. Not there in what earlier versions wrote. */
  readonly lists?: readonly Listed[]
  readonly records: readonly Line[]
  /** Digests that aren't of the usual length, by index; empty where there is none. */
  readonly odd: Readonly<Record<string, string>>
}

interface Line extends Omit<ArticleRecord, 'inputs' | 'links' | 'editions'> {
  readonly editions: readonly EditionLine[]
}

type Listed = readonly [tags: EditionRecord['tags'], authors: EditionRecord['authors']]

/** `assets` and `lists` by their indexes. */
type EditionLine = readonly [
  EditionRecord['locale'],
  EditionRecord['slug'],
  EditionRecord['publication'],
  EditionRecord['sourceLocale'],
  targets: EditionRecord['targets'],
  assets: readonly number[],
  list: number,
]

/** Of SHA-256. */
const bytes = 32

/** The records of a manifest's articles; null where there are none. */
export function articlesShard(articles: Articles): Shard | null {
  if (articles.size === 0) return null
  const assets = numbered<Key>()
  const lists = numbered<string>()
  const digests: string[] = []
  const records = articles.values().map(({ inputs, links, editions, ...record }): Line => {
    digests.push(inputs ?? '', links, ...editions.flatMap(({ card, page, sound }) => [card, page, sound]))
    return { ...record, editions: editions.map((edition) => editionLine(edition, assets.numberOf, lists.numberOf)) }
  })
  // The records first: making them counts what they share and collects the digests.
  const lines = [...records]
  const packed = packHex(digests, bytes)
  const text = JSON.stringify({
    assets: assets.all(),
    lists: lists.all().map((list) => JSON.parse(list)),
    records: lines,
    odd: packed.odd,
  } satisfies Lines)
  const content = contentOf(text, packed.bytes)
  return {
    name: { key: `_colophon/manifests/${content}.articles` as Key, digest: content, entries: articles.size },
    body: () => joinParts([gzipSync(text, { level: 1 }), packed.bytes]),
  }
}

/** Gives each value a number, in the order in which they come. */
function numbered<Value>() {
  const numbers = new Map<Value, number>()
  return {
    numberOf(value: Value): number {
      const number = numbers.get(value) ?? numbers.size
      numbers.set(value, number)
      return number
    },
    all: () => [...numbers.keys()],
  }
}

function editionLine(
  { locale, slug, publication, sourceLocale, tags, authors, targets, assets }: EditionRecord,
  assetNumber: (key: Key) => number,
  listNumber: (list: string) => number,
): EditionLine {
  const listed: Listed = [tags, authors]
  return [locale, slug, publication, sourceLocale, targets, assets.map(assetNumber), listNumber(JSON.stringify(listed))]
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
  const { assets, lists = [], records, odd } = JSON.parse(text.toString('utf8')) as Lines
  const digests = unpackHex(raw, { from: 0, count: raw.length / bytes, bytes, odd }).values() as IteratorObject<Digest, undefined>
  const next = (): Digest => digests.next().value ?? corrupt()
  const assetOf = (number: number): Key => assets[number] ?? corrupt()
  const read = records.map(({ editions, ...record }): ArticleRecord => {
    const [inputs, links] = [next(), next()]
    return {
      ...record,
      inputs: inputs === '' ? null : inputs,
      links,
      editions: editions.map((line) => editionOf(line, next, { assetOf, lists })),
    }
  })
  return new Map(read.map((record) => [record.article, record]))
}

function editionOf(
  [locale, slug, publication, sourceLocale, targets, assets, list]: EditionLine,
  next: () => Digest,
  { assetOf, lists }: { readonly assetOf: (number: number) => Key; readonly lists: readonly Listed[] },
): EditionRecord {
  const [tags, authors] = lists[list] ?? [[], []]
  const digests = { card: next(), page: next(), sound: next() }
  return { locale, slug, publication, sourceLocale, tags, authors, ...digests, targets, assets: assets.map(assetOf) }
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
