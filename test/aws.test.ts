import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { contentSecurityPolicy, resource, stackFile } from './support/cloudformation.ts'

const linter = spawnSync('cfn-lint', ['--version']).status === 0

test.runIf(linter)('the stack is valid CloudFormation', () => {
  const { status, stdout } = spawnSync('cfn-lint', [stackFile], { encoding: 'utf8' })
  expect({ status, stdout }).toEqual({ status: 0, stdout: '' })
})
test.skipIf(linter)('SKIPPED: no cfn-lint on this machine; the stack was not validated', () => {})

interface Role {
  readonly Policies: readonly {
    readonly PolicyDocument: { readonly Statement: readonly { readonly Action: string | readonly string[] }[] }
  }[]
}

test('the role may do what publishing needs, and nothing else', () => {
  const { Policies } = resource<Role>('PublishRole')
  const allowed = Policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement.flatMap(({ Action }) => Action))
  expect(allowed.filter((action) => action.startsWith('s3:'))).toEqual(['s3:GetObject', 's3:PutObject', 's3:DeleteObject', 's3:ListBucket'])
  expect(allowed.filter((action) => !/^s3:|^cloudfront-keyvaluestore:/.test(action))).toEqual(['cloudfront:CreateInvalidation'])
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
