/**
 * The program as one folder of JavaScript, `dist/program`: a process that begins without any cache, as on a CI runner, spends most of its time on finding,
 * stripping and compiling hundreds of modules.
 *
 *     npm run bundle && node dist/program/cli.js publish
 */
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
  ["new URL('../node_modules/.cache/compiled', import.meta.url)", "new URL('../../node_modules/.cache/compiled', import.meta.url)"],
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
  external: ['satteri', 'hunspell-wasm', 'lightningcss', 'sharp', 'fontverter', 'subset-font'],
  plugins: [{ name: 'own-places', transform: (code: string) => ({ code: places.reduce(moved, code) }) }],
})
await bundle.write({ dir: options.out, format: 'esm', minify: true, cleanDir: true })
const missing = places.filter(([from]) => !seen.has(from))
if (missing.length > 0) throw new Error(`The sources no longer say ${missing.map(([from]) => from).join(', ')}: mend bundle.ts.`)

function moved(code: string, [from, to]: (typeof places)[number]): string {
  if (code.includes(from)) seen.add(from)
  return code.replaceAll(from, to)
}
