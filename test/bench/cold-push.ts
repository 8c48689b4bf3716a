/**
 * A push from a fresh, shallow clone without any cache: one paragraph of one catalog was changed in a site of 2,000 articles × 10 locales. CPU of
 * `publish` and of the git that it asks, beside a whole build by Hugo and `rclone sync --checksum` of the same pages, all to one server in a process of
 * its own. The program is as `npm run bundle` left it, what it compiled beside it; nothing that a publish leaves behind helps the next one.
 *
 *     npm run bench:cold-push -- --articles 2000 --locales 10 --runs 3
 */
import { execFileSync, fork } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { directoryStore } from '../../pipeline/store/directory-store.ts'
import { startEmbeddedServer } from '../../pipeline/store/embedded/start-embedded-server.ts'
import { articleId } from './composition.ts'
import { articleFile, corpus, writeSite } from './corpus.ts'
import { writeHugoSite } from './hugo-site.ts'
import { machine, versionOf } from './machine.ts'
import { type Cost, measure, spread } from './measure.ts'

const { values: options } = parseArgs({
  options: {
    articles: { type: 'string', default: '2000' },
    locales: { type: 'string', default: '10' },
    runs: { type: 'string', default: '3' },
    'colophon-only': { type: 'boolean', default: false },
    /** What the server that this program starts serves. */
    serve: { type: 'string', default: '' },
  },
})
const repository = join(import.meta.dirname, '..', '..')
const program = join(repository, 'dist', 'program', 'cli.js')
const compiled = join(repository, 'dist', 'program', 'compiled')
const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'not-so-secret' }

if (options.serve === '') await bench()
else await serve(options.serve)

async function serve(folder: string): Promise<void> {
  const server = await startEmbeddedServer(directoryStore(folder), { port: 0, host: '127.0.0.1', bucket: 'site', credentials })
  process.send?.(server.url)
}

async function bench(): Promise<void> {
  if (!existsSync(program)) throw new Error('run `npm run bundle` first')
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'colophon-bench-'))
  const installed = join(folder, 'compiled')
  cpSync(compiled, installed, { recursive: true })
  const content = corpus({ articles: Number(options.articles), locales: Number(options.locales) })
  const origin = join(folder, 'origin')
  writeSite(origin, content)
  git(origin, 'init', '--quiet')
  commit(origin)
  execFileSync(process.execPath, [program, 'publish', '--root', origin, '--to', join(folder, 'bucket'), '--quiet'], { stdio: 'inherit' })
  const server = fork(import.meta.filename, ['--serve', join(folder, 'bucket')])
  try {
    const [endpoint] = (await once(server, 'message')) as [string]
    const pushes: Cost[] = []
    const rests: Cost[] = []
    const others: Cost[] = []
    if (!options['colophon-only']) writeHugoSite(join(folder, 'hugo'), content, join(repository, 'templates', 'style.css'))
    if (!options['colophon-only']) await hugoAndRclone(folder, endpoint)
    for (let run = 0; run < Number(options.runs); run++) {
      changeParagraph(origin, run)
      const clone = join(folder, `clone-${run}`)
      git(folder, 'clone', '--quiet', '--depth=1', `file://${origin}`, clone)
      pushes.push(publish(clone, endpoint, installed))
      rests.push(publish(clone, endpoint, installed))
      rmSync(clone, { recursive: true })
      if (options['colophon-only']) continue
      const [, { locale = '' } = {}] = content.translations
      const [first] = content.compositions()
      if (first === undefined) throw new Error('no article')
      const [, language] = content.translations
      if (language !== undefined)
        writeFileSync(join(folder, 'hugo', 'content', locale, `${first.id}.md`), `${articleFile(first, language, () => '/')}\n${run}\n`)
      others.push(await hugoAndRclone(folder, endpoint))
    }
    report({ 'one paragraph': pushes, 'nothing changed': rests, 'hugo + rclone sync --checksum': others })
  } finally {
    server.kill()
    rmSync(folder, { recursive: true })
  }
}

function report(rows: Readonly<Record<string, readonly Cost[]>>): void {
  console.log(`${machine()}\n${options.articles} articles × ${options.locales} locales, ${options.runs} runs each, in turn`)
  for (const name of ['hugo', 'rclone']) console.log(versionOf(name, 'version') ?? `${name} is not installed: left out`)
  const cells = Object.entries(rows).flatMap(([name, costs]) => {
    if (costs.length === 0) return []
    const cpu = spread(
      costs.map((cost) => cost.cpu),
      2,
    )
    const wall = spread(
      costs.map((cost) => cost.wall),
      2,
    )
    return [[name, { 'CPU s': cpu, 'wall s': wall }]]
  })
  console.table(Object.fromEntries(cells))
}

/** @param installed what came with the program */
function publish(site: string, endpoint: string, installed: string): Cost {
  rmSync(compiled, { recursive: true })
  cpSync(installed, compiled, { recursive: true })
  return measure([program, 'publish', '--root', site, '--to', 's3://site', '--quiet'], environment(endpoint))
}

/** As a runner has it that never ran before. */
function environment(endpoint: string): NodeJS.ProcessEnv {
  const { accessKeyId, secretAccessKey } = credentials
  const access = {
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_REGION: 'us-east-1',
    AWS_CA_BUNDLE: undefined,
  }
  const PATH = `${dirname(process.execPath)}:${process.env['PATH']}`
  return { ...process.env, ...access, PATH, AWS_ENDPOINT_URL: endpoint, NO_COLOR: '1' }
}

async function hugoAndRclone(folder: string, endpoint: string): Promise<Cost> {
  const out = join(folder, 'hugo-out')
  const env = { ...environment(endpoint), HUGO_CACHEDIR: join(folder, 'hugo-cache') }
  rmSync(out, { recursive: true, force: true })
  const built = measure(['hugo', '--quiet', '--source', join(folder, 'hugo'), '--destination', out], env)
  const remote = `:s3,provider=Other,env_auth=true,list_version=2,endpoint="${endpoint}":site/hugo`
  const sent = measure(['rclone', 'sync', '--checksum', '--transfers', '8', out, remote], env)
  return { cpu: built.cpu + sent.cpu, wall: built.wall + sent.wall, peak: Math.max(built.peak, sent.peak) }
}

/** The last words of the newest article's first translation. */
function changeParagraph(site: string, run: number): void {
  const [, locale = ''] = JSON.parse(readFileSync(join(site, 'colophon.config.json'), 'utf8')).locales
  const path = join(site, 'locales', locale, 'articles', `${articleId(0)}.po`)
  const text = readFileSync(path, 'utf8')
  const last = text.lastIndexOf('msgstr "') + 'msgstr "'.length
  writeFileSync(path, `${text.slice(0, last)}${'abcdefghij'[run % 10]} ${text.slice(last)}`)
  commit(site)
}

function commit(site: string): void {
  git(site, 'add', '--all')
  git(site, '-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', 'commit', '--quiet', '--message', 'Write')
}

function git(root: string, ...words: string[]): void {
  execFileSync('git', words, { cwd: root, stdio: 'inherit' })
}
