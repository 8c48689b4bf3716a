/**
 * Reading a manifest from a store on this machine, in a process that has done nothing before: root, shards and the records of articles.
 *
 *     node test/bench/manifest.ts --entries 100000 --locales 10 --runs 9
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { ArticleId } from '../../pipeline/model/article.ts'
import { type ArticleRecord, recordOf } from '../../pipeline/model/article-record.ts'
import type { Key } from '../../pipeline/model/artifact.ts'
import { digest } from '../../pipeline/model/digest.ts'
import type { Card } from '../../pipeline/model/edition.ts'
import { type Locale, parseLocale } from '../../pipeline/model/locale.ts'
import { type Entry, nothingPublished } from '../../pipeline/model/manifest.ts'
import { directoryStore } from '../../pipeline/store/directory-store.ts'
import { commitManifest } from '../../pipeline/upload/commit-manifest.ts'
import { openManifest } from '../../pipeline/upload/open-manifest.ts'
import { readManifest } from '../../pipeline/upload/read-manifest.ts'
import { machine } from './machine.ts'
import { spread } from './measure.ts'

const { values: options } = parseArgs({
  options: {
    entries: { type: 'string', default: '100000' },
    locales: { type: 'string', default: '10' },
    runs: { type: 'string', default: '9' },
    /** What the processes that this program starts read. */
    read: { type: 'string', default: '' },
  },
})

/** Ms. */
interface Cost {
  readonly wall: number
  readonly cpu: number
}

interface Reading {
  readonly entries: Cost
  readonly records: Cost
}

if (options.read === '') await bench()
else await read(options.read)

async function read(folder: string): Promise<void> {
  const store = directoryStore(folder)
  const start = instant()
  const open = await openManifest(store)
  const { size } = await open.entries()
  const between = instant()
  const { articles } = await open.made()
  const end = instant()
  if (size !== Number(options.entries) || articles.size === 0) throw new Error(`${size} entries, ${articles.size} articles`)
  console.log(JSON.stringify({ entries: since(start, between), records: since(between, end) } satisfies Reading))
}

function instant(): Cost {
  const { user, system } = process.cpuUsage()
  return { wall: performance.now(), cpu: (user + system) / 1000 }
}

function since(start: Cost, end: Cost): Cost {
  return { wall: end.wall - start.wall, cpu: end.cpu - start.cpu }
}

async function bench(): Promise<void> {
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'colophon-bench-'))
  try {
    await write(folder)
    const readings = Array.from({ length: Number(options.runs) }, (): Reading => {
      const words = [import.meta.filename, '--read', folder, '--entries', options.entries]
      return JSON.parse(execFileSync(process.execPath, words, { encoding: 'utf8' }))
    })
    console.log(`${machine()}\n${options.entries} entries in ${options.locales} locales, ${options.runs} processes`)
    const row = (of: (reading: Reading) => Cost) => {
      const costs = readings.map(of)
      return {
        'CPU ms': spread(
          costs.map(({ cpu }) => cpu),
          0,
        ),
        'wall ms': spread(
          costs.map(({ wall }) => wall),
          0,
        ),
      }
    }
    console.table({ 'root and entries': row(({ entries }) => entries), 'records of articles': row(({ records }) => records) })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function write(folder: string): Promise<void> {
  const tags = ['en', 'it', 'fr', 'es', 'de', 'pt', 'nl', 'pl', 'ar', 'zh', 'ja', 'fa', 'el', 'tr', 'sv', 'fi']
  const locales = tags.slice(0, Number(options.locales)).flatMap((tag) => parseLocale(tag) ?? [])
  const count = Number(options.entries) / locales.length
  const articles = Array.from({ length: count }, (_, index): ArticleRecord => madeUp(index, locales))
  const entries = articles.flatMap(({ article }, index) => locales.map((locale) => entryOf(article, locale, index)))
  const store = directoryStore(folder)
  const published = await readManifest(store)
  const time = '2026-11-22T18:15:00.000Z'
  const made = { inputs: null, due: null, indexes: {}, articles: new Map(articles.map((record) => [record.article, record])) }
  const manifest = { ...nothingPublished, release: '20261122T181500Z', time, entries: new Map(entries.map((one) => [one.key, one])), made }
  const notes = { generator: 'bench', nonce: 'bench', leaving: [], left: [], pin: null, unfinished: null, expires: null }
  await commitManifest(store, manifest, published, notes)
}

function entryOf(article: ArticleId, locale: Locale, index: number): Entry {
  const key = `${locale}/${article}/index.html`
  const card = {
    ...{ article, locale, sourceLocale: 'en' as Locale, slug: `story-${index}`, publication: 'complete' },
    ...{ title: `Ferry timetable number ${index} is published`, description: 'Every boat of the winter, by harbour and hour.' },
    ...{ date: '2026-11-22T18:15:00Z', updated: null, authors: ['Ada Lovelace', 'Karel Čapek'], tags: ['transport', 'winter'] },
  } as unknown as Card
  return {
    ...{ key: key as Key, kind: 'page', size: 20_000 + (index % 999), card },
    ...{ digest: digest(key), inputs: digest(`i${key}`), etag: `"${digest(key).slice(0, 32)}"` },
    headers: { contentType: 'text/html; charset=utf-8', cacheControl: 'public, max-age=0, must-revalidate' },
  }
}

function madeUp(index: number, locales: readonly Locale[]): ArticleRecord {
  const article = `2026/${String((index % 12) + 1).padStart(2, '0')}/story-${index}` as ArticleId
  const digestOf = (what: string) => digest(`${what} ${article}`)
  const date = '2026-11-22T18:15:00.000Z'
  const editions = locales.map((locale) => ({
    ...{ locale, slug: `story-${index}`, publication: 'complete' as const, sourceLocale: 'en' as Locale },
    ...{ card: digestOf(`card ${locale}`), page: digestOf(`page ${locale}`), sound: digestOf(`sound ${locale}`) },
    ...{
      tags: ['transport', 'winter'],
      authors: ['Ada Lovelace', 'Karel Čapek'],
      targets: [],
      assets: ['assets/style.0123456789abcdef.css' as Key],
      around: [null, null],
    },
    date,
  }))
  const told = { due: null, date, targets: [], errors: [], held: [] }
  return recordOf({ article, inputs: digestOf('inputs'), links: digestOf('links'), ...told, editions })
}
