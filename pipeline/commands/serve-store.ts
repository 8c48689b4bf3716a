import { randomBytes } from 'node:crypto'
import type { Site } from '../model/site.ts'
import { startEmbeddedServer } from '../store/embedded/start-embedded-server.ts'
import type { Context } from './context.ts'
import type { Target } from './open-target.ts'

/** Show what is in a store on localhost, say where, and wait until told to stop. */
export async function serveStore(target: Target, site: Site, port: number, context: Context): Promise<void> {
  if (target.url !== null) {
    await waitAt(target.url, context)
    return
  }
  const base = new URL(site.url).pathname.replace(/\/+$/, '')
  const credentials = { accessKeyId: 'nobody', secretAccessKey: randomBytes(24).toString('base64url') }
  const server = await startEmbeddedServer(target.store, { port, host: '127.0.0.1', bucket: 'site', base, credentials })
  try {
    await waitAt(`${server.url}${base}/`, context)
  } finally {
    await server.close()
  }
}

async function waitAt(url: string, { stdout, signal }: Context): Promise<void> {
  stdout.write(`The site is at ${url} (Ctrl-C ends).\n`)
  if (signal.aborted) return
  const { promise, resolve } = Promise.withResolvers<void>()
  signal.addEventListener('abort', () => resolve(), { once: true })
  // A listener alone doesn't keep the process alive where the server's socket is all there is; the server does.
  await promise
}
