import { execFileSync } from 'node:child_process'
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { type Bundle, bundle } from '../support/bundle.ts'
import { ended, fixture, type Outcome, sources, startColophon } from '../support/cli.ts'

const house = join(import.meta.dirname, '../..')
let made: Bundle

beforeAll(() => {
  made = bundle()
  return made.remove
}, 120_000)

async function bundled(words: readonly string[], cwd: string): Promise<Outcome> {
  return await ended(startColophon(words, { cwd, program: made.program }))
}

async function unbundled(words: readonly string[], cwd: string): Promise<Outcome> {
  return await ended(startColophon(words, { cwd, program: sources }))
}

test('its first line asks for the engine that this was compiled for', () => {
  const compiled = () => readdirSync(join(made.folder, 'compiled'))
  const before = compiled()
  const PATH = `${dirname(process.execPath)}:${process.env['PATH']}`
  expect(execFileSync(made.program, ['--version'], { encoding: 'utf8', env: { ...process.env, PATH } })).toBe('0.1.0\n')
  expect(compiled()).toEqual(before)
})

test('the bundle tells what it can do', async () => {
  const { status, stdout } = await bundled(['--help'], house)
  expect([status, stdout]).toEqual([0, (await unbundled(['--help'], house)).stdout])
})

test('what V8 compiled for a publish lies beside it', () => {
  const kept = globSync('compiled/ran-*/*.js', { cwd: made.folder }).map((path) => basename(path))
  const loaded = globSync('scenes-*.js', { cwd: made.folder })
  expect(loaded.length).toBeGreaterThan(5)
  expect(kept).toEqual(expect.arrayContaining(loaded))
  expect(globSync('compiled/v*/*', { cwd: made.folder }).length).toBeGreaterThan(20)
})

test('V8 takes all of it: none was made after a flag was set', () => {
  const [first = ''] = readFileSync(made.program, 'utf8').split('\n')
  const engine = first.split(' ').filter((word) => word.startsWith('--'))
  const taken = `
    const { wrap } = require('node:module')
    for (const kept of require('node:fs').globSync('compiled/ran-*/*.js')) {
      const code = wrap(require('node:fs').readFileSync(require('node:path').basename(kept), 'utf8'))
      const { cachedDataRejected } = new (require('node:vm').Script)(code, { cachedData: require('node:fs').readFileSync(kept) })
      console.log(kept, cachedDataRejected)
    }`
  const told = execFileSync(process.execPath, [...engine, '--input-type=commonjs', '-e', taken], { cwd: made.folder, encoding: 'utf8' })
  const lines = told.trim().split('\n')
  expect(lines.length).toBeGreaterThan(5)
  expect(lines.filter((line) => !line.endsWith(' false'))).toEqual([])
})

test('it finds the mistakes that the sources find', async () => {
  const root = fixture('mistakes')
  const [one, other] = [await bundled(['check', '--format', 'json'], root), await unbundled(['check', '--format', 'json'], root)]
  expect([one.status, one.stdout]).toEqual([other.status, other.stdout])
  expect(one.status).toBe(1)
})

test('what it publishes is what the sources would: nothing is left for them to do', async () => {
  const root = fixture('two-newsrooms')
  const published = await bundled(['publish', '--to', 'out', '--json'], root)
  expect(published.status).toBe(0)
  expect(existsSync(join(root, 'out/it/2026/porto/index.html'))).toBe(true)
  const again = await unbundled(['publish', '--to', 'out', '--full', '--json'], root)
  expect(JSON.parse(again.stdout)).toMatchObject({ put: [], deleted: [], release: JSON.parse(published.stdout).release })
})
