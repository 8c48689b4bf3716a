/**
 * The program as one folder of JavaScript, `dist/program`: a process that begins without any cache, as on a CI runner, spends most of its time on finding,
 * stripping and compiling hundreds of modules.
 *
 * What V8 compiled while it published a small site lies beside it, in `compiled/`: the folder may be moved, and other versions of Node pass over it.
 *
 *     npm run bundle && node dist/program/cli.js publish
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { rolldown } from 'rolldown'
import { codeDigest } from './pipeline/read/code-digest.ts'

const { values: options } = parseArgs({
  options: {
    /** A folder two below the package's own. */
    out: { type: 'string', default: 'dist/program' },
  },
})

/** What the sources say of their own places, and what is true of the bundle. */
const places = [
  ["new URL('../colophon.ts', import.meta.url)", "new URL('./colophon.js', import.meta.url)"],
  ["new URL('./docx-worker.ts', import.meta.url)", "new URL('./docx-worker.js', import.meta.url)"],
  ["new URL('./check-thread.ts', import.meta.url)", "new URL('./check-thread.js', import.meta.url)"],
  ["new URL('./fontconfig.xml', import.meta.url)", "new URL('../../pipeline/assets/fontconfig.xml', import.meta.url)"],
  ["new URL('../package.json', import.meta.url)", "new URL('../../package.json', import.meta.url)"],
  ["new URL('../node_modules/.cache/compiled', import.meta.url)", "new URL('./compiled', import.meta.url)"],
  ['const code = codeDigest()', `const code = '${codeDigest()}'`],
] as const

const seen = new Set<string>()
const bundle = await rolldown({
  input: {
    cli: 'pipeline/cli.ts',
    colophon: 'pipeline/colophon.ts',
    'check-thread': 'pipeline/commands/check-thread.ts',
    'docx-worker': 'pipeline/read/docx-worker.ts',
  },
  platform: 'node',
  resolve: { alias: { colophon: join(import.meta.dirname, 'pipeline/colophon.ts') } },
  // Machine code, and WebAssembly that looks for its file.
  external: ['hunspell-wasm', 'lightningcss', 'sharp', 'fontverter', 'subset-font', 'pagefind'],
  plugins: [{ name: 'own-places', transform: (code: string) => ({ code: places.reduce(moved, code) }) }],
})
await bundle.write({ dir: options.out, format: 'esm', minify: true, cleanDir: true })
const missing = places.filter(([from]) => !seen.has(from))
if (missing.length > 0) throw new Error(`The sources no longer say ${missing.map(([from]) => from).join(', ')}: mend bundle.ts.`)
compile(join(options.out, 'cli.js'))

function moved(code: string, [from, to]: (typeof places)[number]): string {
  if (code.includes(from)) seen.add(from)
  return code.replaceAll(from, to)
}

/** Publish a new site as a whole, then a change: what these need is compiled. */
function compile(program: string): void {
  const site = mkdtempSync(join(tmpdir(), 'colophon-bundle-'))
  const { NODE_DISABLE_COMPILE_CACHE: _, CI: __, S3_BUCKET: ___, ...env } = process.env
  const run = (...words: readonly string[]) =>
    execFileSync(process.execPath, [program, ...words, '--quiet'], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  try {
    run('init', site, '--locale', 'en,it')
    run('publish', '--root', site)
    const article = join(site, 'articles', 'hello.md')
    writeFileSync(article, `${readFileSync(article, 'utf8')}\nOne *paragraph* more.\n`)
    run('publish', '--root', site)
  } finally {
    rmSync(site, { recursive: true })
  }
}
