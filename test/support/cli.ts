import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { temporarySite } from './temporary-site.ts'

export interface Outcome {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

export const sources = join(import.meta.dirname, '../../pipeline/main.js')

/** `npm test` bundles it first; a test that runs by itself needn't. */
const usual = process.env['COLOPHON_PROGRAM'] ?? sources

/** Run the command line as a process of its own, off a terminal and outside of CI. */
export async function colophon(
  words: readonly string[],
  { cwd, env = {} }: { cwd?: string; env?: Record<string, string> } = {},
): Promise<Outcome> {
  return await ended(startColophon(words, { ...(cwd === undefined ? {} : { cwd }), env }))
}

interface Start {
  readonly cwd?: string
  readonly env?: Record<string, string>
  readonly stdin?: 'ignore' | 'pipe'
  /** In place of the usual one: the sources, or a bundle. */
  readonly program?: string
}

export function startColophon(words: readonly string[], { cwd, env = {}, stdin = 'ignore', program = usual }: Start = {}): ChildProcess {
  const { CI: _ci, NO_COLOR: _none, FORCE_COLOR: _force, COLOPHON_DEBUG: _debug, ...inherited } = process.env
  // A bundle's first line asks for its engine.
  const [file, ...first] = program === sources ? [process.execPath, program] : [program]
  const PATH = `${dirname(process.execPath)}:${inherited['PATH']}`
  return spawn(file, [...first, ...words], {
    env: { ...inherited, PATH, ...env },
    ...(cwd === undefined ? {} : { cwd }),
    stdio: [stdin, 'pipe', 'pipe'],
  })
}

/** What a process said until it ended. */
export async function ended(child: ChildProcess): Promise<Outcome> {
  const text = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) child[name]?.setEncoding('utf8').on('data', (chunk: string) => (text[name] += chunk))
  const { promise, resolve, reject } = Promise.withResolvers<number | null>()
  child.on('error', reject).on('close', resolve)
  return { status: await promise, ...text }
}

/** A copy of `test/fixtures/<scenario>` that lives as long as the test. */
export function fixture(scenario: string): string {
  const root = temporarySite({})
  cpSync(join(import.meta.dirname, '../fixtures', scenario), root, { recursive: true })
  return root
}
