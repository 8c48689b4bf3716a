import { gzipSync } from 'node:zlib'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Key } from '../../pipeline/model/artifact.ts'
import { digest } from '../../pipeline/model/digest.ts'
import { type Manifest, nothingPublished } from '../../pipeline/model/manifest.ts'
import type { Store } from '../../pipeline/model/store.ts'
import { memoryStore } from '../../pipeline/store/memory-store.ts'
import { commitManifest } from '../../pipeline/upload/commit-manifest.ts'
import { emptyRoot, rootKey, type ShardName } from '../../pipeline/upload/manifest-root.ts'
import { releaseKey } from '../../pipeline/upload/own-keys.ts'
import { readManifest } from '../../pipeline/upload/read-manifest.ts'
import { readShard } from '../../pipeline/upload/read-shard.ts'
import { collect } from '../support/collect.ts'
import { failureOf } from '../support/failure.ts'
import { key } from '../support/key.ts'
import { articleRecord, card, entry, staged, unpacked } from '../support/staged.ts'

const entries = [
  entry(
    staged('assets/a.1.css', 'css', {
      headers: { contentType: 'text/css', cacheControl: 'immutable', contentEncoding: 'br', cacheTag: 'assets' },
    }),
  ),
  entry(staged('en/a/index.html', 'a', { card: card('en', 'a') })),
  entry(staged('en/index.html', 'index')),
  entry(staged('it/a/index.html', 'a', { card: card('it', 'a') })),
  entry(staged('sitemap.xml', 'map')),
  entry(staged('zh/index.html', 'no edition in this language yet')),
]
const manifest: Manifest = {
  version: 3,
  release: '20261122T181500Z-3f2a9c1',
  previous: '20261121T090000Z',
  commit: '3f2a9c1d',
  time: '2026-11-22T18:15:00.000Z',
  entries: new Map(entries.map((one) => [one.key, one])),
  made: {
    inputs: digest('everything'),
    due: '2026-11-24T18:15:00.000Z',
    indexes: { en: digest('cards'), site: digest('all cards') },
    articles: new Map([articleRecord('a'), articleRecord('b')].map((one) => [one.article, one])),
  },
}
const generator = 'colophon 0.1.0'
const nothing = { manifest: nothingPublished, etag: null, root: emptyRoot, aside: {} }
const notes = { generator, nonce: 'n', leaving: [], left: [], pin: null, unfinished: null, expires: null }

let store: Store
beforeEach(async () => {
  store = memoryStore()
  await commitManifest(store, manifest, nothing, notes)
})

test('what was committed is read back whole', async () => {
  expect(unpacked((await readManifest(store)).manifest)).toEqual(manifest)
})

test('an empty store has published nothing', async () => {
  expect(await readManifest(memoryStore())).toEqual(nothing)
})

test('the root names the release, and a shard for each locale with editions', async () => {
  const found = await store.get(rootKey)
  expect(found?.headers).toEqual({ contentType: 'application/json', cacheControl: 'no-cache' })
  const root = JSON.parse(Buffer.from(found?.body ?? []).toString('utf8'))
  expect(root).toMatchObject({
    version: 3,
    release: manifest.release,
    previous: manifest.previous,
    commit: '3f2a9c1d',
    time: manifest.time,
    generator,
  })
  expect(Object.keys(root.shards)).toEqual(['en', 'it', 'site'])
  const keysIn = async (shard: string) => {
    const name: ShardName = root.shards[shard]
    return readShard((await store.get(name.key))?.body ?? new Uint8Array(), name, 'memory').map((one) => one.key)
  }
  expect(await keysIn('en')).toEqual(['en/a/index.html', 'en/index.html'])
  expect(await keysIn('site')).toEqual(['assets/a.1.css', 'sitemap.xml', 'zh/index.html'])
})

test('shards are named by their content: those that did not change are not written again', async () => {
  const published = await readManifest(store)
  const changed = entry(staged('it/a/index.html', 'b', { card: card('it', 'a') }))
  const written: string[] = []
  const put: Store['put'] = (name, ...rest) => {
    written.push(name)
    return store.put(name, ...rest)
  }
  const next = { ...manifest, release: 'next', entries: new Map([...manifest.entries, [changed.key, changed]]) }
  await commitManifest({ ...store, put }, next, published, notes)
  expect(written[0]).toMatch(/^_colophon\/manifests\/[0-9a-f]{64}\.shard$/)
  expect(written.slice(1)).toEqual([releaseKey(manifest.release ?? ''), rootKey])
  expect(unpacked((await readManifest(store)).manifest)).toEqual(next)
})

test('a commit whose own answer was lost is no race', async () => {
  const lost: Store['put'] = async (name, body, headers, condition) => {
    await store.put(name, body, headers, condition)
    return store.put(name, body, headers, condition)
  }
  const published = await readManifest(store)
  await commitManifest({ ...store, put: lost }, { ...manifest, release: 'next' }, published, notes)
  expect((await readManifest(store)).manifest.release).toBe('next')
})

test.each([
  [
    'another was committed since',
    async () => commitManifest(store, { ...manifest, release: 'theirs' }, await readManifest(store), notes),
    'theirs',
  ],
  ['the root was deleted since', async () => store.delete([rootKey]), 'deleted'],
])('%s: the commit is refused', async (_, meanwhile, told) => {
  const published = await readManifest(store)
  await meanwhile()
  const failure = await failureOf(commitManifest(store, { ...manifest, release: 'ours' }, published, notes))
  expect(failure).toMatchObject({ code: 'release-raced', text: { exit: 3 } })
  expect(failure.message).toContain(told)
})

describe('damage is a failure with what to do, never an empty site', () => {
  const shard = async () => {
    const found = (await collect(store.list('_colophon/manifests/')))[0]
    if (found === undefined) throw new TypeError('No shard')
    return found.key
  }
  const rewrite = async (name: Key, change: (body: Buffer) => Buffer | string) => {
    const found = await store.get(name)
    await store.put(name, Buffer.from(change(Buffer.from(found?.body ?? []))), { contentType: 'application/json' })
  }
  const root = (change: (root: Record<string, unknown>) => unknown) =>
    rewrite(rootKey, (body) => JSON.stringify(change(JSON.parse(body.toString('utf8')))))

  const rows: readonly (readonly [string, string, () => Promise<void>])[] = [
    ['an empty root', 'manifest-corrupt', () => rewrite(rootKey, () => '')],
    ['a root that is cut off', 'manifest-corrupt', () => rewrite(rootKey, (body) => body.subarray(0, 100))],
    ['a root that is no JSON', 'manifest-corrupt', () => rewrite(rootKey, () => '<html>')],
    ['a root that is something else', 'manifest-corrupt', () => rewrite(rootKey, () => '[1]')],
    ['a root without a release', 'manifest-corrupt', () => root(({ release: _, ...rest }) => rest)],
    ['a root without shards', 'manifest-corrupt', () => root(({ shards: _, ...rest }) => rest)],
    [
      'a root whose shards lie elsewhere',
      'manifest-corrupt',
      () => root((all) => ({ ...all, shards: { en: { key: '../x', digest: 'x', entries: 1 } } })),
    ],
    ['a root of a later version', 'manifest-version', () => root((all) => ({ ...all, version: 4, generator: 'colophon 9.0' }))],
    ['a root of an earlier version', 'manifest-version', () => root((all) => ({ ...all, version: 1 }))],
    ['a root without a version', 'manifest-corrupt', () => root(({ version: _, ...rest }) => rest)],
    ['a shard that is gone', 'manifest-corrupt', async () => store.delete([await shard()])],
    ['a shard that is cut off', 'manifest-corrupt', async () => rewrite(await shard(), (body) => body.subarray(0, -10))],
    ['a shard that is no archive', 'manifest-corrupt', async () => rewrite(await shard(), () => 'not gzip')],
    ['a shard with other contents', 'manifest-corrupt', async () => rewrite(await shard(), () => gzipSync('{"headers":[],"entries":[]}'))],
  ]
  test.each(rows)('%s', async (_, code, damage) => {
    await damage()
    const failure = await failureOf(readManifest(store))
    expect(failure).toMatchObject({ code, text: { exit: 3, what: expect.stringContaining('memory') } })
    expect(failure.text.next).not.toBe('')
  })

  test('who wrote a later version is told', async () => {
    await root((all) => ({ ...all, version: 4, generator: 'colophon 9.0' }))
    expect((await failureOf(readManifest(store))).text.why).toBe('It was written by colophon 9.0.')
  })

  test('a key is checked even in a shard that is whole', async () => {
    const bad = { ...entry(staged('x')), key: '../x' as Key }
    const broken = memoryStore()
    await commitManifest(broken, { ...manifest, entries: new Map([[bad.key, bad]]) }, nothing, notes)
    expect((await failureOf(readManifest(broken))).code).toBe('manifest-corrupt')
    expect(key('x')).toBe('x')
  })
})
