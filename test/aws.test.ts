import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import { contentSecurityPolicy, resource, stackFile } from './support/cloudformation.ts'

const linter = spawnSync('cfn-lint', ['--version']).status === 0

test.runIf(linter)('the stack is valid CloudFormation', () => {
  const { status, stdout } = spawnSync('cfn-lint', [stackFile], { encoding: 'utf8' })
  expect({ status, stdout }).toEqual({ status: 0, stdout: '' })
})
test.skipIf(linter)('SKIPPED: no cfn-lint on this machine; the stack was not validated', () => {})

interface Statement {
  readonly Action: string | readonly string[]
}

interface Nothing {
  readonly Ref: 'AWS::NoValue'
}

interface Role {
  readonly Policies: readonly {
    readonly PolicyDocument: {
      readonly Statement: readonly (Statement | { readonly 'Fn::If': readonly [string, Statement | Nothing, Statement | Nothing] })[]
    }
  }[]
}

/** What the role of a stack of this kind may do. */
function allowedIn(kind: 'production' | 'preview'): string[] {
  const statements = resource<Role>('PublishRole').Policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
  return statements.flatMap((statement): string | readonly string[] => {
    if (!('Fn::If' in statement)) return statement.Action
    const [condition, then, otherwise] = statement['Fn::If']
    expect(condition).toBe('IsPreview')
    const chosen = kind === 'preview' ? then : otherwise
    return 'Action' in chosen ? chosen.Action : []
  })
}

const inBucket = ['s3:GetObject', 's3:PutObject', 's3:DeleteObject', 's3:ListBucket']

test('the role may do what publishing needs, and nothing else', () => {
  const allowed = allowedIn('production')
  expect(allowed.filter((action) => action.startsWith('s3:'))).toEqual(inBucket)
  expect(allowed.filter((action) => !/^s3:|^cloudfront-keyvaluestore:/.test(action))).toEqual(['cloudfront:CreateInvalidation'])
})

test('the role of previews has rights in its bucket alone', () => {
  expect(allowedIn('preview')).toEqual(inBucket)
})

test('its S3 rights are those of the policy in the operators’ guide', () => {
  const guide = readFileSync('docs/operators.md', 'utf8')
  const [, policy = ''] = /```json\n(\{\n {2}"Version"[\s\S]*?)\n```/.exec(guide) ?? []
  const { Statement } = JSON.parse(policy) as { Statement: readonly { Action: string | readonly string[] }[] }
  expect(Statement.flatMap(({ Action }) => Action)).toEqual(['s3:GetObject', 's3:PutObject', 's3:DeleteObject', 's3:ListBucket'])
})

test('only the repository’s own environment can assume the role', () => {
  const text = JSON.stringify(resource('PublishRole'))
  expect(text).toMatch(/"Fn::Sub":"repo:\$\{Repository\}:environment:\$\{Environment\}"/)
  expect(text).not.toContain('StringLike')
})

test('the policy of content allows no script', () => {
  expect(contentSecurityPolicy()).toMatch(/^default-src 'none';/)
  expect(contentSecurityPolicy()).not.toMatch(/script|unsafe|\*/)
})

type Answer = { readonly uri?: string; readonly statusCode?: number; readonly headers?: { readonly location: { readonly value: string } } }

/** The function in front of the bucket, with redirects in its store. */
async function answerTo(uri: string, redirects: Readonly<Record<string, string>> = {}): Promise<Answer> {
  const { FunctionCode } = resource<{ FunctionCode: string }>('Addresses')
  const get = async (key: string) => {
    const found = redirects[key]
    if (found === undefined) throw new Error('KeyNotFound')
    return found
  }
  const code = `${FunctionCode.replace(/^import .*$/m, '')}\nhandler(event)`
  return (await runInNewContext(code, { cf: { kvs: () => ({ get }) }, event: { request: { uri, headers: {} } } })) as Answer
}

test.each([
  ['/', '/index.html'],
  ['/it/mare/', '/it/mare/index.html'],
  ['/it/feed.xml', '/it/feed.xml'],
])('%s is the object %s', async (uri, object) => {
  expect((await answerTo(uri)).uri).toBe(object)
})

test('a folder without its slash leads to the one with it', async () => {
  expect(await answerTo('/it/mare')).toMatchObject({ statusCode: 301, headers: { location: { value: '/it/mare/' } } })
})

test('a page that moved leads to its new address', async () => {
  const moved = await answerTo('/it/vecchio/', { '/it/vecchio/': '/it/nuovo/' })
  expect(moved).toMatchObject({ statusCode: 301, headers: { location: { value: '/it/nuovo/' } } })
})

describe('the function that leads readers from the root to their language', () => {
  const guide = readFileSync(new URL('../docs/operators.md', import.meta.url), 'utf8')
  const code = /^## The reader's language at the root$[\s\S]*?^```js\n([\s\S]*?)^```$/m.exec(guide)?.[1] ?? ''
  const homeOf = (headers: Record<string, string>): string | null => {
    const request = { headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, { value }])) }
    return runInNewContext(`${code}\nhomeOf(request)`, { request })
  }

  test.each([
    ['it', '/it/'],
    ['it-CH,it;q=0.9', '/it/'],
    ['de, en;q=0.5, it;q=0.7', '/it/'],
    ['pt', '/pt-BR/'],
    ['PT-br', '/pt-BR/'],
    ['de-AT', null],
    ['*', null],
    ['en;q=0', null],
    ['', null],
    [';;q=,,', null],
  ])('those who accept %j get %j', (accepted, home) => {
    expect(homeOf({ host: 'news.example', 'accept-language': accepted })).toBe(home)
  })

  test('search engines, and who comes to choose, get the choice', () => {
    expect(homeOf({ host: 'news.example' })).toBeNull()
    const here = { host: 'news.example', 'accept-language': 'it' }
    expect(homeOf({ ...here, referer: 'https://news.example/en/talks/' })).toBeNull()
    expect(homeOf({ ...here, referer: 'https://other.example/' })).toBe('/it/')
  })

  test('they are led there for now, and no cache takes it for others', () => {
    const answer = runInNewContext(`${code}\nJSON.stringify(foundAt('/it/'))`)
    expect(JSON.parse(answer)).toMatchObject({
      statusCode: 302,
      headers: { location: { value: '/it/' }, vary: { value: 'accept-language, referer' } },
    })
  })
})
