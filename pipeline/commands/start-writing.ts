import { hostname } from 'node:os'
import packageJson from '../../package.json' with { type: 'json' }
import type { Failure } from '../model/failure.ts'
import type { Store } from '../model/store.ts'
import { lookFirst, probeConditions } from '../store/look-first.ts'
import { type Lease, takeLease } from '../upload/lease.ts'
import type { Context } from './context.ts'

/** Who writes manifests. */
export const generator = `colophon ${packageJson.version}`

/** A store that this process alone may write to now. */
export interface Writing {
  readonly store: Store
  readonly lease: Lease
  /** Let others write. Where the lease can't be given back, people are told who will wait, and for how long. */
  end(): Promise<void>
}

export interface WritingOptions {
  /** For a publish that is under way. */
  readonly wait: boolean
  /** That a holder may be silent. */
  readonly seconds: number
  readonly context: Context
}

/**
 * Find out what the store can do, and take its lease.
 *
 * A store that keeps no conditions is written to all the same, with a warning: most of its sites are published by one process at a time.
 *
 * @throws {Failure} `lease-held`, those of the store
 */
export async function startWriting(store: Store, { wait, seconds, context }: WritingOptions): Promise<Writing> {
  const conditions = await probeConditions(store)
  if (conditions !== 'kept') context.stderr.write(unprotected(store.name, conditions))
  const kept = conditions === 'kept' ? store : lookFirst(store)
  const lease = await takeLease(kept, {
    seconds,
    holder: holder(context.env),
    wait,
    signal: context.signal,
    onWait: (other) => context.progress.stage(`waiting for ${other}, which is publishing or was cut short`),
  })
  return { store: kept, lease, end: async () => tellUnreturned(await lease.release(), store.name, seconds, context) }
}

/** What was written is written: whoever comes next only has to wait. */
function tellUnreturned(failure: Failure | null, name: string, seconds: number, { stderr }: Context): void {
  if (failure === null) return
  const { what, why, next } = failure.text
  const left = `the lease of ${name} could not be given back, so the next publish there waits for ${seconds} seconds.`
  stderr.write(`warning: ${[left, what, why, next].filter((part) => part !== undefined).join(' ')}\n`)
}

function unprotected(name: string, conditions: 'ignored' | 'refused'): string {
  return `warning: ${name} ${conditions === 'ignored' ? 'ignores' : 'refuses'} conditional writes: two publishes at the same moment are not kept apart. Let only one run at a time.\n`
}

/** For people who wonder what holds a lease. */
function holder(env: Context['env']): string {
  const { GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run, CI_JOB_URL: job } = env
  if (repository && run) return `GitHub Actions run ${run} of ${repository}`
  return job ? `the job ${job}` : `process ${process.pid} on ${hostname()}`
}
