import { setImmediate } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { digest } from '../../pipeline/model/digest.ts'
import { nothingPublished } from '../../pipeline/model/manifest.ts'
import type { Store } from '../../pipeline/model/store.ts'
import { memoryStore } from '../../pipeline/store/memory-store.ts'
import { commitManifest } from '../../pipeline/upload/commit-manifest.ts'
import { countingStore } from '../../pipeline/upload/counting-store.ts'
import { emptyRoot } from '../../pipeline/upload/manifest-root.ts'
import { openManifest } from '../../pipeline/upload/open-manifest.ts'
import { manifestOf } from '../../pipeline/upload/read-manifest.ts'
import { failureOf } from '../support/failure.ts'
import { key } from '../support/key.ts'
import { articleRecord, card, entry, staged, unpacked, unpackedMade } from '../support/staged.ts'

const entries = ['en', 'it'].map((locale) => entry(staged(`${locale}/a/index.html`, locale, { card: card(locale, 'a') })))
const made = { inputs: digest('all'), due: null, indexes: {}, articles: new Map([articleRecord('a')].map((one) => [one.article, one])) }
const manifest = {
  ...nothingPublished,
  ...{ release: '20261122T181500Z', time: '2026-11-22T18:15:00.000Z', made },
  entries: new Map(entries.map((one) => [one.key, one])),
}

async function published() {
  const store = countingStore(memoryStore())
  const notes = { generator: 'a test', nonce: 'n', leaving: [], left: [], pin: null, unfinished: null, expires: null }
  await commitManifest(store, manifest, { manifest: nothingPublished, etag: null, root: emptyRoot, aside: {} }, notes)
  return store
}

const [english, italian] = [key('en/a/index.html'), key('it/a/index.html')]

test('an entry is read from the shard that holds it, once; the others stay aside', async () => {
  const store = await published()
  const open = await openManifest(store)
  const before = store.requests
  expect(await open.entry(english)).toMatchObject(entries[0] ?? {})
  expect(await open.entry(key('en/none/index.html'))).toBeUndefined()
  expect(store.requests - before).toBe(1)
  const { manifest: sofar, aside } = await open.sofar()
  expect([[...sofar.entries.keys()], Object.keys(aside)]).toEqual([[english], ['it']])
})

test('what belongs to a shard that was never written isn’t there', async () => {
  expect(await (await openManifest(await published())).entry(key('sitemap.xml'))).toBeUndefined()
  expect(await (await openManifest(memoryStore())).entry(english)).toBeUndefined()
})

test('what is being read counts as read: a snapshot waits for it', async () => {
  const store = await published()
  const arrives = Promise.withResolvers<void>()
  const get: Store['get'] = async (name) => {
    if (name.endsWith('.shard')) await arrives.promise
    return await store.get(name)
  }
  const open = await openManifest({ ...store, get })
  const reading = open.entry(italian)
  let isThere = false
  const snapshot = open.sofar().finally(() => {
    isThere = true
  })
  await open.made()
  await setImmediate()
  expect(isThere).toBe(false)
  arrives.resolve()
  const { manifest: sofar, aside } = await snapshot
  expect([[...sofar.entries.keys()], Object.keys(aside)]).toEqual([[italian], ['en']])
  await reading
})

test('records of articles are read once', async () => {
  const store = await published()
  const open = await openManifest(store)
  const before = store.requests
  expect([unpackedMade(await open.made()), unpackedMade(await open.made())]).toEqual([made, made])
  expect(store.requests - before).toBe(1)
})

test('the manifest of any root is read whole', async () => {
  const store = await published()
  expect(unpacked(await manifestOf((await openManifest(store)).root, store))).toEqual(manifest)
})

describe('the text of a published object', () => {
  const html = { contentType: 'text/html; charset=utf-8' }

  test('is what stands there, unpacked', async () => {
    const store = await published()
    await store.put(english, Buffer.from('en'), html)
    await store.put(italian, gzipSync('it'), { ...html, contentEncoding: 'gzip' })
    const open = await openManifest(store)
    expect([await open.text(english), await open.text(italian)]).toEqual(['en', 'it'])
  })

  test('is none where nothing was published, whatever stands there, and where nothing stands there', async () => {
    const store = await published()
    await store.put(key('en/b/index.html'), Buffer.from('en'), html)
    const open = await openManifest(store)
    expect([await open.text(key('en/b/index.html')), await open.text(english)]).toEqual([null, null])
  })

  test.each<[string, Uint8Array, object]>([
    ['something else', Buffer.from('by hand'), {}],
    ['something else, packed', gzipSync('by hand'), { contentEncoding: 'gzip' }],
    ['what can’t be unpacked', Buffer.from('en'), { contentEncoding: 'gzip' }],
  ])('is none where there is %s', async (_, body, headers) => {
    const store = await published()
    await store.put(english, body, { ...html, ...headers })
    expect(await (await openManifest(store)).text(english)).toBeNull()
  })
})

test('a shard that is gone is damage', async () => {
  const store = await published()
  const open = await openManifest(store)
  await store.delete([open.root.shards['it']?.key ?? key('none')])
  expect((await failureOf(open.entries())).code).toBe('manifest-corrupt')
  expect((await open.entry(english))?.key).toBe(english)
})
