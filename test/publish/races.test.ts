import type { ChildProcess } from 'node:child_process'
import { watch } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fc } from '@fast-check/vitest'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Store } from '../../pipeline/model/store.ts'
import { directoryStore } from '../../pipeline/store/directory-store.ts'
import { startEmbeddedServer } from '../../pipeline/store/embedded/start-embedded-server.ts'
import { memoryStore } from '../../pipeline/store/memory-store.ts'
import { readManifest } from '../../pipeline/upload/read-manifest.ts'
import { bundle } from '../support/bundle.ts'
import { ended, startColophon } from '../support/cli.ts'
import { credentials } from '../support/embedded-s3.ts'
import { startFaultProxy } from '../support/fault-proxy.ts'
import { article, config, type Files, type SmallSite, siteIn, smallSite } from '../support/small-site.ts'
import { temporarySite } from '../support/temporary-site.ts'
import { expectWhole } from '../support/whole.ts'

/** 200 and up to eight at once in the nightly run (`COLOPHON_NIGHTLY=1`), or as many as `COLOPHON_ROUNDS` says. */
const nightly = process.env['COLOPHON_NIGHTLY'] === '1'
const rounds = Number(process.env['COLOPHON_ROUNDS'] ?? (nightly ? 200 : 2))

const leaseSeconds = 2

interface Racer {
  /** Requests after which it is stopped (SIGSTOP) for a while; none where it isn't. */
  readonly stopsAt: number
  /** Ms: shorter and longer than a lease lives. */
  readonly stopsFor: number
  readonly wait: boolean
}

const racers = fc.array(
  fc.record({ stopsAt: fc.integer({ min: 1, max: 45 }), stopsFor: fc.constantFrom(0, 500, 3000), wait: fc.boolean() }),
  { minLength: 2, maxLength: nightly ? 8 : 3 },
)

const tally = { rounds: 0, 'of them in a folder': 0, publishers: 0, stops: 0, published: 0, lost: 0, unfinished: 0, drifted: 0 }
afterAll(() => {
  const told = Object.entries(tally).map(([what, times]) => `${what}: ${times}`)
  process.stderr.write(`races: ${told.join(', ')}\n`)
})

/** The site of one publisher: all of its pages say whose they are. */
function siteOf(racer: number): Files {
  const mine = [1, 2, 3, 4, 5].map((n): [string, string] => [`articles/n${n}.md`, article(`N${n}`, `Text by ${racer}.`)])
  return {
    'colophon.config.json': config({ publish: { leaseSeconds } }),
    ...Object.fromEntries(mine),
    [`articles/only${racer}.md`]: article(`Only ${racer}`),
  }
}

/** What is run: in the night a bundle, since hundreds of processes start. */
let program: { readonly program?: string } = {}
beforeAll(() => {
  if (rounds < 10) return
  const made = bundle()
  program = made
  return made.remove
}, 120_000)

/** Where they publish to. */
interface Course {
  readonly store: Store
  /** @returns how it ended */
  race(site: SmallSite, racer: Racer): Promise<string>
  close(): Promise<void>
}

async function bucketCourse(): Promise<Course> {
  const store = memoryStore()
  const server = await startEmbeddedServer(store, { port: 0, host: '127.0.0.1', bucket: 'news', credentials })
  return {
    store,
    async race({ root }, { stopsAt, stopsFor, wait }) {
      const proxy = await startFaultProxy(server.url, ({ nth }) => {
        if (nth === stopsAt && stopsFor > 0) void pause(child, stopsFor)
        return { kind: 'none' }
      })
      const env = {
        ...{ S3_BUCKET: 'news', AWS_ENDPOINT_URL_S3: proxy.url },
        ...{ AWS_ACCESS_KEY_ID: credentials.accessKeyId, AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey },
      }
      const child = startColophon(['publish', '--json', ...(wait ? ['--wait'] : [])], { cwd: root, env, ...program })
      const end = await endOf(child)
      await proxy.close()
      return end
    },
    close: () => server.close(),
  }
}

/** There is nobody to count its writes: it is stopped when so many of them were seen, by the folder that files are made in. */
async function folderCourse(): Promise<Course> {
  const folder = temporarySite({ '.colophon-store/unfinished/': '' })
  return {
    store: directoryStore(folder),
    async race({ root }, { stopsAt, stopsFor, wait }) {
      const child = startColophon(['publish', '--json', '--to', folder, ...(wait ? ['--wait'] : [])], { cwd: root, ...program })
      let writes = 0
      const watcher = watch(join(folder, '.colophon-store/unfinished'), () => {
        if (++writes === stopsAt && stopsFor > 0) void pause(child, stopsFor)
      })
      const end = await endOf(child)
      watcher.close()
      return end
    },
    async close() {},
  }
}

async function endOf(child: ChildProcess): Promise<string> {
  const { status, stdout, stderr } = await ended(child)
  return status === 0 ? 'published' : (JSON.parse(stdout || '{}').error?.code ?? `${status}: ${stderr}`)
}

async function pause(child: ChildProcess, ms: number): Promise<void> {
  child.kill('SIGSTOP')
  tally.stops++
  await setTimeout(ms)
  child.kill('SIGCONT')
}

async function cleanPublish(site: SmallSite): Promise<Readonly<Record<string, string>>> {
  const clean = memoryStore()
  await siteIn(site.root, clean).publish()
  return await expectWhole(clean)
}

describe('publishers that race, and are stopped and go on', () => {
  const drawn = fc.sample(racers, { numRuns: rounds, seed: Number(process.env['COLOPHON_SEED'] ?? Date.now() % 1_000_000_007) })

  test.each(drawn.map((members, round) => ({ round, members, where: round % 4 === 1 ? 'a folder' : 'a bucket' })))(
    'round $round, in $where: $members',
    async ({ members, where }) => {
      const course = await (where === 'a folder' ? folderCourse() : bucketCourse())
      const { store } = course
      const sites = members.map((_, racer) => smallSite(siteOf(racer), store))
      const candidates = await Promise.all(sites.map(cleanPublish))
      await smallSite(siteOf(100), store).publish()
      const ends = await Promise.all(members.map((racer, index) => course.race(sites[index] as SmallSite, racer)))
      for (const end of ends) expect(['published', 'lease-held', 'lease-lost', 'release-raced']).toContain(end)
      tally.rounds++
      if (where === 'a folder') tally['of them in a folder']++
      tally.publishers += members.length
      const winners = ends.filter((end) => end === 'published')
      tally.published += winners.length
      tally.lost += ends.length - winners.length
      // Where the last of them lost its lease half-way, the next run finishes.
      if ((await readManifest(store)).root.unfinished !== null) {
        tally.unfinished++
        await setTimeout(leaseSeconds * 1000)
        await sites[0]?.publish()
      }
      const content = await expectWhole(store).catch((error: unknown) => {
        tally.drifted++
        throw error
      })
      if (winners.length > 0) expect(candidates).toContainEqual(content)
      await course.close()
    },
    300_000,
  )
})
