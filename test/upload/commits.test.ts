import { describe, expect, test } from 'vitest'
import type { StagedArtifact } from '../../pipeline/model/artifact.ts'
import { digest } from '../../pipeline/model/digest.ts'
import { Failure } from '../../pipeline/model/failure.ts'
import { type Made, nothingMade } from '../../pipeline/model/manifest.ts'
import type { Condition, Store } from '../../pipeline/model/store.ts'
import { plan } from '../../pipeline/plan/plan.ts'
import { memoryStore } from '../../pipeline/store/memory-store.ts'
import { rootKey } from '../../pipeline/upload/manifest-root.ts'
import { keptKey } from '../../pipeline/upload/own-keys.ts'
import { readManifest } from '../../pipeline/upload/read-manifest.ts'
import { type UploadOptions, upload } from '../../pipeline/upload/upload.ts'
import { collect } from '../support/collect.ts'
import { failureOf } from '../support/failure.ts'
import { key } from '../support/key.ts'
import { idleLease } from '../support/publisher.ts'
import { articleRecord, card, staged, unpackedMade } from '../support/staged.ts'

interface Built extends StagedArtifact {
  readonly content: string
}

const built = (name: string, content = name, more: Partial<StagedArtifact> = {}): Built => ({ ...staged(name, content, more), content })

const release = { time: new Date('2026-11-22T18:15:00Z'), commit: null, generator: 'a test' }

async function publish(store: Store, site: readonly Built[], more: Partial<UploadOptions> = {}) {
  const published = await readManifest(store)
  const unfinished = new Set(published.root.unfinished ?? [])
  const steps = plan(site, published.manifest, { deleteLimit: 100, keep: () => false, unfinished })
  const content = new Map(site.map((artifact) => [artifact.key, artifact.content]))
  const origin: UploadOptions['origin'] = async (artifact) => ({ kind: 'bytes', bytes: Buffer.from(content.get(artifact.key) ?? '') })
  return await upload({ steps, made: nothingMade, origin, store, published, release, lease: idleLease(), ...more })
}

const has = async (store: Store, name: string) => (await store.get(key(name))) !== null
const refused = new Failure('store-refused', { exit: 3, what: 'No.', next: 'Wait.' })

/** Publish this, and be cut short once all its objects are put. */
async function cutShort(store: Store, site: readonly Built[]): Promise<void> {
  let roots = 0
  const put: Store['put'] = async (name, ...rest) => {
    if (name === rootKey && ++roots === 2) throw refused
    return await store.put(name, ...rest)
  }
  expect((await failureOf(publish({ ...store, put }, site))).code).toBe('store-refused')
}

const [a, b] = [built('en/a/index.html'), built('en/b/index.html')]

describe('what a publish learnt is committed, though no object changes', () => {
  const before: Made = {
    inputs: digest('one'),
    due: null,
    indexes: { en: digest('cards') },
    articles: new Map([articleRecord('a'), articleRecord('b')].map((record) => [record.article, record])),
  }
  const [one, two] = before.articles.values()
  test.each<[string, Partial<Made>]>([
    ['inputs', { inputs: digest('two') }],
    ['the time to look again', { due: '2026-11-24T18:15:00.000Z' }],
    ['indexes', { indexes: { en: digest('other cards') } }],
    ['an article', { articles: new Map([one, two && { ...two, inputs: null }].flatMap((each) => (each ? [[each.article, each]] : []))) }],
    ['one article less', { articles: new Map(one && [[one.article, one]]) }],
    ['no articles', { articles: new Map() }],
  ])('%s', async (_, change) => {
    const store = memoryStore()
    const first = await publish(store, [a], { made: before })
    expect(unpackedMade((await readManifest(store)).manifest.made)).toEqual(before)
    const next = await publish(store, [a], { made: { ...before, ...change } })
    expect([next.put, next.release === first.release]).toEqual([[], false])
    expect(unpackedMade((await readManifest(store)).manifest.made)).toEqual({ ...before, ...change })
  })

  test.each<[string, Partial<StagedArtifact>]>([
    ['inputs', { inputs: digest('others') }],
    ['card', { card: card('en', 'b') }],
    ['kind', { kind: 'redirect' }],
  ])('of an object, its %s', async (_, more) => {
    const store = memoryStore()
    const page = built('en/a/index.html', 'a', { card: card('en', 'a') })
    const first = await publish(store, [page])
    const next = await publish(store, [{ ...page, ...more }])
    expect([next.put, next.release === first.release]).toEqual([[], false])
    expect((await readManifest(store)).manifest.entries.get(page.key)).toMatchObject(
      more.kind === undefined ? more : { ...more, card: null },
    )
  })

  test('how much each publish has to tell', async () => {
    const store = memoryStore()
    const failed = { ...articleRecord('a'), errors: [{}, {}], held: [{}] } as unknown as ReturnType<typeof articleRecord>
    await publish(store, [a], { made: { ...before, articles: new Map([[failed.article, failed]]) } })
    expect((await readManifest(store)).root.told).toBe(3)
  })

  test('when a preview may go', async () => {
    const store = memoryStore()
    await publish(store, [a], { release: { ...release, expires: new Date('2026-12-01T00:00:00Z') } })
    expect((await readManifest(store)).root.expires).toBe('2026-12-01T00:00:00.000Z')
  })
})

describe('after a publish that was cut short', () => {
  test('the same site is the same release: what was put again is whole, what it never had is gone, and what leaves has its time', async () => {
    const store = memoryStore()
    await publish(store, [a, b, built('en/leaving/index.html')])
    const { release: name } = await publish(store, [a, b])
    await cutShort(store, [built('en/a/index.html', 'changed'), b, built('en/stray/index.html')])
    expect(await has(store, 'en/stray/index.html')).toBe(true)

    expect(await publish(store, [a, b])).toMatchObject({ release: name, put: [a.key], kept: 1 })
    const { root, manifest } = await readManifest(store)
    expect(root).toMatchObject({ release: name, unfinished: null, leaving: ['en/leaving/index.html'] })
    expect(manifest.entries.get(a.key)?.etag).toBe((await store.get(a.key))?.etag)
    expect(Buffer.from((await store.get(a.key))?.body ?? []).toString('utf8')).toBe(a.content)
    expect([await has(store, 'en/stray/index.html'), await has(store, 'en/leaving/index.html')]).toEqual([false, true])
  })

  test('what is kept, though it isn’t built, is what was published', async () => {
    const store = memoryStore()
    await publish(store, [a, b])
    await cutShort(store, [built('en/a/index.html', 'changed'), b])
    const published = await readManifest(store)
    const steps = plan([b], published.manifest, { deleteLimit: 0, keep: () => true })
    await publish(store, [b], { steps })
    expect(Buffer.from((await store.get(a.key))?.body ?? []).toString('utf8')).toBe(a.content)
  })

  test('where no copy is left of it, that is said, and it stays unfinished', async () => {
    const store = memoryStore()
    await publish(store, [a, b])
    await cutShort(store, [built('en/a/index.html', 'changed'), b])
    await store.delete([keptKey(a)])
    const published = await readManifest(store)
    const steps = plan([b], published.manifest, { deleteLimit: 0, keep: () => true })
    const failure = await failureOf(publish(store, [b], { steps }))
    expect(failure).toMatchObject({ code: 'content-lost', text: { what: expect.stringContaining(a.key) } })
    expect((await readManifest(store)).root.unfinished).toEqual([a.key])
  })

  test('where the store refuses to give it back, that is what is told', async () => {
    const store = memoryStore()
    await publish(store, [a, b])
    await cutShort(store, [built('en/a/index.html', 'changed'), b])
    const published = await readManifest(store)
    const steps = plan([b], published.manifest, { deleteLimit: 0, keep: () => true })
    const copy = () => Promise.reject(refused)
    expect((await failureOf(publish({ ...store, copy }, [b], { steps }))).code).toBe('store-refused')
  })

  test('what was whole is not written again', async () => {
    const store = memoryStore()
    await publish(store, [a, b])
    await cutShort(store, [built('en/a/index.html', 'changed'), b])
    await store.put(a.key, Buffer.from(a.content), a.headers)
    await store.delete([keptKey(a)])
    const published = await readManifest(store)
    const steps = plan([b], published.manifest, { deleteLimit: 0, keep: () => true })
    await publish(store, [b], { steps })
    expect((await readManifest(store)).root.unfinished).toBeNull()
  })
})

describe('what is dropped', () => {
  const [early, late] = [built('en/early/index.html'), built('en/late/index.html')]
  test.each([
    ['graceful', ['en/late/index.html'], []],
    ['immediate', [], []],
    ['none', ['en/early/index.html', 'en/late/index.html'], ['en/early/index.html']],
  ] as const)('goes %s: after the release, these are still there', async (deletions, there, more) => {
    const store = memoryStore()
    await publish(store, [a, early, late])
    await publish(store, [a, late])
    await publish(store, [a], { deletions })
    const names = (await collect(store.list('en/'))).map((object) => object.key)
    expect(names).toEqual(['en/a/index.html', ...there])
    expect((await readManifest(store)).root.leaving.toSorted()).toEqual([...more, ...there.filter((name) => name !== more[0])])
  })

  test('is taken back where it is built again', async () => {
    const store = memoryStore()
    await publish(store, [a, early])
    await publish(store, [a])
    await publish(store, [a, early])
    await publish(store, [a, early, late])
    expect(await has(store, early.key)).toBe(true)
  })

  test('is asked for only where there is something', async () => {
    const remove = () => Promise.reject(refused)
    const { put } = await publish({ ...memoryStore(), delete: remove }, [a])
    expect(put).toEqual([a.key])
  })

  test('a mistake of the program, while deleting, comes through as it is', async () => {
    const store = memoryStore()
    await publish(store, [a, early])
    const remove = () => Promise.reject(new TypeError('a bug'))
    const work = publish({ ...store, delete: remove }, [a], { deletions: 'immediate' })
    await expect(work).rejects.toThrow(new TypeError('a bug'))
  })
})

describe('who is stopped', () => {
  const many = Array.from({ length: 30 }, (_, index) => built(`en/${index}/index.html`))
  const pages = async (store: Store) => (await collect(store.list('en/'))).length

  test('puts no more than what is on its way', async () => {
    const [store, stop] = [memoryStore(), new AbortController()]
    const work = publish(store, many, { signal: stop.signal, onPut: () => stop.abort(new Error('stopped')) })
    await expect(work).rejects.toThrow('stopped')
    expect(await pages(store)).toBeLessThan(30)
  })

  test('after the last object, commits nothing', async () => {
    const [store, stop] = [memoryStore(), new AbortController()]
    const work = publish(store, [a], { signal: stop.signal, onPut: () => stop.abort(new Error('stopped')) })
    await expect(work).rejects.toThrow('stopped')
    expect((await readManifest(store)).manifest.release).toBeNull()
  })

  test('by the loss of the lease, begins nothing more and says so, even where the store doesn’t look', async () => {
    const [memory, stop] = [memoryStore(), new AbortController()]
    const lost = new Failure('lease-lost', { exit: 3, what: 'Lost.', next: 'Again.' })
    const put: Store['put'] = (name, body, headers, condition) => memory.put(name, body, headers, condition)
    const lease = { ...idleLease(), signal: stop.signal }
    const work = publish({ ...memory, put }, many, { lease, onPut: () => stop.abort(lost) })
    expect((await failureOf(work)).code).toBe('lease-lost')
    expect(await pages(memory)).toBeLessThan(30)
  })

  test('in the middle of a put, is told of the lease, not of the object', async () => {
    const [memory, stop] = [memoryStore(), new AbortController()]
    const lost = new Failure('lease-lost', { exit: 3, what: 'Lost.', next: 'Again.' })
    const put: Store['put'] = async (name, ...rest) => {
      if (name === a.key) stop.abort(lost)
      stop.signal.throwIfAborted()
      return await memory.put(name, ...rest)
    }
    const work = publish({ ...memory, put }, [a], { lease: { ...idleLease(), signal: stop.signal } })
    expect((await failureOf(work)).code).toBe('lease-lost')
  })

  test('by a mistake of the program, hears of it', async () => {
    const origin = () => Promise.reject(new TypeError('a bug'))
    await expect(publish(memoryStore(), [a], { origin })).rejects.toThrow(new TypeError('a bug'))
  })
})

describe('an object that comes from the store', () => {
  const there = key('_colophon/objects/x')
  const from =
    (etag?: string): UploadOptions['origin'] =>
    async () => ({ kind: 'stored', key: there, ...(etag !== undefined && { etag }) })

  test.each([
    ['as it stands there', undefined],
    ['where it is what it should be', '"0cc175b9c0f1b6a831c399e269772661"'],
  ])('%s', async (_, etag) => {
    const store = memoryStore()
    await store.put(there, Buffer.from('a'), a.headers)
    await publish(store, [built('en/a/index.html', 'a')], { origin: from(etag) })
    expect(Buffer.from((await store.get(a.key))?.body ?? []).toString('utf8')).toBe('a')
  })

  test('is not put where it has become another', async () => {
    const store = memoryStore()
    await store.put(there, Buffer.from('another'), a.headers)
    const work = publish(store, [built('en/a/index.html', 'a')], { origin: from('"0cc175b9c0f1b6a831c399e269772661"') })
    expect((await failureOf(work)).code).toBe('upload-failed')
    expect(await has(store, a.key)).toBe(false)
  })
})

describe('a shard', () => {
  const page = (locale: string, content: string) => built(`${locale}/a/index.html`, content, { card: card(locale, 'a') })
  const written = async (store: Store, site: readonly Built[]) => {
    const names: string[] = []
    const put: Store['put'] = async (name, ...rest) => {
      names.push(name)
      return await store.put(name, ...rest)
    }
    await publish({ ...store, put }, site)
    return names.filter((name) => name.startsWith('_colophon/manifests/'))
  }

  test('is there for each language, a new one too; that of a language without changes isn’t written again', async () => {
    const store = memoryStore()
    expect(await written(store, [page('en', '1'), page('it', '1')])).toHaveLength(2)
    expect(await written(store, [page('en', '1'), page('it', '2')])).toHaveLength(1)
    expect(await written(store, [page('en', '1'), page('it', '2'), page('de', '1')])).toHaveLength(1)
    expect(Object.keys((await readManifest(store)).root.shards).toSorted()).toEqual(['de', 'en', 'it'])
  })
})

describe('the root', () => {
  test('is written on condition that there is none, then that it is one’s own', async () => {
    const memory = memoryStore()
    const conditions: (Condition | undefined)[] = []
    const put: Store['put'] = async (name, body, headers, condition, signal) => {
      if (name === rootKey) conditions.push(condition)
      return await memory.put(name, body, headers, condition, signal)
    }
    await publish({ ...memory, put }, [a])
    expect(conditions).toEqual([{ kind: 'absent' }, { kind: 'match', etag: expect.any(String) }])
  })

  test('of the release before is kept; of the first there is none', async () => {
    const store = memoryStore()
    const kept = async () => (await collect(store.list('_colophon/releases/'))).map((object) => object.key)
    const first = await publish(store, [a])
    expect(await kept()).toEqual([])
    await publish(store, [a, b])
    expect(await kept()).toEqual([`_colophon/releases/${first.release}.json`])
  })

  test('and its kin are looked at anew each time; shards never change', async () => {
    const store = memoryStore()
    const { release: first } = await publish(store, [a])
    await publish(store, [a, b])
    const own = { contentType: 'application/json', cacheControl: 'no-cache' }
    expect((await store.get(rootKey))?.headers).toEqual(own)
    expect((await store.get(key(`_colophon/releases/${first}.json`)))?.headers).toEqual(own)
    const shards = await collect(store.list('_colophon/manifests/'))
    const headers = await Promise.all(shards.map(async (shard) => (await store.get(shard.key))?.headers))
    expect(new Set(headers.map((each) => JSON.stringify(each)))).toEqual(
      new Set([JSON.stringify({ contentType: 'application/octet-stream', cacheControl: 'public, max-age=31536000, immutable' })]),
    )
  })
})

describe('what a release replaces or drops is kept, before', () => {
  test('under its digest', async () => {
    const store = memoryStore()
    await publish(store, [a, b])
    await publish(store, [built('en/a/index.html', 'changed')])
    expect((await collect(store.list('_colophon/objects/'))).map((object) => object.key).toSorted()).toEqual(
      [keptKey(a), keptKey(b)].sort(),
    )
  })

  test('unless somebody has changed it: it is nobody’s release', async () => {
    const store = memoryStore()
    await publish(store, [a])
    await store.put(a.key, Buffer.from('by hand'), a.headers)
    expect((await publish(store, [built('en/a/index.html', 'changed')])).put).toEqual([a.key])
    expect(await has(store, keptKey(a))).toBe(false)
  })

  test('and where it can’t be, nothing is replaced', async () => {
    const store = memoryStore()
    await publish(store, [a])
    const failure = await failureOf(publish({ ...store, copy: () => Promise.reject(refused) }, [built('en/a/index.html', 'changed')]))
    expect(failure.code).toBe('store-refused')
    expect(Buffer.from((await store.get(a.key))?.body ?? []).toString('utf8')).toBe(a.content)
  })
})
