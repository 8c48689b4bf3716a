/**
 * Objects to an S3 server: CPU of the client, beside rclone and aws-cli, all against the same server in a process of its own, in turn.
 *
 *     node test/bench/upload.ts --objects 5000 --bytes 20480 --runs 3
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { StagedArtifact } from '../../pipeline/model/artifact.ts'
import { digest } from '../../pipeline/model/digest.ts'
import { parseKey } from '../../pipeline/model/key.ts'
import { nothingMade } from '../../pipeline/model/manifest.ts'
import { plan } from '../../pipeline/plan/plan.ts'
import { startEmbeddedServer } from '../../pipeline/store/embedded/start-embedded-server.ts'
import { memoryStore } from '../../pipeline/store/memory-store.ts'
import { s3Store } from '../../pipeline/store/s3.ts'
import { countingStore } from '../../pipeline/upload/counting-store.ts'
import { takeLease } from '../../pipeline/upload/lease.ts'
import { readManifest } from '../../pipeline/upload/read-manifest.ts'
import { upload } from '../../pipeline/upload/upload.ts'
import { machine, versionOf } from './machine.ts'
import { type Cost, measure, median, spread } from './measure.ts'
import { random } from './random.ts'

const { values: options } = parseArgs({
  options: {
    objects: { type: 'string', default: '5000' },
    bytes: { type: 'string', default: '20480' },
    runs: { type: 'string', default: '3' },
    /** What the processes that this program starts do. */
    role: { type: 'string', default: 'bench' },
    from: { type: 'string', default: '' },
    to: { type: 'string', default: '' },
    endpoint: { type: 'string', default: '' },
  },
})
const bucket = 'site'
const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'not-so-secret' }

if (options.role === 'server') await serve()
else if (options.role === 'client') await send()
else await bench()

async function serve(): Promise<void> {
  const server = await startEmbeddedServer(memoryStore(), { port: 0, host: '127.0.0.1', bucket, credentials })
  process.send?.(server.url)
}

/** As `publish` does it: plan against what is there, put, commit. */
async function send(): Promise<void> {
  const { from, to: prefix, endpoint } = options
  const store = countingStore(s3Store({ bucket, prefix, endpoint, region: null, credentials }))
  const published = await readManifest(store)
  const staged = readdirSync(from).map((name): StagedArtifact => {
    const key = parseKey(`en/${name}`)
    if (key === null) throw new Error(`${name} is no key`)
    const body = readFileSync(join(from, name))
    const headers = { contentType: 'text/html; charset=utf-8' }
    return { key, kind: 'page', digest: digest(body), size: body.length, headers, inputs: digest(body), card: null }
  })
  const steps = plan(staged, published.manifest, { deleteLimit: 0, keep: () => false })
  const origin = async ({ key }: StagedArtifact) => ({ kind: 'bytes' as const, bytes: readFileSync(join(from, key.slice(3))) })
  const release = { commit: null, time: new Date(), generator: 'bench' }
  const lease = await takeLease(store, { seconds: 60, holder: 'bench', wait: false })
  const { put } = await upload({ steps, made: nothingMade, origin, store, published, release, lease })
  await lease.release()
  await store.close()
  if (put.length !== staged.length) throw new Error(`${put.length} of ${staged.length} objects were put`)
}

interface Client {
  readonly name: string
  readonly version: string
  command(run: number): readonly string[]
}

async function bench(): Promise<void> {
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'colophon-bench-'))
  const server = fork(import.meta.filename, ['--role', 'server'])
  try {
    const [endpoint] = (await once(server, 'message')) as [string]
    compare(writeObjects(join(folder, 'objects')), endpoint)
  } finally {
    server.kill()
    rmSync(folder, { recursive: true })
  }
}

function writeObjects(folder: string): string {
  mkdirSync(folder)
  const { below } = random(1)
  for (let index = 0; index < Number(options.objects); index++) {
    const bytes = Buffer.from(Array.from({ length: Number(options.bytes) }, () => 32 + below(90)))
    writeFileSync(join(folder, `page-${index}.html`), bytes)
  }
  return folder
}

function compare(from: string, endpoint: string): void {
  console.log(`${machine()}\n${options.objects} objects of ${options.bytes} bytes, ${options.runs} runs each, in turn, to one server`)
  const clients = [colophon(from, endpoint), rclone(from, endpoint), awsCli(from, endpoint)].filter((client) => client !== null)
  const env = {
    ...process.env,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_REGION: 'us-east-1',
    AWS_CA_BUNDLE: undefined,
    AWS_MAX_ATTEMPTS: '1',
  }
  const costs = clients.map((): Cost[] => [])
  for (let run = 0; run < Number(options.runs); run++) {
    for (const [index, client] of clients.entries()) costs[index]?.push(measure(client.command(run), env))
  }
  const rows = clients.map(({ name, version }, index) => {
    const own = costs[index] ?? []
    const each = own.map(({ cpu }) => (cpu * 1000) / Number(options.objects))
    const ratios = own.map(({ cpu }, run) => cpu / (costs[0]?.[run]?.cpu ?? Number.NaN))
    const measured = {
      'CPU ms an object': spread(each, 2),
      'wall s': spread(
        own.map(({ wall }) => wall),
        1,
      ),
    }
    return [name, { ...measured, 'CPU, of ours': median(ratios).toFixed(2), version }]
  })
  console.table(Object.fromEntries(rows))
}

function colophon(from: string, endpoint: string): Client {
  const command = (run: number) => {
    return [process.execPath, import.meta.filename, '--role', 'client', '--from', from, '--to', `colophon-${run}`, '--endpoint', endpoint]
  }
  return { name: 'colophon', version: '', command }
}

function rclone(from: string, endpoint: string): Client | null {
  const version = versionOf('rclone', 'version')
  if (version === null) return absent('rclone')
  const remote = ['--s3-provider', 'Other', '--s3-env-auth', '--s3-endpoint', endpoint, '--s3-no-check-bucket', '--s3-list-version', '2']
  const command = (run: number) => ['rclone', 'copy', from, `:s3:${bucket}/rclone-${run}`, '--transfers', '8', '--retries', '1', ...remote]
  return { name: 'rclone', version, command }
}

function awsCli(from: string, endpoint: string): Client | null {
  const version = versionOf('aws', '--version')
  if (version === null) return absent('awscli')
  const command = (run: number) => [
    'aws',
    '--endpoint-url',
    endpoint,
    's3',
    'cp',
    from,
    `s3://${bucket}/aws-${run}`,
    '--recursive',
    '--quiet',
  ]
  return { name: 'aws-cli', version, command }
}

function absent(name: string): null {
  console.log(`${name} is not installed (Debian: apt-get install ${name}): SKIPPED`)
  return null
}
