import { readdirSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import type { Key } from '../../pipeline/model/artifact.ts'
import { Failure } from '../../pipeline/model/failure.ts'
import type { Store, StoredObject } from '../../pipeline/model/store.ts'
import { startEmbeddedServer } from '../../pipeline/store/embedded/start-embedded-server.ts'
import { memoryStore } from '../../pipeline/store/memory-store.ts'
import { readManifest } from '../../pipeline/upload/read-manifest.ts'
import { ended, startColophon } from '../support/cli.ts'
import { collect } from '../support/collect.ts'
import { png } from '../support/picture.ts'
import { everything, visible } from '../support/publisher.ts'
import { article, type Files, siteIn, smallSite, translation } from '../support/small-site.ts'
import { temporarySite } from '../support/temporary-site.ts'
import { expectWhole } from '../support/whole.ts'

const before: Files = {
  'articles/one.md': article('One', '![P](./p.jpg)'),
  'articles/p.jpg': png(1),
  'articles/two.md': article('Two'),
  'locales/it/articles/two.po': translation('it', 'Two'),
}
const after: Files = {
  'articles/one.md': article('One', '![P](./q.jpg) and more'),
  'articles/q.jpg': png(2),
  'articles/two.md': null,
  'articles/three.md': article('Three'),
}

/** A memory whose writes are told, and may be made to fail. */
function told(onWrite: (write: string) => void = () => {}, store = memoryStore()): { readonly store: Store; readonly writes: string[] } {
  const writes: string[] = []
  const write = (text: string) => {
    writes.push(text)
    onWrite(text)
  }
  return {
    writes,
    store: {
      ...store,
      async put(key, ...rest) {
        write(`put ${key}`)
        return await store.put(key, ...rest)
      },
      async copy(from, to, ...rest) {
        write(`copy ${to}`)
        return await store.copy(from, to, ...rest)
      },
      async delete(keys) {
        for (const key of keys) write(`delete ${key}`)
        return await store.delete(keys)
      },
    },
  }
}

/** What a reader meets: assets first, the manifest last but for what goes. */
function groupOf(write: string): string {
  if (write.startsWith('delete ')) return 'deletions'
  if (write.startsWith('copy ')) return 'copies'
  if (/(?:lease|probe)\.json$/.test(write)) return 'lease'
  if (write.includes('_colophon/')) return write.endsWith('manifest.json') ? 'manifest' : 'parts of the manifest'
  if (write.includes('assets/')) return 'assets'
  return /\/[^/]+\/index\.html$/.test(write) && !/\/(?:author|tag)\//.test(write) ? 'pages' : 'indexes'
}

test('assets, pages, indexes, manifest, deletions; and nothing at all the second time', async () => {
  const { store, writes } = told()
  const site = smallSite(before, store)
  await site.publish()
  site.write(after)
  writes.length = 0
  const { deleted, requests } = await site.publish()
  const groups = writes.map(groupOf)
  expect(groups.filter((group, index) => group !== groups[index - 1])).toEqual([
    ...['lease', 'manifest', 'copies', 'assets', 'pages', 'indexes', 'parts of the manifest', 'manifest'],
  ])
  expect(writes.indexOf('put en/three/index.html')).toBeLessThan(writes.indexOf('put en/one/index.html'))
  expect(deleted).toContain('it/two/index.html')
  const content = await everything(store)
  writes.length = 0
  const again = await site.publish()
  expect([again.put, again.deleted, writes]).toEqual([[], [], []])
  expect(again.requests).toBeLessThan(requests)
  expect(await everything(store)).toEqual(content)
})

const refusal = () => new Failure('store-refused', { exit: 3, what: 'The disk of the server is full.', next: 'Wait.' })

describe.each([
  ['fails', refusal],
  ['never comes back, as when the process is killed', () => new Error('killed')],
])('a write that %s', (_, trouble) => {
  test('leaves the site before or after it; the next publish finishes', async () => {
    const whole = smallSite(before)
    await whole.publish()
    const first = await objects(whole.store)
    whole.write(after)
    await whole.publish()
    const finished = await visible(whole.store)
    for (let nth = 1; nth < 100; nth++) {
      const { store, writes } = told(
        () => {
          if (writes.length === nth) throw trouble()
        },
        await holding(first),
      )
      const site = smallSite(before, store)
      site.write(after)
      const failure = await site.publish().catch((error: unknown) => error)
      if (!(failure instanceof Error)) break
      const committed = writes.slice(0, -1).some((write) => groupOf(write) === 'manifest')
      if (!committed) expect(Object.keys(await visible(store))).toEqual(expect.arrayContaining(Object.keys(first).filter(isPage)))
      await site.publish()
      const found = Object.entries(await visible(store)).filter(([name]) => name in finished || !committed)
      expect(Object.fromEntries(found), `${nth}: ${writes[nth - 1]}`).toEqual(finished)
    }
  })
})

const isPage = (name: string) => !name.startsWith('_colophon/')

async function objects(store: Store): Promise<Record<string, StoredObject>> {
  const found: Record<string, StoredObject> = {}
  for (const { key } of await collect(store.list(''))) found[key] = (await store.get(key)) as StoredObject
  return found
}

async function holding(content: Readonly<Record<string, StoredObject>>): Promise<Store> {
  const store = memoryStore()
  for (const [name, { body, headers }] of Object.entries(content)) await store.put(name as Key, body, headers)
  return store
}

test('who loses the lease after the commit has published: there is nothing to mend, and the next release deletes what this one left', async () => {
  const store = memoryStore()
  const lost = new Failure('lease-lost', { exit: 3, what: 'The lease is lost.', next: 'Wait.' })
  const late: Store = { ...store, delete: async () => Promise.reject(lost) }
  const site = smallSite(before, store)
  await site.publish()
  site.write({ 'articles/two.md': null })
  await site.publish()
  site.write({ 'articles/one.md': article('One', 'Another text.'), 'articles/p.jpg': null })
  const { release } = await siteIn(site.root, late).publish()
  expect((await readManifest(store)).root.release).toBe(release)
  expect(await site.page('en/two/index.html')).not.toBeNull()
  site.write({ 'articles/one.md': article('One', 'A third text.') })
  await site.publish()
  expect(await site.page('en/two/index.html')).toBeNull()
  await expectWhole(store)
})

test('Ctrl-C ends an upload between two objects, with one document, and nothing is left behind', async () => {
  const store = memoryStore()
  const slow: Store = {
    ...store,
    async put(...object) {
      await setTimeout(100)
      return await store.put(...object)
    },
  }
  const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'not-so-secret' }
  const server = await startEmbeddedServer(slow, { port: 0, host: '127.0.0.1', bucket: 'news', credentials })
  const temporary = temporarySite({})
  const many = Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`articles/n${n}.md`, article(`N${n}`)]))
  const { root } = smallSite(many)
  const env = {
    ...{ S3_BUCKET: 'news', AWS_ENDPOINT_URL_S3: server.url, TMPDIR: temporary },
    ...{ AWS_ACCESS_KEY_ID: credentials.accessKeyId, AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey },
  }
  const child = startColophon(['publish', '--json'], { cwd: root, env })
  const outcome = ended(child)
  child.stderr?.on('data', (chunk: Buffer) => {
    if (chunk.includes('uploading')) child.kill('SIGINT')
  })
  const { status, stdout } = await outcome
  await server.close()
  expect([status, JSON.parse(stdout).error.code]).toEqual([130, 'interrupted'])
  expect(await visible(store)).not.toHaveProperty('sitemap.xml')
  expect(readdirSync(temporary)).toEqual([])
})
