import { resolve } from 'node:path'
import { Failure } from '../model/failure.ts'
import { parseKey } from '../model/key.ts'
import type { Store } from '../model/store.ts'
import type { Credentials } from './credentials.ts'
import { directoryStore } from './directory-store.ts'

export interface OpenStoreOptions {
  /** Where relative paths start. */
  readonly cwd: string
  readonly endpoint: string | null
  readonly region: string | null
  /** Null: wherever the SDK finds them (environment, profile, role). */
  readonly credentials: Credentials | null
  /** Asked for what the options leave open: `AWS_ENDPOINT_URL_S3`, `AWS_ENDPOINT_URL`, `AWS_REGION`, `AWS_DEFAULT_REGION`. */
  readonly env: Readonly<Record<string, string | undefined>>
}

/**
 * @param target `s3://bucket/prefix`, or a folder
 * @throws {Failure} `store-target`, `store-endpoint`
 */
export async function openStore(target: string, options: OpenStoreOptions): Promise<Store> {
  if (!isAddress(target)) return directoryStore(resolve(options.cwd, target))
  const [, bucket, rest = ''] = /^s3:\/\/([a-z0-9][a-z0-9._-]{1,62})(?:\/(.*))?$/i.exec(target) ?? []
  const prefix = rest.replace(/\/$/, '')
  if (bucket === undefined || (prefix !== '' && parseKey(prefix) === null)) throw unknownTarget(target)
  if (Buffer.byteLength(prefix) > longestPrefix) throw prefixTooLong(prefix)
  const { env } = options
  const { s3Store } = await import('./s3.ts')
  return s3Store({
    bucket,
    prefix,
    endpoint: options.endpoint ?? endpointOf(env),
    region: options.region ?? (env['AWS_REGION'] || env['AWS_DEFAULT_REGION'] || null),
    credentials: options.credentials,
  })
}

/** Bytes of UTF-8: what is left of a key's 1,024 has room for the pipeline's own, in previews too. */
const longestPrefix = 800

/** Whether a target is no folder. */
export function isAddress(target: string): boolean {
  return /^[a-z][a-z0-9+.-]+:\/\//i.test(target)
}

function endpointOf(env: OpenStoreOptions['env']): string | null {
  const name = ['AWS_ENDPOINT_URL_S3', 'AWS_ENDPOINT_URL'].find((variable) => env[variable])
  const endpoint = name === undefined ? undefined : env[name]
  if (name === undefined || endpoint === undefined) return null
  const url = URL.parse(endpoint)
  const bare = url !== null && url.username + url.password + url.search + url.hash === ''
  if (bare && /^https?:$/.test(url.protocol)) return endpoint
  throw new Failure('store-endpoint', {
    exit: 2,
    what: `${name} is no address of a server.`,
    why: 'Expected http:// or https://, a host, and no password, query or fragment.',
    next: 'Correct the variable; credentials have variables of their own, AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.',
  })
}

function prefixTooLong(prefix: string): Failure {
  return new Failure('store-target', {
    exit: 2,
    what: `The prefix has ${Buffer.byteLength(prefix)} bytes, at most ${longestPrefix} are possible.`,
    why: 'A name in a bucket has at most 1,024 bytes, the prefix included.',
    next: 'Publish below a shorter one.',
  })
}

function unknownTarget(target: string): Failure {
  return new Failure('store-target', {
    exit: 2,
    what: `\`${target}\` is no place to publish to.`,
    next: 'Name a bucket (`s3://bucket/prefix`) or a folder.',
  })
}
