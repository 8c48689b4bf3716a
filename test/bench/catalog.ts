import { po } from 'gettext-parser'
import { align } from '../../pipeline/catalog/align.ts'
import { readCatalog } from '../../pipeline/catalog/read-catalog.ts'
import { syncCatalog } from '../../pipeline/catalog/sync-catalog.ts'
import { writeCatalog } from '../../pipeline/catalog/write-catalog.ts'
import type { Unit } from '../../pipeline/model/article.ts'
import type { Catalog } from '../../pipeline/model/catalog.ts'
import type { Digest } from '../../pipeline/model/digest.ts'
import type { Locale } from '../../pipeline/model/locale.ts'
import { say } from './composition.ts'
import { catalogFile, corpus } from './corpus.ts'
import { machine } from './machine.ts'
import { spread } from './measure.ts'

/** PO files of a site's size: what reading, writing, aligning and syncing them costs, beside gettext-parser on the same text. */
const articles = 300
const runs = 9

const { source, translations, compositions } = corpus({ articles, locales: 6 })
const files = [...compositions()].flatMap((composition) =>
  translations.map((language) =>
    catalogFile(
      composition,
      language.locale,
      (phrase) => say(phrase, source, (article) => `${article}.md`),
      (phrase) => say(phrase, language, (article) => `${article}.md`),
    ),
  ),
)
const megabytes = files.reduce((sum, file) => sum + Buffer.byteLength(file), 0) / 1e6
const buffers = files.map((file) => Buffer.from(file))

console.log(machine())
console.log(`${files.length} PO files, ${megabytes.toFixed(1)} MB; medians of ${runs} runs, by CPU time, and their range\n`)

rate('readCatalog', buffers, read)
rate('gettext-parser, parse', buffers, (buffer) => po.parse(buffer.toString('utf8')))
const catalogs = buffers.map(read)
rate('writeCatalog', catalogs, (catalog) => Buffer.from(writeCatalog(catalog)))
const exact = catalogs.map((catalog) => ({ catalog, units: unitsOf(catalog) }))
cost('align, all exact', exact, ({ units, catalog }) => align(units, catalog))
const changed = exact.map(({ catalog, units }) => ({ catalog, units: units.map(everyTenthEdited) }))
cost('align, every tenth unit edited', changed, ({ units, catalog }) => align(units, catalog))
cost('syncCatalog, every tenth unit edited', changed, ({ units, catalog }) => syncCatalog({ units, catalog, locale: 'it' as Locale }))
rate(
  'gettext-parser, compile',
  files.map((file) => po.parse(file)),
  (each) => po.compile(each),
)

/** From bytes, as it is read from disk. */
function read(buffer: Buffer): Catalog {
  const result = readCatalog({ path: 'locales/it/articles/a.po', text: buffer.toString('utf8'), digest: '' as Digest })
  if (result.kind === 'broken') throw new Error(result.finding.message)
  return result.catalog
}

function unitsOf({ messages }: Catalog): Unit[] {
  return messages.map(({ context, id }) => ({
    kind: (context ?? 'paragraph') as Unit['kind'],
    context,
    text: id,
    locale: null,
    frame: null,
    repeat: 0,
    spans: [],
  }))
}

function everyTenthEdited(unit: Unit, at: number): Unit {
  return at % 10 === 3 ? { ...unit, text: `${unit.text} Updated.` } : unit
}

function rate<Item>(name: string, items: readonly Item[], run: (item: Item) => unknown): void {
  const seconds = timed(items, run)
  const rates = seconds.map((each) => megabytes / each)
  console.log(`${name.padEnd(40)} ${spread(rates, 0)} MB/s`)
}

function cost<Item>(name: string, items: readonly Item[], run: (item: Item) => unknown): void {
  const seconds = timed(items, run)
  const costs = seconds.map((each) => (each / items.length) * 1e6)
  console.log(`${name.padEnd(40)} ${spread(costs, 1)} µs a file`)
}

/** CPU seconds of each run: this machine may be shared. The first two warm up. */
function timed<Item>(items: readonly Item[], run: (item: Item) => unknown): number[] {
  const seconds = Array.from({ length: runs + 2 }, () => {
    const start = process.cpuUsage()
    for (const item of items) run(item)
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1e6
  })
  return seconds.slice(2)
}
