import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { colophon } from '../support/cli.ts'
import { s3ErrorXml } from '../support/proxy.ts'
import { article, config, smallSite } from '../support/small-site.ts'

const secrets = {
  AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  AWS_SESSION_TOKEN: 'IQoJb3JpZ2luX2VjEXAMPLETOKEN',
}

const hidden = 'hunter2-and-more'

test.each<[string, readonly string[], Readonly<Record<string, string>>, string]>([
  ['--to', ['--to', `s3://ada:${hidden}@news/x`], {}, 'store-target'],
  ['another --to', ['--to', `https://ada:${hidden}@news.example/x`], {}, 'store-target'],
  ['S3_BUCKET', [], { S3_BUCKET: `ada:${hidden}@news` }, 'store-target'],
  ['AWS_ENDPOINT_URL_S3', ['--to', 's3://news'], { AWS_ENDPOINT_URL_S3: `http://ada:${hidden}@127.0.0.1:1` }, 'store-endpoint'],
  ['a query in it', ['--to', 's3://news'], { AWS_ENDPOINT_URL_S3: `http://127.0.0.1:1/?key=${hidden}` }, 'store-endpoint'],
])('a password in %s is told nowhere', async (_, words, env, code) => {
  const { root } = smallSite({ 'articles/one.md': article('One') })
  await expectHidden(root, words, env, code)
})

test.each([
  [config({ publish: { endpoint: `https://ada:${hidden}@s3.example` } }), 'config-invalid'],
  [config({ site: { name: 'Small', url: `https://ada:${hidden}@small.example` } }), 'config-invalid'],
  [config({ publish: { to: `s3://ada:${hidden}@news` } }), 'store-target'],
])('a password in the configuration %s is told nowhere', async (text, code) => {
  const { root } = smallSite({ 'articles/one.md': article('One'), 'colophon.config.json': text })
  await expectHidden(root, [], {}, code)
})

test('a secret of the environment that a configuration says in its error is told nowhere', async () => {
  const text = "throw new Error('no ' + process.env.AWS_SECRET_ACCESS_KEY)"
  const { root } = smallSite({ 'articles/one.md': article('One'), 'colophon.config.json': null, 'colophon.config.js': text })
  await expectHidden(root, [], { AWS_SECRET_ACCESS_KEY: hidden }, 'config-failed')
})

async function expectHidden(root: string, words: readonly string[], env: Readonly<Record<string, string>>, code: string): Promise<void> {
  const { stdout, stderr } = await colophon(['publish', '--json', ...words], { cwd: root, env: { ...env, COLOPHON_DEBUG: '1' } })
  expect(JSON.parse(stdout).error.code).toBe(code)
  expect(stderr).toContain('    at ')
  expect(stdout + stderr).not.toContain(hidden)
}

/** A server that says back what it was sent: what a signed request holds must not come out again. */
async function talkative(status: number, code: string): Promise<string> {
  const server = createServer((request, response) => {
    request.resume()
    const said = JSON.stringify({ ...secrets, ...request.headers })
    response.writeHead(status, { 'content-type': 'application/xml' }).end(s3ErrorXml(code, said.replaceAll('<', '')))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

test.each([
  [403, 'AccessDenied'],
  [403, 'SignatureDoesNotMatch'],
  [400, 'AuthorizationHeaderMalformed'],
  [400, 'ExpiredToken'],
  [403, 'RequestTimeTooSkewed'],
  [404, 'NoSuchBucket'],
  [400, 'InvalidRequest'],
  [501, 'NotImplemented'],
])('whatever a server says with %i %s, neither messages nor stacks repeat a secret', async (status, code) => {
  const { root } = smallSite({ 'articles/one.md': article('One') })
  const env = { ...secrets, AWS_ENDPOINT_URL_S3: await talkative(status, code), AWS_REGION: 'us-east-1', COLOPHON_DEBUG: '1' }
  for (const words of [
    ['publish', '--to', 's3://news'],
    ['publish', '--to', 's3://news', '--json'],
  ]) {
    const outcome = await colophon(words, { cwd: root, env })
    expect(outcome.status).toBe(3)
    expect(outcome.stdout + outcome.stderr).not.toMatch(/EXAMPLE|Signature=\w/)
  }
})
