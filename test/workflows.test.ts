import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>
  readonly permissions?: Readonly<Record<string, string>>
  readonly concurrency?: { readonly group: string; readonly 'cancel-in-progress': boolean }
  readonly jobs: Readonly<Record<string, Job>>
}

interface Job {
  readonly if?: string
  readonly environment?: string
  readonly permissions?: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string>>
  readonly strategy?: { readonly matrix: Readonly<Record<string, readonly string[]>> }
  readonly steps: readonly WorkflowStep[]
}

interface WorkflowStep {
  readonly uses?: string
  readonly run?: string
  readonly with?: Readonly<Record<string, unknown>>
  readonly env?: Readonly<Record<string, string>>
}

const folder = join(import.meta.dirname, '..', '.github', 'workflows')
const workflows = new Map(
  readdirSync(folder).map((name) => [
    name,
    parse(readFileSync(join(folder, name), 'utf8'), { strict: true, uniqueKeys: true }) as Workflow,
  ]),
)

function workflow(name: string): Workflow {
  const found = workflows.get(name)
  if (found === undefined) throw new Error(`no workflow ${name}, only ${[...workflows.keys()].join(', ')}`)
  return found
}

const steps = (each: Workflow) => Object.values(each.jobs).flatMap((job) => job.steps)
const runs = (each: Workflow) => steps(each).flatMap(({ run }) => run ?? [])

test('pull requests are linted, typed, tested and their articles checked', () => {
  const ci = workflow('ci.yml')
  expect(ci.on).toHaveProperty('pull_request')
  expect(runs(ci)).toEqual(
    expect.arrayContaining([
      'npm run lint',
      'npm run types',
      'npm run test:unit',
      'npm run test:browser',
      'npm run --silent colophon -- check --format github',
    ]),
  )
})

test('every night the laws of catalogs are tried on ten thousand scripts, with the judges at hand', () => {
  const nightly = workflow('nightly.yml')
  expect([nightly.on, nightly.permissions]).toMatchObject([{ schedule: [{}] }, { contents: 'read' }])
  expect(runs(nightly).join('\n')).toMatch(/apt-get install .*gettext[\s\S]*vitest run --project unit test\/catalog/)
  expect(JSON.stringify(nightly)).toContain('"RUNS":"10000"')
})

test('every night mutants are tried, and publishes killed and raced at their nightly settings, on a second S3 server too', () => {
  const { mutation, releases } = workflow('nightly.yml').jobs
  expect(mutation?.steps.at(-1)?.run).toBe('npm run mutation')
  expect(releases?.strategy?.matrix['suite']).toEqual(nightlySuites())
  expect(releases?.steps.at(-1)).toMatchObject({
    run: 'npx vitest run --project unit "$SUITE"',
    env: { COLOPHON_NIGHTLY: '1', SUITE: expect.stringContaining('matrix.suite') },
  })
  expect(releases?.steps.map(({ run }) => run).join('\n')).toMatch(/apt-get install .*radosgw ceph-mon ceph-osd ceph-mgr/)
})

/** Suites of releases that try more at night. */
function nightlySuites(): string[] {
  const suites = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /^(?:publish|upload)\/.*\.test\.ts$/.test(name),
  )
  const reads = (name: string) => readFileSync(join(import.meta.dirname, name), 'utf8').includes('COLOPHON_NIGHTLY')
  return suites
    .filter(reads)
    .map((name) => `test/${name}`)
    .sort()
}

test('a pull request may read and nothing else', () => {
  const ci = workflow('ci.yml')
  expect(ci.permissions).toEqual({ contents: 'read' })
  expect(Object.values(ci.jobs).map(({ permissions }) => permissions)).toEqual(Object.values(ci.jobs).map(() => undefined))
  expect(JSON.stringify(ci)).not.toMatch(/pull_request_target|secrets\.|id-token/)
})

test('main is published by a role that GitHub vouches for, without stored keys', () => {
  const publish = workflow('publish.yml')
  expect(publish.on).toHaveProperty('push', { branches: ['main'] })
  expect(publish.permissions).toEqual({})
  expect(publish.jobs['publish']?.permissions).toEqual({ contents: 'read', 'id-token': 'write' })
  expect(publish.jobs['publish']?.env).toMatchObject({ S3_BUCKET: expect.stringContaining('vars.S3_BUCKET') })
  expect(steps(publish).find(({ uses }) => uses?.startsWith('aws-actions/configure-aws-credentials@'))?.with).toHaveProperty(
    'role-to-assume',
  )
  expect(JSON.stringify(publish)).not.toContain('secrets.')
})

describe('previews of pull requests', () => {
  const { on, permissions, jobs } = workflow('preview.yml')
  const [publish, build] = [jobs['publish'], jobs['build']]

  test('never run with the rights of the branch that they would be merged into', () => {
    expect([on, permissions]).toEqual([{ pull_request: null }, {}])
    expect(JSON.stringify(jobs)).not.toContain('secrets.')
  })

  test('of a fork are built without any credentials', () => {
    expect(build?.if).toContain('head.repo.full_name != github.repository')
    expect(build?.permissions).toEqual({ contents: 'read' })
    expect(JSON.stringify(build)).not.toMatch(/vars\.|environment|aws-actions/)
  })

  test('of a branch are published by a role and to a bucket that production doesn’t know', () => {
    expect(publish?.if).toContain('head.repo.full_name == github.repository')
    expect(publish?.environment).toBe('preview')
    const production = [...JSON.stringify(workflow('publish.yml').jobs).matchAll(/vars\.\w+/g)].map(([name]) => name)
    const used = [...JSON.stringify(publish).matchAll(/vars\.\w+/g)].map(([name]) => name)
    expect(used.filter((name) => production.includes(name))).toEqual(['vars.AWS_REGION'])
    expect(publish?.steps.at(-1)?.run).toContain('publish --preview "$PREVIEW"')
  })
})

test('once a week what nobody can restore is removed, each bucket by its own role', () => {
  const prune = workflow('prune.yml')
  expect([Object.keys(prune.on), prune.permissions]).toEqual([['schedule', 'workflow_dispatch'], {}])
  const { production, previews } = prune.jobs
  expect([production?.environment, previews?.environment]).toEqual(['production', 'preview'])
  for (const job of [production, previews]) {
    expect(job?.permissions).toEqual({ contents: 'read', 'id-token': 'write' })
    expect(job?.steps.at(-1)?.run).toBe('npm run --silent colophon -- releases --prune --wait')
  }
  const used = (job: Job | undefined) => [...JSON.stringify(job).matchAll(/vars\.(\w+)/g)].map(([, name]) => name)
  expect(used(production)).toEqual(['S3_BUCKET', 'S3_BUCKET', 'S3_PREFIX', 'AWS_ROLE', 'AWS_REGION'])
  expect(used(previews)).toEqual(['PREVIEW_BUCKET', 'PREVIEW_BUCKET', 'PREVIEW_ROLE', 'AWS_REGION'])
  expect(JSON.stringify(prune)).not.toContain('secrets.')
})

test('publishes queue up and are never cut short', () => {
  expect(workflow('publish.yml').concurrency).toEqual({ group: 'publish', 'cancel-in-progress': false })
})

test.each([...workflows])('%s pins every action and leaves no credentials in the checkout', (_name, each) => {
  const used = steps(each).filter(({ uses }) => uses !== undefined)
  expect(used.length).toBeGreaterThan(0)
  for (const { uses, with: settings } of used) {
    expect(uses).toMatch(/^(actions|aws-actions)\/[\w-]+@(v\d+|[0-9a-f]{40})$/)
    if (uses?.startsWith('actions/checkout@')) expect(settings).toMatchObject({ 'persist-credentials': false })
  }
})

test('text of a pull request never reaches a shell', () => {
  for (const each of workflows.values()) expect(runs(each).filter((run) => run.includes('${{'))).toEqual([])
})
