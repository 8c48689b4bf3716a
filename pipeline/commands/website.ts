import { randomBytes } from 'node:crypto'
import type { Site } from '../model/site.ts'
import { startEmbeddedServer } from '../store/embedded/start-embedded-server.ts'
import type { Context } from './context.ts'
import type { Target } from './open-target.ts'
import type { ServeOptions } from './options.ts'

/** A store, shown on localhost. */
export interface Website {
  readonly url: string
  close(): Promise<void>
}

/** @throws {Failure} `port-in-use`, `port-denied` */
export async function openWebsite({ store, url }: Pick<Target, 'store' | 'url'>, site: Site, port: number): Promise<Website> {
  if (url !== null) return { url, async close() {} }
  const base = new URL(site.url).pathname.replace(/\/+$/, '')
  const credentials = { accessKeyId: 'nobody', secretAccessKey: randomBytes(24).toString('base64url') }
  const server = await startEmbeddedServer(store, { port, host: '127.0.0.1', bucket: 'site', base, credentials })
  return { url: `${server.url}${base}/`, close: () => server.close() }
}

/** Say where the site is, and wait until told to stop. With `--json` standard output is for documents. */
export async function waitAt({ url }: Website, { json }: Pick<ServeOptions, 'json'>, { stdout, stderr, signal }: Context): Promise<void> {
  const out = json ? stderr : stdout
  out.write(`The site is at ${url} (Ctrl-C ends).\n`)
  if (signal.aborted) return
  const { promise, resolve } = Promise.withResolvers<void>()
  signal.addEventListener('abort', () => resolve(), { once: true })
  // A listener alone doesn't keep the process alive where the server's socket is all there is; the server does.
  await promise
}
