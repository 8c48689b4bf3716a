import { createServer, request as forward, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a proxy does to one request: its own answer, or null to let it through. */
export type Meddle = (request: IncomingMessage) => { readonly status: number; readonly body: string } | null

/** A server that passes on what it gets to the one at `target`, but for what `meddle` answers itself. Signatures stay right: nothing is rewritten. */
export async function startProxy(target: string, meddle: Meddle): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const own = meddle(request)
    if (own !== null) {
      request.resume()
      response.writeHead(own.status, { 'content-type': 'application/xml' }).end(own.body)
      return
    }
    const onward = forward(target, { method: request.method ?? 'GET', path: request.url ?? '/', headers: request.headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    onward.on('error', () => response.destroy())
    request.pipe(onward)
  })
  const { promise, resolve } = Promise.withResolvers<void>()
  server.listen(0, '127.0.0.1', resolve)
  await promise
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      const closed = Promise.withResolvers<void>()
      server.close(() => closed.resolve())
      server.closeAllConnections()
      await closed.promise
    },
  }
}

/** An error as S3 words it. */
export function s3ErrorXml(code: string, message = code): string {
  return `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${message}</Message></Error>`
}
