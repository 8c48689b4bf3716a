/**
 * All that a change must pass: `npm test`. Goes on after a failure, so that one run shows everything, and ends with what failed.
 *
 * Test results are also written to `.reports/tests.json` (Vitest's JSON report, all projects in one).
 */
import { spawnSync } from 'node:child_process'
import { dirname, resolve } from 'node:path'

interface Step {
  readonly name: string
  readonly command: readonly [program: string, ...words: string[]]
}

/** What tests start that run the command line: the sources take twice the time to begin. */
const bundled = 'dist/tested/cli.js'

const steps: readonly Step[] = [
  { name: 'style and mistakes (biome)', command: ['biome', 'check', '--error-on-warnings', '.'] },
  { name: 'unused files, exports, dependencies (knip)', command: ['knip'] },
  { name: 'types (tsc)', command: ['tsc', '--noEmit'] },
  { name: 'the program as one folder (rolldown)', command: ['node', 'bundle.ts', '--out', dirname(bundled)] },
  { name: 'tests (vitest)', command: ['vitest', 'run', '--reporter=default', '--reporter=json', '--outputFile.json=.reports/tests.json'] },
]

const failed = steps.filter(({ name, command: [program, ...words] }) => {
  process.stdout.write(`\n── ${name}\n`)
  const { status, error } = spawnSync(program, words, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, COLOPHON_PROGRAM: resolve(bundled) },
  })
  if (error) process.stdout.write(`${error.message}\n`)
  return status !== 0
})

const verdict = failed.length === 0 ? 'all passed' : `failed: ${failed.map(({ name }) => name).join('; ')}`
process.stdout.write(`\nnpm test: ${verdict}\n`)
process.exitCode = failed.length === 0 ? 0 : 1
