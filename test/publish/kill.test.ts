import { afterAll, describe, expect, test } from 'vitest'
import type { Store } from '../../pipeline/model/store.ts'
import { memoryStore } from '../../pipeline/store/memory-store.ts'
import { type Bucket, embeddedBucket, environmentOf, radosgwBucket } from '../support/bucket.ts'
import { ended, startColophon } from '../support/cli.ts'
import { collect } from '../support/collect.ts'
import { type Crawl, crawl, crawlUntil } from '../support/crawler.ts'
import { startFaultProxy } from '../support/fault-proxy.ts'
import { png } from '../support/picture.ts'
import { radosgwInstalled, startRadosgw } from '../support/radosgw.ts'
import { article, config, type Files, smallSite, translation } from '../support/small-site.ts'
import { expectWhole } from '../support/whole.ts'

/** At every request in the nightly run (`COLOPHON_NIGHTLY=1`), else at as many as `COLOPHON_KILLS` says. */
const nightly = process.env['COLOPHON_NIGHTLY'] === '1'
const sample = Number(process.env['COLOPHON_KILLS'] ?? 4)

/** Publishes that are killed at once. */
const atOnce = 2

const body = (version: number) => `Text of version-${version}.`
const settings = { 'colophon.config.json': config({ publish: { leaseSeconds: 5 } }) }
const first: Files = {
  ...settings,
  'templates/style.css': 'body { color: black }',
  'articles/p.jpg': png(1),
  'articles/one.md': article('One version-1', `![P](./p.jpg)\n\n${body(1)} See [two](two.md).`),
  'articles/two.md': article('Two version-1', body(1)),
  'articles/gone.md': article('Gone version-1', body(1)),
}
/** Other texts, another picture and stylesheet, an article more, one less, and the first translation. */
const second: Files = {
  ...settings,
  'templates/style.css': 'body { color: navy }',
  'articles/p.jpg': null,
  'articles/q.jpg': png(2),
  'articles/one.md': article('One version-2', `![Q](./q.jpg)\n\n${body(2)} See [two](two.md) and [three](three.md).`),
  'articles/two.md': article('Two version-2', body(2)),
  'articles/gone.md': null,
  'articles/three.md': article('Three version-2', body(2)),
  'locales/it/articles/two.po': translation('it', 'Two version-2', { body: body(2) }),
}

const seen: Crawl = { checks: 0, violations: [] }
let kills = 0
afterAll(() => {
  process.stderr.write(`kills: ${kills}, reader checks: ${seen.checks}, violations: ${seen.violations.length}\n`)
})

interface Death {
  /** The request at which the process is killed. */
  readonly nth: number
  /** Whether the server still hears of that one. */
  readonly heard: boolean
}

interface Published {
  /** That came. */
  readonly requests: number
  readonly status: number | null
  readonly stderr: string
}

/** Publish by the command line, while a reader goes everywhere; killed where it is told. */
async function publishTo(bucket: Bucket, root: string, death: Death | null): Promise<Published> {
  const gone = new AbortController()
  const proxy = await startFaultProxy(bucket.endpoint, ({ nth }) => {
    if (death === null || nth < death.nth) return { kind: 'none' }
    child.kill('SIGKILL')
    return nth === death.nth && death.heard ? { kind: 'lost answer' } : { kind: 'reset before' }
  })
  const child = startColophon(['publish', '--quiet'], { cwd: root, env: environmentOf(bucket, proxy.url) })
  const outcome = ended(child)
  const reader = { server: bucket.website, site: 'https://small.example', entrances: ['/', '/en/', '/sitemap.xml'] }
  const reading = crawlUntil(gone.signal, reader, seen)
  const { status, stderr } = await outcome
  gone.abort()
  await reading
  await crawl(reader, seen)
  await proxy.close()
  return { requests: proxy.requests.length, status, stderr }
}

/** The next run; and another one where a busy machine was too slow for the short lease. */
async function finish(bucket: Bucket, root: string, hint: string): Promise<void> {
  for (let run = 1; run <= 3; run++) {
    const { status, stderr } = await publishTo(bucket, root, null)
    if (status === 0) return
    expect(stderr, hint).toContain('lease-lost')
  }
  throw new Error(`The lease was lost three times: ${hint}`)
}

/** Kill it at some of its requests, one after the other. */
async function killAndFinish(open: (content: Store) => Promise<Bucket>, howOften: number): Promise<void> {
  const site = smallSite(first)
  await site.publish()
  const start = site.store
  site.write(second)
  const clean = await embeddedBucket(memoryStore())
  await finish(clean, site.root, 'a clean publish')
  const expected = await expectWhole(clean.store)
  const undisturbed = await open(start)
  const { requests } = await publishTo(undisturbed, site.root, null)
  for (const one of [clean, undisturbed]) await one.close()

  const all = Array.from({ length: requests }, (_, index) => index + 1)
  const chosen = nightly ? all : all.filter((nth) => nth % Math.ceil(requests / howOften) === 0)
  const deaths = chosen.flatMap((nth) => (nightly ? [true, false] : [nth % 2 === 0]).map((heard) => ({ nth, heard })))
  // The next run waits for the lease of the dead one: meanwhile another one is killed, in a bucket of its own.
  for (let at = 0; at < deaths.length; at += atOnce) await Promise.all(deaths.slice(at, at + atOnce).map(killOnce))

  async function killOnce({ nth, heard }: Death): Promise<void> {
    const bucket = await open(start)
    const hint = `killed at request ${nth} of ${requests}, which was ${heard ? '' : 'not '}heard`
    expect((await publishTo(bucket, site.root, { nth, heard })).status, hint).not.toBe(0)
    kills++
    await finish(bucket, site.root, hint)
    expect(await expectWhole(bucket.store, hint), hint).toEqual(expected)
    expect(seen.violations, hint).toEqual([])
    await bucket.close()
  }
}

describe('a publish that is killed at whichever request: readers notice nothing, and the next run leaves what a clean publish leaves', () => {
  test('on the embedded server', () => killAndFinish(embeddedBucket, sample), 7_200_000)

  test.runIf(radosgwInstalled)(
    'on radosgw',
    async () => {
      const gateway = await startRadosgw()
      try {
        await killAndFinish((content) => radosgwBucket(gateway, content), Math.ceil(sample / 2))
      } finally {
        gateway.stop()
      }
    },
    7_200_000,
  )
})

test('the crawler sees what it looks for', async () => {
  const site = smallSite(first)
  await site.publish()
  const { store, website, close } = await embeddedBucket(site.store)
  const reader = { server: website, site: 'https://small.example', entrances: ['/en/'] }
  const whole: Crawl = { checks: 0, violations: [] }
  await crawl(reader, whole)
  expect(whole.violations).toEqual([])
  const asset = (await collect(store.list('assets/')))[0]
  const page = (await collect(store.list('en/two/')))[0]
  if (asset === undefined || page === undefined) throw new TypeError('Nothing was published')
  await store.delete([asset.key])
  const old = await store.get(page.key)
  const text = Buffer.from(old?.body ?? []).toString('utf8')
  await store.put(page.key, Buffer.from(text.replaceAll('version-1', 'version-0')), { contentType: 'text/html' })
  const broken: Crawl = { checks: 0, violations: [] }
  await crawl(reader, broken)
  expect(broken.violations.some((one) => one.includes('which answers 404'))).toBe(true)
  expect(broken.violations).toContain('/en/ is of version 1 and leads to /en/two/ of version 0')
  await close()
})
