import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'

/** What the AWS SDK asked of CloudFront. */
export interface Asked {
  readonly path: string
  readonly items: readonly string[]
  readonly reference: string
}

/**
 * CloudFront's CreateInvalidation, as far as anyone outside of AWS can have it: writes down what is asked, and answers with `status`.
 *
 * It is found through the returned environment, which holds credentials of no account.
 */
export async function cloudFront(status = 201): Promise<{ readonly asked: readonly Asked[]; readonly env: Record<string, string> }> {
  const asked: Asked[] = []
  const server = createServer(async (request, response) => {
    const xml = await text(request)
    const texts = (name: string) => [...xml.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g'))].map(([, found = '']) => found)
    asked.push({ path: request.url ?? '', items: texts('Path'), reference: texts('CallerReference').join() })
    response.writeHead(status, { 'content-type': 'text/xml' }).end(status < 300 ? done : refused)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const env = {
    AWS_ENDPOINT_URL_CLOUDFRONT: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'not-so-secret',
  }
  return { asked, env }
}

const done = `<?xml version="1.0"?><Invalidation xmlns="http://cloudfront.amazonaws.com/doc/2020-05-31/"><Id>I1</Id><Status>InProgress</Status></Invalidation>`
const refused = `<?xml version="1.0"?><ErrorResponse xmlns="http://cloudfront.amazonaws.com/doc/2020-05-31/"><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>User is not authorized with not-so-secret</Message></Error></ErrorResponse>`
