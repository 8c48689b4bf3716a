/**
 * The program as one folder of JavaScript, `dist/program`: a process that begins without any cache, as on a CI runner, spends most of its time on finding,
 * stripping and compiling hundreds of modules.
 *
 * It is bundled twice: what the first bundle loads together while a small site lives its first day is one file of the second. What V8 compiled meanwhile
 * lies beside it, in `compiled/`: the folder may be moved, and other versions of Node pass over it.
 *
 * Its first line asks for an engine of one thread and a heap of some size from the start: to collect garbage and to optimize beside the work is a sixth
 * of the CPU of a small push. What was compiled holds for that engine alone, so that `node dist/program/cli.js` begins without it. The files are CommonJS:
 * of modules Node keeps nothing that is compiled while they run.
 *
 *     npm run bundle && dist/program/cli.js publish
 */
import { execFile, execFileSync } from 'node:child_process'
import { chmodSync, cpSync, globSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { constants } from 'node:http2'
import { isBuiltin } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs, promisify } from 'node:util'
import { rolldown } from 'rolldown'
import { codeDigest } from './pipeline/read/code-digest.ts'
import { startEmbeddedServer } from './pipeline/store/embedded/start-embedded-server.ts'
import { memoryStore } from './pipeline/store/memory-store.ts'

const { values: options } = parseArgs({
  options: {
    /** A folder two below the package's own. */
    out: { type: 'string', default: 'dist/program' },
  },
})

const program = join(options.out, 'cli.js')
const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'not-so-secret' }
const engine = ['--single-threaded', '--initial-old-space-size=256', '--min-semi-space-size=16', '--semi-space-growth-factor=1']

/** What the sources say of their own places, and what is true of the bundle. */
const places = [
  ['#!/usr/bin/env node', `#!/usr/bin/env -S node ${engine.join(' ')}`],
  ["new URL('../colophon.ts', import.meta.url)", "new URL('./colophon.js', import.meta.url)"],
  ["new URL('./docx-worker.ts', import.meta.url)", "new URL('./docx-worker.js', import.meta.url)"],
  ["new URL('./check-thread.ts', import.meta.url)", "new URL('./check-thread.js', import.meta.url)"],
  ["new URL('./fontconfig.xml', import.meta.url)", "new URL('../../pipeline/assets/fontconfig.xml', import.meta.url)"],
  ["new URL('../package.json', import.meta.url)", "new URL('../../package.json', import.meta.url)"],
  ['/../node_modules/.cache/compiled', '/compiled'],
  ["{ url: own, format: 'module-typescript', shortCircuit: true }", "{ url: own, format: 'commonjs', shortCircuit: true }"],
  // CommonJS doesn't wait.
  ["await import('satteri').catch(() => null)", "(() => { try { return require('satteri') } catch { return null } })()"],
  ['const code = codeDigest()', `const code = '${codeDigest()}'`],
] as const

const seen = new Set<string>()
const bundle = await rolldown({
  input: {
    cli: 'pipeline/main.js',
    colophon: 'pipeline/colophon.ts',
    'check-thread': 'pipeline/commands/check-thread.ts',
    'docx-worker': 'pipeline/read/docx-worker.ts',
  },
  platform: 'node',
  // Modules move between the files.
  preserveEntrySignatures: 'allow-extension',
  checks: { ineffectiveDynamicImport: false },
  resolve: { alias: { colophon: join(import.meta.dirname, 'pipeline/colophon.ts') } },
  // Machine code, and WebAssembly that looks for its file.
  external: ['hunspell-wasm', 'lightningcss', 'satteri', 'sharp', 'fontverter', 'subset-font', 'pagefind'],
  plugins: [
    { name: 'own-places', transform: (code: string) => ({ code: places.reduce(moved, code) }) },
    {
      // An import asks a module of Node for all that it has: `node:http` loads a client for web sockets to answer.
      name: 'built-in-modules-as-they-are',
      resolveId: { order: 'pre', handler: (id: string) => (isBuiltin(id) && id !== 'node:module' ? `\0${id}` : null) },
      load: (id: string) => (id.startsWith('\0') && isBuiltin(id.slice(1)) ? `module.exports = ${builtIn(id.slice(1))}` : null),
    },
  ],
})
const banner = ({ isEntry }: { isEntry: boolean }) => (isEntry ? "require('./keep-compiled.cjs')" : '')
const format = { dir: options.out, format: 'cjs', minify: true, cleanDir: true, banner } as const
const { output } = await bundle.write(format)
addRest()
const missing = places.filter(([from]) => !seen.has(from))
if (missing.length > 0) throw new Error(`The sources no longer say ${missing.map(([from]) => from).join(', ')}: mend bundle.ts.`)

/** The last scene. */
const smallPush = 5

/** By module: the scenes that load it. */
const scenesOf = new Map<string, string>()
await liveSite(async (words, scene) => {
  for (const id of await modulesLoadedBy(words)) scenesOf.set(id, `${scenesOf.get(id) ?? 'scenes'}-${scene}`)
})
const groups = [{ debugName: 'loaded together', name: (id: string) => scenesOf.get(id) ?? null }]
await bundle.write({ ...format, codeSplitting: { includeDependenciesRecursively: false, groups } })
addRest()
// What the first process to load a file ran of it is kept: it is the small push's to say what of a file is needed at once.
await liveSite(async (words, scene) => await run(words, scene === smallPush ? {} : { NODE_DISABLE_COMPILE_CACHE: '1' }))
await liveSite(async (words) => await run(words))

/** S3 speaks no HTTP/2: of the module that its client loads for other services, it asks for the constants alone. */
function builtIn(name: string): string {
  return name === 'node:http2' ? JSON.stringify({ constants }) : `process.getBuiltinModule(${JSON.stringify(name)})`
}

function addRest(): void {
  for (const path of globSync(join(options.out, '*.js'))) {
    const code = readFileSync(path, 'utf8')
    const imported = "await require('./keep-compiled.cjs').imported("
    if (code.includes('await import(')) writeFileSync(path, code.replaceAll('await import(', imported))
  }
  writeFileSync(join(options.out, 'package.json'), '{ "type": "commonjs" }')
  cpSync('pipeline/keep-compiled.cjs', join(options.out, 'keep-compiled.cjs'))
  chmodSync(program, 0o755)
}

function moved(code: string, [from, to]: (typeof places)[number]): string {
  if (code.includes(from)) seen.add(from)
  return code.replaceAll(from, to)
}

/** A small site's first day, scene by scene: the articles of ours that have no picture, in all locales, published to a server of S3. */
async function liveSite(act: (words: readonly string[], scene: number) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'colophon-bundle-'))
  const root = join(folder, 'site')
  const git = (...words: string[]) =>
    execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@site.example', ...words], { cwd: root })
  const server = await startEmbeddedServer(memoryStore(), { port: 0, host: '127.0.0.1', bucket: 'site', credentials })
  process.env['AWS_ENDPOINT_URL'] = server.url
  const publish = ['publish', '--root', root, '--to', 's3://site']
  try {
    await act(['init', root, '--locale', 'en,it,fr,de,es,ar,zh'], 1)
    for (const name of ['articles', 'locales'])
      cpSync(name, join(root, name), { recursive: true, filter: (path) => !path.includes('foghorn') })
    git('init', '--quiet')
    git('add', '.')
    git('commit', '--quiet', '--no-gpg-sign', '--message', 'Write')
    await act(['check', '--root', root], 2)
    await act(publish, 3)
    await act(publish, 4)
    const catalog = join(root, 'locales/it/articles/2025/11/island-ferry.po')
    writeFileSync(catalog, readFileSync(catalog, 'utf8').replace(/(?<=msgstr ")(?=[^"]+"\s*$)/, 'Ora: '))
    await act(publish, smallPush)
  } finally {
    await server.close()
    rmSync(folder, { recursive: true })
  }
}

async function run(words: readonly string[], more: NodeJS.ProcessEnv = {}): Promise<void> {
  const { NODE_DISABLE_COMPILE_CACHE: _, CI: __, S3_BUCKET: ___, AWS_CA_BUNDLE: ____, ...env } = process.env
  const access = { AWS_ACCESS_KEY_ID: credentials.accessKeyId, AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey, AWS_REGION: 'us-east-1' }
  await promisify(execFile)(process.execPath, [...engine, program, ...words, '--quiet'], { env: { ...env, ...access, ...more } })
}

/** The files that a run loads are those that V8 covers. */
async function modulesLoadedBy(words: readonly string[]): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'colophon-coverage-'))
  try {
    await run(words, { NODE_V8_COVERAGE: folder, NODE_DISABLE_COMPILE_CACHE: '1' })
    const covered = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))
    const urls = new Set(covered.flatMap((text) => (JSON.parse(text) as { result: { url: string }[] }).result.map(({ url }) => url)))
    return output.flatMap((file) => {
      const isLoaded = urls.has(pathToFileURL(resolve(options.out, file.fileName)).href)
      return file.type === 'chunk' && isLoaded && !file.isEntry ? file.moduleIds : []
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
}
