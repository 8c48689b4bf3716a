import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ended, sources, startColophon } from './cli.ts'

export interface Loaded {
  /** Of this repository: `pipeline/model/key.ts`. */
  readonly files: readonly string[]
  /** Names of packages. */
  readonly packages: readonly string[]
}

const root = fileURLToPath(new URL('../../', import.meta.url))

/** The modules that a command loads, told by the command's own process. @throws {Error} where the command fails */
export async function loadedModules(words: readonly string[], cwd: string): Promise<Loaded> {
  const folder = mkdtempSync(join(tmpdir(), 'colophon-loaded-'))
  try {
    const list = join(folder, 'list')
    const watch = `--import=${new URL('./tell-modules.ts', import.meta.url).href}`
    const env = { NODE_OPTIONS: watch, COLOPHON_TEST_MODULES: list }
    const { status, stderr } = await ended(startColophon(words, { cwd, env, program: sources }))
    if (status !== 0) throw new Error(`${words.join(' ')} ended with ${status}: ${stderr}`)
    const paths = readFileSync(list, 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('file:'))
      .map((line) => fileURLToPath(line).slice(root.length))
    const [foreign, own] = [paths.filter((path) => path.includes('node_modules/')), paths.filter((path) => path.startsWith('pipeline/'))]
    return { files: own.sort(), packages: [...new Set(foreign.map(packageOf))].sort() }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function packageOf(path: string): string {
  return /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? path
}
