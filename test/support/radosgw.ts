import { execFile, execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

export interface Radosgw {
  readonly endpoint: string
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string }
  stop(): void
}

/** Whether Ceph's object gateway, an S3 server that others wrote, is on this machine. */
export const radosgwInstalled = ['radosgw', 'ceph-mon', 'ceph-osd', 'ceph-mgr'].every(installed)

/** Takes about 15 s. */
export async function startRadosgw(): Promise<Radosgw> {
  const folder = mkdtempSync(join(tmpdir(), 'radosgw-'))
  const [gateway, monitor] = [await freePort(), await freePort()]
  await promisify(execFile)(join(import.meta.dirname, 'radosgw.sh'), [folder, String(gateway), String(monitor)])
  return {
    endpoint: `http://127.0.0.1:${gateway}`,
    credentials: { accessKeyId: 'test', secretAccessKey: 'testtest' },
    stop: () => stop(folder),
  }
}

function installed(program: string): boolean {
  try {
    execFileSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

function stop(folder: string): void {
  for (const file of readdirSync(join(folder, 'run')).filter((name) => name.endsWith('.pid'))) {
    process.kill(Number(readFileSync(join(folder, 'run', file), 'utf8')), 'SIGKILL')
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}

async function freePort(): Promise<number> {
  const server = createServer()
  const { promise, resolve } = Promise.withResolvers<void>()
  server.listen(0, '127.0.0.1', resolve)
  await promise
  const address = server.address()
  server.close()
  return typeof address === 'object' && address !== null ? address.port : 0
}
