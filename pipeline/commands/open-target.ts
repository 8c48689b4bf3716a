import { randomBytes } from 'node:crypto'
import { join, resolve } from 'node:path'
import { Failure } from '../model/failure.ts'
import type { Site } from '../model/site.ts'
import type { Store } from '../model/store.ts'
import { isCI } from '../report/progress.ts'
import { isAddress, openStore } from '../store/open-store.ts'
import type { Context } from './context.ts'
import { refuseSource } from './refuse-source.ts'

export interface Target {
  readonly store: Store
  /** The address at which this process shows what is in the store; null where others do. */
  readonly url: string | null
  /** Seconds that a publish to it may be silent. */
  readonly leaseSeconds: number
  close(): Promise<void>
}

export interface TargetOptions {
  /** `--to`. */
  readonly to: string | null
  /** Of the embedded server; 0 for any. */
  readonly port: number
}

/**
 * Where to publish: the first of `--to`, `S3_BUCKET` with `S3_PREFIX`, `publish.to` of the configuration, and the embedded store in `.colophon/store`.
 *
 * The embedded store is reached as any other: by the AWS SDK, through an S3 server in this process.
 *
 * @throws {Failure} `no-target` on a CI server, where pages that nobody sees are no help; `build-into-source`; those of `openStore` and of the server
 */
export async function openTarget({ to, port }: TargetOptions, site: Site, context: Context): Promise<Target> {
  const { env, cwd } = context
  const { endpoint, region } = site.publish
  const named = to ?? bucketOf(env) ?? site.publish.to
  if (named !== null) {
    const start = to === null ? context.root : cwd
    if (!isAddress(named)) refuseSource(resolve(start, named), context.root, '--to public')
    const store = await openStore(named, { cwd: start, endpoint, region, credentials: null, env })
    return { store, url: null, leaseSeconds: site.publish.leaseSeconds, close: () => store.close() }
  }
  if (isCI(env)) throw noTarget()
  return await embeddedTarget(port, site, context)
}

function bucketOf(env: Context['env']): string | null {
  const bucket = env['S3_BUCKET'] ?? ''
  const prefix = (env['S3_PREFIX'] ?? '').replace(/^\/+|\/+$/g, '')
  return bucket === '' ? null : `s3://${bucket}${prefix === '' ? '' : `/${prefix}`}`
}

function noTarget(): Failure {
  return new Failure('no-target', {
    exit: 2,
    what: 'There is no place to publish to.',
    why: '`CI` is set, and neither --to nor S3_BUCKET nor publish.to in the configuration names a bucket or a folder.',
    next: 'Set S3_BUCKET, or name a target: `colophon publish --to s3://bucket`.',
  })
}

/** Seconds: nothing is slow on this machine, and a publish that was killed here shouldn't keep people waiting. */
export const embeddedLease = 5

/** The folder of the embedded store, below the site's root. */
export function embeddedFolder(root: string): string {
  return join(root, '.colophon', 'store')
}

async function embeddedTarget(port: number, site: Site, { root, env }: Context): Promise<Target> {
  const [{ directoryStore }, { startEmbeddedServer }] = await Promise.all([
    import('../store/directory-store.ts'),
    import('../store/embedded/start-embedded-server.ts'),
  ])
  const credentials = { accessKeyId: 'embedded', secretAccessKey: randomBytes(24).toString('base64url') }
  const base = new URL(site.url).pathname.replace(/\/+$/, '')
  const folder = directoryStore(embeddedFolder(root))
  const server = await startEmbeddedServer(folder, { port, host: '127.0.0.1', bucket: 'site', base, credentials })
  const store = await openStore('s3://site', { cwd: root, endpoint: server.url, region: 'us-east-1', credentials, env })
  return {
    store: called(folder.name, store),
    url: `${server.url}${base}/`,
    leaseSeconds: embeddedLease,
    async close() {
      await store.close()
      await server.close()
      await folder.close()
    },
  }
}

/** People know the embedded store by its folder; its bucket's name would tell them nothing. */
function called(name: string, store: Store): Store {
  return {
    name,
    get: (key) => store.get(key),
    head: (key) => store.head(key),
    put: (...call) => store.put(...call),
    copy: (...call) => store.copy(...call),
    delete: (...call) => store.delete(...call),
    deleteIf: (...call) => store.deleteIf(...call),
    list: (prefix, after) => store.list(prefix, after),
    close: () => store.close(),
  }
}
