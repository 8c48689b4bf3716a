import { gunzipSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import type { Key } from '../../pipeline/model/artifact.ts'
import { digest } from '../../pipeline/model/digest.ts'
import { Failure } from '../../pipeline/model/failure.ts'
import type { Entry } from '../../pipeline/model/manifest.ts'
import { entryOf } from '../../pipeline/plan/entry-of.ts'
import { type Shard, shardsOf } from '../../pipeline/upload/manifest-shard.ts'
import { readShard } from '../../pipeline/upload/read-shard.ts'
import { contentOf } from '../../pipeline/upload/shard-columns.ts'
import { joinParts, splitParts } from '../../pipeline/upload/shard-parts.ts'
import { card, entry, staged } from '../support/staged.ts'

const moved = { article: 'a', locale: 'en' } as NonNullable<Entry['moved']>
const html = { contentType: 'text/html' }
const cached = { contentType: 'text/html', cacheControl: 'no-cache' }

const entries: readonly Entry[] = [
  { ...entry(staged('en/a/index.html', 'a', { card: card('en', 'a'), headers: html })) },
  { ...entry(staged('en/b/index.html', 'b', { card: null, headers: cached })), etag: '"0cc175b9c0f1b6a831c399e269772661-2"' },
  { ...entry(staged('en/c/index.html', 'c', { card: card('en', 'c'), headers: { ...html } })), etag: 'W/"x"' },
  { ...entry(staged('en/d/index.html', 'd', { kind: 'redirect', moved, headers: cached })) },
  { ...entry(staged('en/e/index.html', 'e', { kind: 'index', headers: { ...cached } })) },
  { ...entry(staged(`en/${'long/'.repeat(60)}گفتگو.html`, 'f', { kind: 'index', headers: html })) },
  { ...entry(staged('en/g/index.html', 'g', { kind: 'redirect', headers: html })) },
]

function only(of: readonly Entry[]): Shard {
  const [shard, ...others] = shardsOf(of).values()
  if (shard === undefined || others.length > 0) throw new TypeError('Not one shard')
  return shard
}

const shard = only(entries)
const read = (body: Uint8Array, { name } = shard) => readShard(body, name, 'memory')
const corrupt = expect.objectContaining({ code: 'manifest-corrupt' })

function errorOf(work: () => unknown): unknown {
  try {
    return work()
  } catch (error) {
    return error
  }
}

test('what was written is read back whole, in its order: pages and others, odd ETags, redirects, long names', () => {
  const { name, body } = only(entries)
  const back = readShard(body(), name, 'memory')
  expect(back.map((one) => entryOf(one, one.etag))).toEqual(entries)
})

test('its name says what it holds: the same whether headers are one object or many, other ones for other headers', () => {
  const shared = entries.map((one) => ({ ...one, headers: one.headers.cacheControl === undefined ? html : cached }))
  const copied = entries.map((one) => ({ ...one, headers: { ...one.headers } }))
  const swapped = entries.map((one) => ({ ...one, headers: one.headers.cacheControl === undefined ? cached : html }))
  const names = [entries, shared, copied, swapped].map((each) => only(each).name.key)
  expect(names.slice(0, 3)).toEqual(Array(3).fill(names[0]))
  expect(names[3]).not.toBe(names[0])
  const back = readShard(only(shared).body(), only(shared).name, 'memory')
  expect(only(back).name).toEqual(only(shared).name)
  expect(back.map((one) => one.headers)).toEqual(entries.map((one) => one.headers))
})

test('headers stand in it once, however many objects have them', () => {
  const [columns = new Uint8Array()] = splitParts(only(entries).body()) ?? []
  expect(JSON.parse(gunzipSync(columns).toString('utf8'))).toMatchObject({ headers: [html, cached] })
})

test('shards stand in the order of their names, whatever came first', () => {
  const page = (locale: string) => entry(staged(`${locale}/a/index.html`, locale, { card: card(locale, 'a') }))
  const names = (...locales: readonly string[]) => [...shardsOf(locales.map(page)).keys()]
  expect(names('it', 'de', 'en')).toEqual(['de', 'en', 'it'])
  expect(names('de', 'en', 'it')).toEqual(['de', 'en', 'it'])
  expect(names('it', 'en', 'de')).toEqual(['de', 'en', 'it'])
})

describe('damage is a failure, and no entry less', () => {
  const whole = shard.body()
  const [columns, raw, cards] = splitParts(whole) ?? []
  if (columns === undefined || raw === undefined || cards === undefined) throw new TypeError('Not three parts')

  test.each(Array.from({ length: 40 }, (_, index) => Math.floor((whole.length * index) / 40)))('cut off after %i bytes', (length) => {
    expect(errorOf(() => read(whole.subarray(0, length)))).toEqual(corrupt)
  })

  test.each<[string, readonly Uint8Array[]]>([
    ['no part', []],
    ['one part', [columns]],
    ['two parts', [columns, raw]],
    ['columns of another', [gzipSync('{}'), raw, cards]],
    ['columns that are no archive', [Buffer.from('x'), raw, cards]],
    ['digests of another', [columns, Buffer.alloc(raw.length), cards]],
  ])('%s', (_, parts) => {
    expect(errorOf(() => read(joinParts(parts)))).toEqual(corrupt)
  })

  test.each<[string, Uint8Array]>([
    ['no archive', Buffer.from('x')],
    ['those of another', gzipSync('{"title":"Another"}')],
  ])('cards that are %s, as soon as one is asked for', (_, other) => {
    const back = read(joinParts([columns, raw, other]))
    expect(back.map((one) => one.key)).toEqual(entries.map((one) => one.key))
    expect(errorOf(() => back[0]?.card)).toEqual(corrupt)
  })

  test.each(['../x', 'a//b', 'x'.repeat(2000)])('a key that none may be: %s', (name) => {
    const { name: own, body } = only([{ ...entry(staged('x')), key: name as Key }])
    expect(errorOf(() => readShard(body(), own, 'memory'))).toEqual(corrupt)
  })

  test.each<[string, object, number]>([
    ['sizes', { size: [1] }, 160],
    ['kinds', { kind: '0' }, 160],
    ['headers', { header: '0' }, 160],
    ['digests', {}, 80],
  ])('columns of two entries with one of the %s', (_, less, bytes) => {
    const [packed = new Uint8Array()] = splitParts(only(entries.slice(0, 2)).body()) ?? []
    const text = JSON.stringify({ ...JSON.parse(gunzipSync(packed).toString('utf8')), ...less })
    const own = Buffer.alloc(bytes)
    const name = { ...shard.name, digest: contentOf(text, own) }
    expect(errorOf(() => readShard(joinParts([gzipSync(text), own, cards]), name, 'memory'))).toEqual(corrupt)
  })

  test('another shard than the one that was named', () => {
    expect(errorOf(() => readShard(whole, { ...shard.name, digest: digest('another') }, 'memory'))).toBeInstanceOf(Failure)
  })
})
