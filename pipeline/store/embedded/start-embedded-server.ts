import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Failure } from '../../model/failure.ts'
import type { Store } from '../../model/store.ts'
import type { Credentials } from '../credentials.ts'
import { errno } from '../disk-failure.ts'
import type { HttpAnswer } from '../http-answer.ts'
import { website } from '../website.ts'
import { asS3Error, S3Error } from './s3-error.ts'
import { s3Gateway } from './s3-gateway.ts'
import { parseTarget } from './target.ts'
import { errorAnswer } from './xml-answer.ts'

export interface EmbeddedServerOptions {
  /** 0 for any that is free. */
  readonly port: number
  readonly host: '127.0.0.1' | '::1'
  readonly bucket: string
  /** The path that the site's own links begin with: empty, or `/world`. */
  readonly base?: string
  readonly credentials: Credentials
  readonly clock?: () => Date
  /** Bytes of one body. */
  readonly bodyLimit?: number
}

export interface EmbeddedServer {
  /** Without a slash at its end. */
  readonly url: string
  readonly port: number
  close(): Promise<void>
}

/** Somebody claims to have signed the address. */
const presigned = /[?&]X-Amz-(?:Algorithm|Signature)=/

const headerLimit = 16_384
const bodyLimit = 64 * 1024 * 1024

/**
 * A small S3 server and website over a store, on this machine alone: signed requests are S3 (path style, one bucket), unsigned ones are readers.
 *
 * @throws {Failure} `port-in-use`, `port-denied`
 */
export async function startEmbeddedServer(store: Store, options: EmbeddedServerOptions): Promise<EmbeddedServer> {
  const gateway = s3Gateway(store, { bodyLimit, clock: () => new Date(), ...options })
  const readers = website(store, options.base)
  const server = createServer({ maxHeaderSize: headerLimit, requestTimeout: 60_000 }, (request, response) => {
    answer(request).then(
      (ready) => send(request, response, ready),
      (error: unknown) => refuse(request, response, error),
    )
  })
  await listen(server, options)
  const { port } = server.address() as AddressInfo
  const host = options.host === '::1' ? '[::1]' : options.host
  return { url: `http://${host}:${port}`, port, close: () => close(server) }

  async function answer(request: IncomingMessage): Promise<HttpAnswer> {
    const { method = '', url = '', headers } = request
    if (headers.authorization !== undefined || presigned.test(url)) return gateway(request, { method, target: parseTarget(url), headers })
    if (method !== 'GET' && method !== 'HEAD') throw new S3Error('AccessDenied', 'Access Denied')
    return readers({ target: url, ifNoneMatch: headers['if-none-match'] })
  }
}

function send(request: IncomingMessage, response: ServerResponse, { status, headers, body }: HttpAnswer): void {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body
  const length = status === 204 || status === 304 ? {} : { 'content-length': bytes.length }
  response.writeHead(status, { ...headers, ...length })
  response.end(request.method === 'HEAD' ? undefined : bytes)
}

/** What is left of a body that is too long isn't waited for. */
function refuse(request: IncomingMessage, response: ServerResponse, error: unknown): void {
  const told = asS3Error(error)
  if (told.code === 'EntityTooLarge') response.setHeader('connection', 'close')
  send(request, response, errorAnswer(told, request.url ?? ''))
}

async function listen(server: Server, { port, host }: EmbeddedServerOptions): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  server.once('error', reject)
  server.listen(port, host, resolve)
  try {
    await promise
  } catch (error) {
    throw listenFailure(error, port)
  }
}

function listenFailure(error: unknown, port: number): unknown {
  const code = errno(error)
  if (code === 'EADDRINUSE') {
    const what = `The port ${port} is in use.`
    return new Failure(
      'port-in-use',
      { exit: 3, what, next: 'Choose another one with --port, or end the program that holds it.' },
      { cause: error },
    )
  }
  if (code === 'EACCES') {
    const what = `The port ${port} may not be opened by this user.`
    return new Failure('port-denied', { exit: 3, what, next: 'Choose one above 1023 with --port.' }, { cause: error })
  }
  return error
}

async function close(server: Server): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  server.close(() => resolve())
  server.closeAllConnections()
  await promise
}
