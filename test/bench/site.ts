/**
 * A whole site, built by Colophon (PO catalogs, no checks) and by Hugo (the same pages as Markdown), both on a RAM disk, in turn: by Hugo once with all
 * that Colophon makes, once as a plain site.
 *
 *     npm run bench -- --articles 2000 --locales 10 --runs 3
 *
 * `--colophon-only` leaves Hugo out, `--keep` leaves the sites there to look at.
 */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { corpus, writeSite } from './corpus.ts'
import { type HugoSite, writeHugoSite } from './hugo-site.ts'
import { machine, versionOf } from './machine.ts'
import { type Cost, measure, median, spread } from './measure.ts'

interface Contender {
  readonly name: string
  readonly command: readonly string[]
  readonly out: string
}

const repository = join(import.meta.dirname, '..', '..')
const { values: options } = parseArgs({
  options: {
    articles: { type: 'string', default: '2000' },
    locales: { type: 'string', default: '10' },
    runs: { type: 'string', default: '3' },
    'colophon-only': { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
  },
})

const ramDisk = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()
const folder = mkdtempSync(join(ramDisk, 'colophon-bench-'))
try {
  bench()
} finally {
  if (!options.keep) rmSync(folder, { recursive: true, force: true })
}

function bench(): void {
  const runs = Number(options.runs)
  const content = corpus({ articles: Number(options.articles), locales: Number(options.locales) })
  console.log(`${machine()}\n${options.articles} articles × ${options.locales} locales, ${runs} runs each, in turn, in ${folder}`)
  writeSite(join(folder, 'colophon'), content)
  const contenders = [colophon()]
  const hugoVersion = versionOf('hugo', 'version')
  if (hugoVersion === null) console.log('Hugo is not installed (Debian: apt-get install hugo): SKIPPED, nothing to compare with')
  else if (!options['colophon-only']) {
    console.log(hugoVersion)
    for (const kind of ['equal', 'plain'] as const) {
      writeHugoSite(join(folder, `hugo-${kind}`), content, join(repository, 'templates', 'style.css'), kind)
      contenders.push(hugo(kind))
    }
  }
  const costs = contenders.map((): Cost[] => [])
  for (let run = 0; run < runs; run++) {
    for (const [index, { name, command, out }] of contenders.entries()) {
      rmSync(out, { recursive: true, force: true })
      const cost = measure(command, { ...process.env, HUGO_CACHEDIR: join(folder, 'cache'), NO_COLOR: '1' })
      costs[index]?.push(cost)
      console.log(`${name}, run ${run + 1}: CPU ${cost.cpu.toFixed(1)} s, wall ${cost.wall.toFixed(1)} s, peak ${cost.peak.toFixed(0)} MB`)
    }
  }
  report(contenders, costs)
}

function colophon(): Contender {
  const out = join(folder, 'colophon-out')
  const cli = join(repository, 'pipeline', 'main.js')
  const site = join(folder, 'colophon')
  return { name: 'colophon', out, command: [process.execPath, cli, 'build', '--root', site, '--out', out, '--no-check', '--quiet'] }
}

function hugo(kind: HugoSite): Contender {
  const out = join(folder, `hugo-${kind}-out`)
  return { name: `hugo, ${kind}`, out, command: ['hugo', '--quiet', '--source', join(folder, `hugo-${kind}`), '--destination', out] }
}

function report(contenders: readonly Contender[], costs: readonly Cost[][]): void {
  console.table(
    Object.fromEntries(
      contenders.map(({ name, out }, index) => {
        const all = costs[index] ?? []
        const files = readdirSync(out, { recursive: true, encoding: 'utf8' })
        return [
          name,
          {
            'CPU s': spread(
              all.map(({ cpu }) => cpu),
              2,
            ),
            'wall s': spread(
              all.map(({ wall }) => wall),
              2,
            ),
            'peak MB': spread(
              all.map(({ peak }) => peak),
              0,
            ),
            'HTML files': files.filter((file) => file.endsWith('.html')).length,
          },
        ]
      }),
    ),
  )
  const [ours = [], ...others] = costs
  for (const [index, theirs] of others.entries()) {
    const ratio = (of: (cost: Cost) => number) => median(ours.map((cost, run) => of(cost) / of(theirs[run] ?? cost))).toFixed(2)
    console.log(
      `colophon / ${contenders[index + 1]?.name}, median of pairs: CPU ${ratio(({ cpu }) => cpu)}, wall ${ratio(({ wall }) => wall)}, peak memory ${ratio(({ peak }) => peak)}`,
    )
  }
}
