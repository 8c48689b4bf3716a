import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { colophon } from '../support/cli.ts'
import { s3ErrorXml } from '../support/proxy.ts'
import { article, smallSite } from '../support/small-site.ts'

const secrets = {
  AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  AWS_SESSION_TOKEN: 'IQoJb3JpZ2luX2VjEXAMPLETOKEN',
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
