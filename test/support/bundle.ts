import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'

const house = join(import.meta.dirname, '../..')

export interface Bundle {
  /** What `startColophon` takes. */
  readonly program: string
  readonly folder: string
  remove(): void
}

/** The program as `npm run bundle` makes it, in a folder of its own. Takes some seconds; then each process takes half. */
export function bundle(): Bundle {
  mkdirSync(join(house, 'dist'), { recursive: true })
  const folder = mkdtempSync(join(house, 'dist', 'test-'))
  execFileSync(process.execPath, ['bundle.ts', '--out', relative(house, folder)], { cwd: house })
  return { program: join(folder, 'cli.js'), folder, remove: () => rmSync(folder, { recursive: true }) }
}
