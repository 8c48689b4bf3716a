import { createServer, request as forward, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { s3ErrorXml } from './proxy.ts'

/** What becomes of one request, or of its answer. */
export type Fault =
  | { readonly kind: 'none' }
  /** The answer comes later than those of requests that were sent after it. */
  | { readonly kind: 'delay'; readonly ms: number }
  /** The server hears of it later. */
  | { readonly kind: 'wait'; readonly until: Promise<unknown> }
  /** The connection is lost before the server hears of it. */
  | { readonly kind: 'reset before' }
  /** The server acts, and its answer is lost. */
  | { readonly kind: 'lost answer' }
  /** The server acts, and half of its answer arrives. */
  | { readonly kind: 'cut answer' }
  /** The server says no, and does nothing. */
  | { readonly kind: 'refusal'; readonly status: number; readonly code: string }

export interface ProxiedRequest {
  /** From 1. */
  readonly nth: number
  readonly method: string
  /** With its query. */
  readonly path: string
  readonly headers: IncomingMessage['headers']
}

export interface FaultProxy {
  readonly url: string
  /** Of all requests that came. */
  readonly requests: readonly ProxiedRequest[]
  /** How often each kind of fault was brought about. */
  readonly counts: ReadonlyMap<Fault['kind'], number>
  close(): Promise<void>
}

interface Answer {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}

/**
 * A server before the one at `target` that does to each request what `scheme` says. Signatures stay right: nothing is rewritten.
 *
 * @param acted told when the server has acted on a request, before its answer goes on
 */
export async function startFaultProxy(
  target: string,
  scheme: (request: ProxiedRequest) => Fault,
  acted: (request: ProxiedRequest) => void = () => {},
): Promise<FaultProxy> {
  const requests: ProxiedRequest[] = []
  const counts = new Map<Fault['kind'], number>()
  const server = createServer((request, response) => {
    void handle(request, response).catch(() => response.destroy())
  })
  const { promise, resolve } = Promise.withResolvers<void>()
  server.listen(0, '127.0.0.1', resolve)
  await promise
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests, counts, close }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url: path = '/', headers } = request
    const proxied = { nth: requests.length + 1, method, path, headers }
    requests.push(proxied)
    const fault = scheme(proxied)
    counts.set(fault.kind, (counts.get(fault.kind) ?? 0) + 1)
    const body = await bytesOf(request)
    if (fault.kind === 'wait') await fault.until
    if (fault.kind === 'reset before') {
      response.destroy()
      return
    }
    if (fault.kind === 'refusal') {
      response.writeHead(fault.status, { 'content-type': 'application/xml' }).end(method === 'HEAD' ? '' : s3ErrorXml(fault.code))
      return
    }
    const answer = await ask(target, proxied, body)
    acted(proxied)
    deliver(response, answer, method, fault)
  }

  async function close(): Promise<void> {
    const closed = Promise.withResolvers<void>()
    server.close(() => closed.resolve())
    server.closeAllConnections()
    await closed.promise
  }
}

async function ask(target: string, { method, path, headers }: ProxiedRequest, body: Buffer): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>()
  const onward = forward(target, { method, path, headers }, (answer) => {
    bytesOf(answer).then((bytes) => resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body: bytes }), reject)
  })
  onward.on('error', reject)
  onward.end(body)
  return await promise
}

function deliver(response: ServerResponse, { status, headers, body }: Answer, method: string, fault: Fault): void {
  if (fault.kind === 'lost answer') {
    response.destroy()
    return
  }
  const { 'transfer-encoding': _, ...rest } = headers
  response.writeHead(status, rest)
  if (fault.kind === 'cut answer') response.write(body.subarray(0, body.length / 2), () => response.destroy())
  else if (fault.kind === 'delay') void setTimeout(fault.ms).then(() => response.end(method === 'HEAD' ? undefined : body))
  else response.end(method === 'HEAD' ? undefined : body)
}

async function bytesOf(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks)
}
