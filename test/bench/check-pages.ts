/**
 * What it costs to check pages: the checker alone over the pages of a made-up site, which lie in memory, beside htmlparser2, which only cuts the same
 * pages into tags and texts, and the Nu validator over the same pages on a RAM disk. The validator knows the whole of HTML, the checker knows the site.
 *
 *     node test/bench/check-pages.ts [articles] [locales] [rounds]
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Parser } from 'htmlparser2'
import { emptyLog } from '../../pipeline/commands/build-log.ts'
import type { Decided } from '../../pipeline/commands/editorial.ts'
import { openNewsroom } from '../../pipeline/commands/newsroom.ts'
import { openSite } from '../../pipeline/commands/open-site.ts'
import { nothingBefore } from '../../pipeline/commands/pointer-artifacts.ts'
import { openPress, type Press } from '../../pipeline/commands/press.ts'
import { siteArtifacts } from '../../pipeline/commands/site-artifacts.ts'
import { SiteInspection } from '../../pipeline/commands/site-inspection.ts'
import type { Artifact, Derived } from '../../pipeline/model/artifact.ts'
import { corpus, writeSite } from './corpus.ts'
import { machine, versionOf } from './machine.ts'
import { measure, median } from './measure.ts'

const [articles = 500, locales = 10, rounds = 5] = process.argv.slice(2).map(Number)
const say = (line: string) => process.stdout.write(`${line}\n`)
const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'colophon-bench-'))

interface Site {
  readonly press: Press
  readonly articles: readonly { readonly decided: Decided; readonly pages: readonly Artifact[] }[]
  readonly others: readonly (Artifact | Derived)[]
}

try {
  say(machine())
  const site = await builtSite(join(folder, 'site'))
  const pages = site.articles.flatMap((one) => one.pages)
  const bytes = pages.reduce((sum, { body }) => sum + body.length, 0)
  say(`${pages.length} articles' pages of ${(bytes / pages.length / 1024).toFixed(1)} KiB, and what points at them; ${rounds} rounds`)
  await checkerBench(site)
  parserBench(pages)
  validatorBench(pages)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function builtSite(root: string): Promise<Site> {
  writeSite(root, corpus({ articles, locales }))
  const press = await openPress(await openNewsroom({ root, clock: () => new Date() }, await openSite(root, { locales: [], articles: [] })))
  const taken: { decided: Decided; pages: readonly Artifact[] }[] = []
  const inspection = { article: (decided: Decided, pages: readonly Artifact[]) => taken.push({ decided, pages }) }
  const others: (Artifact | Derived)[] = []
  const { signal } = new AbortController()
  for await (const one of siteArtifacts(press, emptyLog(), {
    level: 'none',
    ledger: null,
    published: nothingBefore,
    signal,
    inspection,
  }))
    if (one.card === null) others.push(one)
  return { press, articles: taken, others }
}

async function checkerBench({ press, articles, others }: Site): Promise<void> {
  const [seconds, clock]: [number[], number[]] = [[], []]
  let checked = { findings: 0, pages: 0 }
  for (let round = 0; round < rounds; round++) {
    const [begin, started] = [process.cpuUsage(), performance.now()]
    const inspection = new SiteInspection(press)
    for (const { decided, pages } of articles) inspection.article(decided, pages)
    for (const one of others) await inspection.other(one)
    const { findings, pages } = await inspection.end()
    const { user, system } = process.cpuUsage(begin)
    seconds.push((user + system) / 1e6)
    clock.push((performance.now() - started) / 1000)
    checked = { findings: findings.length, pages }
  }
  const rate = (one: number) => Math.round(checked.pages / one).toLocaleString('en')
  say(
    `  check --pages: ${checked.pages} pages, ${checked.findings} findings: ${rate(median(seconds))} pages/s (best ${rate(Math.min(...seconds))}) by CPU, ${rate(median(clock))} (best ${rate(Math.min(...clock))}) by the clock`,
  )
}

/** A yardstick for machines: the same pages, only cut into tags and texts; by CPU. */
function parserBench(pages: readonly Artifact[]): void {
  const seconds: number[] = []
  const texts = pages.map(({ body }) => Buffer.from(body).toString('utf8'))
  for (const text of texts) new Parser({}).end(text)
  for (let round = 0; round < rounds; round++) {
    const begin = process.cpuUsage()
    for (const text of texts) new Parser({}).end(text)
    const { user, system } = process.cpuUsage(begin)
    seconds.push((user + system) / 1e6)
  }
  say(`  htmlparser2 alone: ${pages.length} pages: ${Math.round(pages.length / median(seconds)).toLocaleString('en')} pages/s`)
}

function validatorBench(pages: readonly Artifact[]): void {
  const version = versionOf('java', '-version')
  if (version === null) {
    say('  Java is not installed: the Nu validator is SKIPPED')
    return
  }
  const some = pages.slice(0, 1000)
  for (const [index, { body }] of some.entries()) {
    mkdirSync(join(folder, 'pages'), { recursive: true })
    writeFileSync(join(folder, 'pages', `${index}.html`), body)
  }
  const jar = join(dirname(createRequire(import.meta.url).resolve('vnu-jar/package.json')), 'build/dist/vnu.jar')
  const { cpu } = measure(['sh', '-c', 'java -jar "$0" "$1" 2> /dev/null || true', jar, join(folder, 'pages')])
  say(`  Nu validator: ${some.length} pages: ${Math.round(some.length / cpu).toLocaleString('en')} pages/s`)
}
