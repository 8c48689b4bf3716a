import { describe, expect, test } from 'vitest'
import { Failure } from '../../pipeline/model/failure.ts'
import { nothingMade } from '../../pipeline/model/manifest.ts'
import type { Store } from '../../pipeline/model/store.ts'
import { directoryStore } from '../../pipeline/store/directory-store.ts'
import { memoryStore } from '../../pipeline/store/memory-store.ts'
import { countingStore } from '../../pipeline/upload/counting-store.ts'
import { readManifest } from '../../pipeline/upload/read-manifest.ts'
import { upload } from '../../pipeline/upload/upload.ts'
import { embeddedS3 } from '../support/embedded-s3.ts'
import { failureOf } from '../support/failure.ts'
import { key } from '../support/key.ts'
import { everything, idleLease, publish, visible } from '../support/publisher.ts'
import { staged } from '../support/staged.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const site = {
  'assets/style.1.css': 'css',
  'en/talks/index.html': 'talks',
  'it/talks/index.html': 'colloqui',
  'en/index.html': 'all',
  'sitemap.xml': 'map',
}

const stores: readonly (readonly [string, () => Promise<{ store: Store; dispose: () => Promise<void> }>])[] = [
  ['memory', async () => ({ store: memoryStore(), dispose: async () => {} })],
  [
    'a directory',
    async () => {
      const folder = temporaryFolder()
      return { store: directoryStore(folder.path), dispose: async () => folder[Symbol.dispose]() }
    },
  ],
  ['S3', () => embeddedS3(memoryStore(), { prefix: 'news' })],
]

describe.each(stores)('publishing to %s', (_, open) => {
  test('a site, twice, changed, and gone', async () => {
    const { store, dispose } = await open()

    const first = await publish(store, site, { commit: '3f2a9c1d00' })
    expect(first).toMatchObject({ release: '20261122T181500Z-3f2a9c1', deleted: [], kept: 0, bytes: 22 })
    expect(first.put).toEqual(['assets/style.1.css', 'en/talks/index.html', 'it/talks/index.html', 'en/index.html', 'sitemap.xml'])
    expect(await visible(store)).toEqual(site)

    const before = await everything(store)
    const again = await publish(store, site, { commit: 'another', time: new Date('2026-11-22T18:16:00Z') })
    expect(again).toEqual({ release: first.release, put: [], deleted: [], removed: [], undeleted: null, kept: 5, bytes: 0, requests: 4 })
    expect(await everything(store)).toEqual(before)

    const { 'it/talks/index.html': _gone, ...rest } = { ...site, 'en/talks/index.html': 'talks, corrected' }
    const second = await publish(store, rest, { time: new Date('2026-11-22T18:17:00Z') })
    expect(second).toMatchObject({ release: '20261122T181700Z', put: ['en/talks/index.html'], deleted: ['it/talks/index.html'], kept: 3 })
    expect(await visible(store)).toEqual(rest)
    expect((await readManifest(store)).manifest).toMatchObject({ release: '20261122T181700Z', previous: first.release, commit: null })

    const third = await publish(store, {}, { time: new Date('2026-11-22T18:18:00Z') })
    expect(third.deleted).toHaveLength(4)
    expect(await visible(store)).toEqual({})
    await dispose()
  })

  test('a change in one language writes the page, its shard and the root', async () => {
    const { store, dispose } = await open()
    await publish(store, site)
    const outcome = await publish(store, { ...site, 'it/talks/index.html': 'trattative' })
    // Reading: the root and three shards. Writing: the lease twice, the root that says what comes, a copy of the old page, the page, the shard of `it`,
    // the root of the release before, the root.
    expect(outcome).toMatchObject({ put: ['it/talks/index.html'], kept: 4, requests: 11 })
    await dispose()
  })

  test('of two that start from one release, the second is told so, and has deleted nothing', async () => {
    const { store, dispose } = await open()
    await publish(store, site)
    const published = await readManifest(store)
    await publish(store, { ...site, 'en/new/index.html': 'new' }, { time: new Date('2026-11-22T19:00:00Z') })
    const release = { time: new Date('2026-11-22T19:01:00Z'), commit: null, generator: 'colophon test' }
    const [entry] = published.manifest.entries.values()
    if (entry === undefined) throw new TypeError('Nothing published')
    const steps = [{ kind: 'delete', key: entry.key, entry } as const]
    const origin = () => Promise.reject(new Error('none'))
    const late = upload({ steps, made: nothingMade, origin, store, published, release, lease: idleLease() })
    const failure = await failureOf(late)
    expect(failure).toMatchObject({ code: 'release-raced', text: { exit: 3, what: expect.stringContaining('20261122T190000Z') } })
    expect(await store.get(entry.key)).not.toBeNull()
    expect((await readManifest(store)).manifest.release).toBe('20261122T190000Z')
    await dispose()
  })
})

/** A store that notes what it is asked to change, and fails for some keys. */
function watched(store: Store, fails: (key: string) => boolean = () => false): { store: Store; log: string[] } {
  const log: string[] = []
  const refuse = (name: string) => new Failure('store-refused', { exit: 3, what: `\`${name}\` could not be written.`, next: 'Wait.' })
  const put: Store['put'] = async (name, ...rest) => {
    log.push(`start ${name}`)
    if (fails(name)) throw refuse(name)
    const result = await store.put(name, ...rest)
    log.push(`end ${name}`)
    return result
  }
  const remove: Store['delete'] = async (keys) => {
    log.push(`delete ${keys.join(' ')}`)
    if (keys.some(fails)) throw refuse(keys[0] ?? '')
    await store.delete(keys)
  }
  return { store: { ...store, put, delete: remove }, log }
}

describe('the order', () => {
  test('no group begins before the one before has ended; the root is the last to be put; then come the deletions', async () => {
    const memory = memoryStore()
    await publish(memory, { 'en/old/index.html': 'old', 'en/talks/index.html': 'before' })
    await publish(memory, { 'en/talks/index.html': 'before' })
    const { store, log } = watched(memory)
    await publish(store, { ...site, 'en/more/index.html': 'more' })
    const at = (line: string) => {
      expect(log).toContain(line)
      return log.indexOf(line)
    }
    expect(at('end assets/style.1.css')).toBeLessThan(at('start en/more/index.html'))
    expect(Math.max(at('end en/more/index.html'), at('end it/talks/index.html'))).toBeLessThan(at('start en/talks/index.html'))
    expect(at('end en/talks/index.html')).toBeLessThan(Math.min(at('start en/index.html'), at('start sitemap.xml')))
    const root = log.lastIndexOf('start _colophon/manifest.json')
    expect(log.slice(root)).toEqual(['start _colophon/manifest.json', 'end _colophon/manifest.json', 'delete en/old/index.html'])
    expect(at('end _colophon/manifest.json')).toBeLessThan(at('start assets/style.1.css'))
  })

  test('at most 8 puts are under way at once, and as many as that', async () => {
    let now = 0
    let most = 0
    const memory = memoryStore()
    const put: Store['put'] = async (...call) => {
      most = Math.max(most, ++now)
      await Promise.resolve()
      const result = await memory.put(...call)
      now--
      return result
    }
    await publish(
      { ...memory, put },
      Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`en/${index}/index.html`, String(index)])),
    )
    expect(most).toBe(8)
  })

  test('every put is told', async () => {
    const store = countingStore(memoryStore())
    const published = await readManifest(store)
    const steps = ['a', 'b'].map((name) => ({ kind: 'put', key: key(name), artifact: staged(name), published: null }) as const)
    const told: string[] = []
    await upload({
      ...{
        steps,
        made: nothingMade,
        store,
        published,
        release: { time: new Date(0), commit: null, generator: 'test' },
        lease: idleLease(),
      },
      origin: async (artifact) => ({ kind: 'bytes', bytes: Buffer.from(artifact.key) }),
      onPut: (done, total) => told.push(`${done} of ${total}`),
    })
    expect(told).toEqual(['1 of 2', '2 of 2'])
  })
})

describe('failures', () => {
  test('all errors of a group are told; nothing after it is put, nothing deleted, the manifest is as it was', async () => {
    const memory = memoryStore()
    const first = await publish(memory, { ...site, 'en/old/index.html': 'old' })
    const next = { ...site, 'en/a/index.html': 'a', 'en/b/index.html': 'b', 'en/c/index.html': 'c', 'en/index.html': 'new' }
    const { store, log } = watched(memory, (name) => name === 'en/a/index.html' || name === 'en/c/index.html')
    const failure = await failureOf(publish(store, next))
    expect(failure).toMatchObject({
      code: 'upload-failed',
      text: { exit: 3, what: expect.stringMatching(/^2 of 3 objects \(new pages\)/) },
    })
    expect(failure.text.why).toBe('`en/a/index.html` could not be written.\n`en/c/index.html` could not be written.')
    expect(log).not.toContain('start en/index.html')
    expect(log.join('\n')).not.toMatch(/delete|_colophon\/(?:manifests|releases)/)
    const { manifest, root } = await readManifest(memory)
    expect(manifest.release).toBe(first.release)
    expect(root.unfinished).toEqual(['en/a/index.html', 'en/b/index.html', 'en/c/index.html', 'en/index.html'])

    const done = await publish(memory, next, { time: new Date('2026-11-22T19:00:00Z') })
    expect(done.deleted).toEqual(['en/old/index.html'])
    expect((await readManifest(memory)).manifest.previous).toBe(first.release)
    expect(await visible(memory)).toEqual(next)
  })

  test('a store that refuses all is not asked a thousand times', async () => {
    const { store, log } = watched(memoryStore(), (name) => !name.startsWith('_colophon/'))
    const many = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`en/${index}/index.html`, '']))
    expect((await failureOf(publish(store, many))).code).toBe('upload-failed')
    expect(log.length).toBeLessThan(30)
  })

  test('bytes that are not those that were planned are not put', async () => {
    const store = countingStore(memoryStore())
    const steps = [{ kind: 'put', key: key('a'), artifact: staged('a', 'planned'), published: null } as const]
    const release = { time: new Date(0), commit: null, generator: 'test' }
    const origin = async () => ({ kind: 'bytes' as const, bytes: Buffer.from('another') })
    const work = upload({ steps, made: nothingMade, store, published: await readManifest(store), release, origin, lease: idleLease() })
    expect((await failureOf(work)).text.why).toContain('no longer what was built')
    expect(await visible(store)).toEqual({})
  })

  test('deletions that fail leave the release published', async () => {
    const memory = memoryStore()
    await publish(memory, site)
    const { store } = watched(memory, (name) => name === 'sitemap.xml')
    const { 'sitemap.xml': _, ...rest } = site
    await publish(store, rest)
    const { removed, undeleted } = await publish(store, { ...rest, a: 'a' }, { time: new Date('2026-11-22T19:00:00Z') })
    expect(removed).toEqual([])
    expect(undeleted).toMatchObject({ code: 'deletions-left', text: { what: expect.stringContaining('20261122T190000Z is published') } })
    expect((await readManifest(memory)).manifest.release).toBe('20261122T190000Z')
    const next = await publish(memory, { ...rest, a: 'b' }, { time: new Date('2026-11-22T20:00:00Z') })
    expect(next.removed).toEqual(['sitemap.xml'])
    expect(await memory.get(key('sitemap.xml'))).toBeNull()
  })

  test('a mistake of the program comes through as it is', async () => {
    const store = memoryStore()
    const put: Store['put'] = () => Promise.reject(new TypeError('a bug'))
    await expect(publish({ ...store, put }, site)).rejects.toThrow(new TypeError('a bug'))
  })
})
