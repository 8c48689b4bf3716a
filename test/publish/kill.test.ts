import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Failure } from '../../pipeline/model/failure.ts'
import type { Store } from '../../pipeline/model/store.ts'
import { memoryStore } from '../../pipeline/store/memory-store.ts'
import { s3Store } from '../../pipeline/store/s3.ts'
import { website } from '../../pipeline/store/website.ts'
import { type Bucket, embeddedBucket, environmentOf, radosgwBucket, snapshot } from '../support/bucket.ts'
import { bundle } from '../support/bundle.ts'
import { ended, startColophon } from '../support/cli.ts'
import { collect } from '../support/collect.ts'
import { type Crawl, crawl, keepCrawling } from '../support/crawler.ts'
import { type Fault, type ProxiedRequest, startFaultProxy } from '../support/fault-proxy.ts'
import { png } from '../support/picture.ts'
import { radosgwInstalled, startRadosgw } from '../support/radosgw.ts'
import { article, config, type Files, siteIn, smallSite, translation } from '../support/small-site.ts'
import { expectWhole } from '../support/whole.ts'

/** At every request in the nightly run (`COLOPHON_NIGHTLY=1`), or at those of a part of it (`COLOPHON_KILLS=1-40`); else at a few. */
const nightly = process.env['COLOPHON_NIGHTLY'] === '1'
const [from, to] = (process.env['COLOPHON_KILLS'] ?? '').split('-').map(Number)
const few = 4

/** Publishes that are killed at once: most of their time, the next ones wait for the leases of the dead. */
const atOnce = nightly ? 6 : 2

const body = (version: number) => `Text of version-${version}.`
/** A lease that is lost costs another run; one that is long costs little where others are killed meanwhile. */
const settings = { 'colophon.config.json': config({ publish: { leaseSeconds: nightly ? 10 : 5 } }) }
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
const tally = { kills: 0, 'ended before': 0, resets: 0, 'lost answers': 0, 'leases lost': 0 }
afterAll(() => {
  const told = Object.entries(tally).map(([what, times]) => `${what}: ${times}`)
  process.stderr.write(`${told.join(', ')}, reader checks: ${seen.checks}, violations: ${seen.violations.length}\n`)
})

/** What is run: in the night a bundle, since hundreds of processes start. */
let program: { readonly program?: string } = {}
beforeAll(() => {
  if (!nightly) return
  const made = bundle()
  program = made
  return made.remove
}, 120_000)

interface Death {
  /** The request at which the process is killed. */
  readonly nth: number
  /** Whether the server still hears of that one. */
  readonly heard: boolean
}

/** A bucket behind a proxy, and a reader who goes everywhere while something is written. */
async function read(bucket: Bucket, scheme: (request: ProxiedRequest) => Fault) {
  const reading = keepCrawling({ ask: bucket.ask, site: 'https://small.example', entrances: ['/', '/en/', '/sitemap.xml'] }, seen)
  const proxy = await startFaultProxy(bucket.endpoint, scheme, ({ method }) => {
    if (method !== 'GET' && method !== 'HEAD') reading.again()
  })
  return {
    url: proxy.url,
    /** @returns how many requests came */
    async end(): Promise<number> {
      await proxy.close()
      await reading.end()
      tally.resets += proxy.counts.get('reset before') ?? 0
      tally['lost answers'] += proxy.counts.get('lost answer') ?? 0
      return proxy.requests.length
    },
  }
}

/** Publish by a process of its own, which is killed where it is told. */
async function publishAndDie(bucket: Bucket, root: string, death: Death): Promise<{ requests: number; status: number | null }> {
  const way = await read(bucket, ({ nth }) => {
    if (nth < death.nth) return { kind: 'none' }
    child.kill('SIGKILL')
    return nth === death.nth && death.heard ? { kind: 'lost answer' } : { kind: 'reset before' }
  })
  const child = startColophon(['publish', '--quiet'], { cwd: root, env: environmentOf(bucket, way.url), ...program })
  const { status } = await ended(child)
  return { requests: await way.end(), status }
}

/** The next run: nobody kills it, so that it needs no process; and another one where a busy machine was too slow for its lease. */
async function finish(bucket: Bucket, root: string, hint: string): Promise<void> {
  const way = await read(bucket, () => ({ kind: 'none' }))
  const store = s3Store({ bucket: bucket.bucket, prefix: '', endpoint: way.url, region: null, credentials: bucket.credentials })
  for (let left = 3; ; left--) {
    const failure = await siteIn(root, store)
      .publish()
      .then(
        () => null,
        (error: unknown) => error,
      )
    if (failure === null) break
    if (left === 0 || !(failure instanceof Failure) || failure.code !== 'lease-lost') throw new Error(hint, { cause: failure })
    tally['leases lost']++
  }
  await store.close()
  await way.end()
}

/** Kill it at some of its requests, one after the other. */
async function killAndFinish(open: (content: Store) => Promise<Bucket>, howOften: number): Promise<void> {
  const site = smallSite(first)
  const clean = await embeddedBucket(memoryStore())
  await finish(clean, site.root, 'the first publish')
  const start = await snapshot(clean.store)
  site.write(second)
  await finish(clean, site.root, 'a clean publish')
  const expected = await expectWhole(clean.store)
  const undisturbed = await open(start)
  const { requests } = await publishAndDie(undisturbed, site.root, { nth: Number.POSITIVE_INFINITY, heard: true })
  for (const one of [clean, undisturbed]) await one.close()

  const waiting = deathsOf(requests, howOften)
  // The next run waits for the lease of the dead one: meanwhile others are killed, in buckets of their own.
  await Promise.all(Array.from({ length: atOnce }, killInTurn))

  async function killInTurn(): Promise<void> {
    for (let death = waiting.shift(); death !== undefined; death = waiting.shift()) await killOnce(death)
  }

  async function killOnce(death: Death): Promise<void> {
    const bucket = await open(start)
    const hint = `killed at request ${death.nth} of ${requests}, which was ${death.heard ? '' : 'not '}heard`
    const killed = await publishAndDie(bucket, site.root, death)
    // How often a lease is renewed depends on the machine: the last of them may not come.
    if (killed.requests < death.nth) tally['ended before']++
    else {
      expect(killed.status, hint).not.toBe(0)
      tally.kills++
    }
    await finish(bucket, site.root, hint)
    expect(await expectWhole(bucket.store, hint), hint).toEqual(expected)
    expect(seen.violations, hint).toEqual([])
    await bucket.close()
  }
}

function deathsOf(requests: number, howOften: number): Death[] {
  const all = Array.from({ length: requests }, (_, index) => index + 1)
  if (!nightly) return all.filter((nth) => nth % Math.ceil(requests / howOften) === 0).map((nth) => ({ nth, heard: nth % 2 === 0 }))
  const chosen = all.filter((nth) => nth >= (from || 1) && nth <= (to || requests))
  return chosen.flatMap((nth) => [true, false].map((heard) => ({ nth, heard })))
}

describe('a publish that is killed at whichever request: readers notice nothing, and the next run leaves what a clean publish leaves', () => {
  test('on the embedded server', () => killAndFinish(embeddedBucket, few), 7_200_000)

  test.runIf(radosgwInstalled)(
    'on radosgw',
    async () => {
      const gateway = await startRadosgw()
      try {
        await killAndFinish((content) => radosgwBucket(gateway, content), few / 2)
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
  const { store } = site
  const pages = website(store)
  const ask = (path: string) => pages({ target: path, ifNoneMatch: undefined })
  const reader = { ask, site: 'https://small.example', entrances: ['/en/'] }
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
})
