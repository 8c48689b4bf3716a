import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readModule, readModules } from './support/imports.ts'
import { breaches, type Law, lawNames, room } from './support/laws.ts'

const root = join(import.meta.dirname, '..')
const house = readModules(root, ['pipeline', 'templates'])

test('the house keeps its laws', () => {
  expect(breaches(house).map(({ law, at }) => `${at} (${law})`)).toEqual([])
})

test('the laws were held against real imports', () => {
  const edges = house.flatMap(({ imports }) => imports)
  const ours = edges.filter(({ to }) => to?.startsWith('pipeline/'))
  expect(house.length).toBeGreaterThan(200)
  expect(ours.length).toBeGreaterThan(600)
  expect(ours.filter(({ from, to }) => room(from) !== room(to ?? '')).length).toBeGreaterThan(300)
  expect(edges.length - ours.length).toBeGreaterThan(80)
})

test('every import of ours names a file that is there', () => {
  const names = house.flatMap(({ imports }) => imports.map(({ to }) => to)).filter((to) => to?.startsWith('pipeline/'))
  expect(names.filter((name) => !existsSync(join(root, name ?? '')))).toEqual([])
})

const planted: readonly [law: Law, path: string, text: string][] = [
  ['doors', 'pipeline/model/planted.ts', `import { plan } from '../plan/plan.ts'`],
  ['doors', 'pipeline/article/planted.ts', `import type { Site } from '../merge/edition.ts'`],
  ['doors', 'pipeline/check/planted.ts', `export * from '../catalog/read-catalog.ts'`],
  ['doors', 'pipeline/render/planted.ts', `export { edition } from '../merge/edition.ts'`],
  ['doors', 'pipeline/plan/planted.ts', `export const late = async () => await import('../store/memory.ts')`],
  ['doors', 'pipeline/store/planted.ts', `export type Step = import('../plan/plan.ts').Step`],
  ['doors', 'pipeline/upload/planted.ts', `import { s3 } from '../store/s3.ts'`],
  ['doors', 'pipeline/report/planted.ts', `import { build } from '../commands/build.ts'`],
  ['doors', 'pipeline/commands/planted.ts', `import { main } from '../cli.ts'`],
  ['doors', 'pipeline/cli.ts', `import { plan } from './plan/plan.ts'`],
  ['doors', 'pipeline/read/planted.ts', `import { serve } from '../../test/support/imports.ts'`],
  ['doors', 'pipeline/attic/planted.ts', `import type { Locale } from '../model/locale.ts'`],
  ['doors', 'templates/planted.ts', `import { plan } from '../pipeline/plan/plan.ts'`],
  ['pure rooms', 'pipeline/article/planted.ts', `import { readFileSync } from 'node:fs'`],
  ['pure rooms', 'pipeline/catalog/planted.ts', `import { $ } from 'zx'`],
  ['pure rooms', 'pipeline/merge/planted.ts', `import type { S3Client } from '@aws-sdk/client-s3'`],
  ['pure rooms', 'pipeline/plan/planted.ts', 'export const now = () => Date.now()'],
  ['pure rooms', 'pipeline/render/planted.ts', 'export const now = () => new Date()'],
  ['pure rooms', 'pipeline/check/planted.ts', `export const off = process.env['OFF']`],
  ['AWS SDK', 'pipeline/commands/planted.ts', `const { S3Client } = await import('@aws-sdk/client-s3')`],
  ['AWS SDK', 'pipeline/store/directory.ts', `import { HttpRequest } from '@smithy/core/protocols'`],
  ['zx', 'pipeline/store/planted.ts', `import { $ } from 'zx'`],
  ['zx', 'pipeline/cli.ts', `import 'zx/globals'`],
  ['terminal', 'pipeline/report/planted.ts', 'console.log(1)'],
  ['terminal', 'pipeline/commands/planted.ts', `process.stdout.write('1')`],
  ['terminal', 'pipeline/read/planted.ts', `process['stderr'].write('1')`],
  ['terminal', 'pipeline/store/planted.ts', `import { stdout } from 'node:process'`],
  ['default exports', 'pipeline/plan/planted.ts', 'export default function plan() {}'],
  ['default exports', 'pipeline/plan/planted.ts', 'function plan() {}\nexport { plan as default }'],
  ['computed imports', 'pipeline/store/planted.ts', 'export const load = (name: string) => import(name)'],
  ['file names', 'pipeline/model/types.ts', ''],
  ['file names', 'pipeline/render/html-parts/helpers.ts', ''],
]

test.each(planted)('a breach of the law of %s is seen: %s, %s', (law, path, text) => {
  expect(breaches([readModule(path, text)]).map((breach) => breach.law)).toContain(law)
})

test('a circle of rooms is seen', () => {
  const circle = [
    readModule('pipeline/plan/a.ts', `import type { A } from '../store/b.ts'`),
    readModule('pipeline/store/b.ts', `export const b = () => import('../upload/c.ts')`),
    readModule('pipeline/upload/c.ts', `export { a } from '../plan/a.ts'`),
  ]
  expect(breaches(circle).filter(({ law }) => law === 'cycles')).toEqual([
    { law: 'cycles', at: 'pipeline:1: a circle of rooms, plan → store → upload → plan' },
  ])
})

test('every law has a planted breach', () => {
  expect([...new Set(planted.map(([law]) => law)), 'cycles'].sort()).toEqual([...lawNames].sort())
})

test('what the laws allow is no breach', () => {
  const allowed = [
    readModule(
      'pipeline/article/a.ts',
      `import { createHash } from 'node:crypto'\nimport type { Unit } from '../model/article.ts'\nimport { b } from './b.ts'`,
    ),
    readModule('pipeline/store/s3-client.ts', `import { S3Client } from '@aws-sdk/client-s3'`),
    readModule('pipeline/read/git.ts', `import { $ } from 'zx'\nexport const load = (name: string) => import(name)`),
    readModule('pipeline/cli.ts', `import { build } from './commands/build.ts'\nconsole.log(build)`),
    readModule(
      'pipeline/plan/date.ts',
      `export const date = new Date('2026-01-01')\n// console.log(Date.now())\nexport const text = 'console.log(1)'`,
    ),
    readModule('templates/article.ts', `import { html } from 'colophon'\nexport default () => html\`\``),
  ]
  expect(breaches(allowed)).toEqual([])
})

test('a file that is no TypeScript is refused, not passed over', () => {
  expect(() => readModule('pipeline/plan/broken.ts', `import { from 'x`)).toThrow('pipeline/plan/broken.ts')
})
