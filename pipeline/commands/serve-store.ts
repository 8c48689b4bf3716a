import { randomBytes } from 'node:crypto'
import type { Site } from '../model/site.ts'
import { startEmbeddedServer } from '../store/embedded/start-embedded-server.ts'
import type { Context, Output } from './context.ts'
import type { Target } from './open-target.ts'
import type { ServeOptions } from './options.ts'

/** Show what is in a store on localhost, say where, and wait until told to stop. */
export async function serveStore(target: Target, site: Site, { port, json }: ServeOptions, context: Context): Promise<void> {
  // With `--json` standard output is for documents.
  const out = json ? context.stderr : context.stdout
  if (target.url !== null) {
    await waitAt(target.url, out, context)
    return
  }
  const base = new URL(site.url).pathname.replace(/\/+$/, '')
  const credentials = { accessKeyId: 'nobody', secretAccessKey: randomBytes(24).toString('base64url') }
  const server = await startEmbeddedServer(target.store, { port, host: '127.0.0.1', bucket: 'site', base, credentials })
  try {
    await waitAt(`${server.url}${base}/`, out, context)
  } finally {
    await server.close()
  }
}

async function waitAt(url: string, out: Output, { signal }: Context): Promise<void> {
  out.write(`The site is at ${url} (Ctrl-C ends).\n`)
  if (signal.aborted) return
  const { promise, resolve } = Promise.withResolvers<void>()
  signal.addEventListener('abort', () => resolve(), { once: true })
  // A listener alone doesn't keep the process alive where the server's socket is all there is; the server does.
  await promise
}
