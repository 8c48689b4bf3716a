import { setTimeout as wait } from 'node:timers/promises'
import type { Key } from '../model/artifact.ts'
import { Failure } from '../model/failure.ts'
import type { Condition, Store, StoredObject } from '../model/store.ts'
import { type LeaseText, leaseBody, readLease } from './lease-text.ts'
import { putOwn } from './put-own.ts'
import { signalThatLooks } from './signal-that-looks.ts'

export const leaseKey = '_colophon/lease.json' as Key

export interface LeaseOptions {
  /** Seconds that a holder may be silent. */
  readonly seconds: number
  /** For people: who takes it. */
  readonly holder: string
  /** Whether to wait for a holder that is alive. */
  readonly wait: boolean
  /** Told once, when there is something to wait for. */
  readonly onWait?: (holder: string) => void
  /** Ends the waiting. */
  readonly signal?: AbortSignal
}

/** The right to write to a store, alone. */
export interface Lease {
  /** Of all that is written by this holder; no other ever has the same. */
  readonly nonce: string
  /** Aborted with `lease-lost`, before anyone else may take over. Looking at it asks the clock: a process that was stopped learns of it at once. */
  readonly signal: AbortSignal
  /** Give it back. @returns why it could not be: then it ends by itself, and who comes next waits for that. Null where it was lost, too. */
  release(): Promise<Failure | null>
}

/**
 * Take the lease of a store: by a conditional write, against all who try at once.
 *
 * Who holds it renews it, at a third of its time. Who meets it watches: a lease that changes has a holder, one that stays the same for a whole time-to-live
 * has none, and is taken over. Each judges by its own clock, so no two clocks need to agree. A holder counts from when its last renewal was *sent*, and stops
 * itself at three quarters of the time: what it has on its way then has the last quarter to arrive.
 *
 * @throws {Failure} `lease-held` where its holder is alive and `wait` is false
 */
export async function takeLease(store: Store, options: LeaseOptions): Promise<Lease> {
  const own = { nonce: crypto.randomUUID(), holder: options.holder, seconds: options.seconds }
  const watch = new Watch(store, options)
  let condition: Condition = { kind: 'absent' }
  for (;;) {
    const sent = now()
    const put = await putOwn(store, leaseKey, leaseBody(own, 0), condition, options.signal)
    if (put.kind === 'written') return new HeldLease(store, own, { etag: put.etag, sent })
    condition = put.current === null ? { kind: 'absent' } : await watch.outlast(put.current)
  }
}

/** Over a lease that somebody else has, or had. */
class Watch {
  readonly #store: Store
  readonly #options: LeaseOptions
  #told = false

  constructor(store: Store, options: LeaseOptions) {
    this.#store = store
    this.#options = options
  }

  /** Until the lease has no holder. @returns what it may be taken on */
  async outlast(met: StoredObject): Promise<Condition> {
    let current = met
    let since = performance.now()
    for (;;) {
      const { holder, seconds } = readLease(current.body)
      const patience = Math.max(seconds, this.#options.seconds) * 1000
      if (performance.now() - since >= patience) return { kind: 'match', etag: current.etag }
      this.#tell(holder)
      await pause(patience / 12, this.#options.signal)
      const next = await this.#store.get(leaseKey)
      if (next === null) return { kind: 'absent' }
      if (next.etag === current.etag) continue
      if (!this.#options.wait) throw leaseHeld(this.#store, holder)
      current = next
      since = performance.now()
    }
  }

  #tell(holder: string): void {
    if (!this.#told) this.#options.onWait?.(holder)
    this.#told = true
  }
}

interface Written {
  readonly etag: string
  /** When the write was sent that gave it. */
  readonly sent: Instant
}

class HeldLease implements Lease {
  readonly signal: AbortSignal
  readonly #store: Store
  readonly #own: LeaseText & { readonly nonce: string }
  readonly #stop = new AbortController()
  #last: Written
  #beats = 0
  #beating: Promise<void> | null = null
  #beat: NodeJS.Timeout
  #end: NodeJS.Timeout

  constructor(store: Store, own: LeaseText & { readonly nonce: string }, written: Written) {
    this.#store = store
    this.#own = own
    this.#last = written
    this.signal = signalThatLooks(this.#stop, () => {
      if (this.#left() <= 0) this.#expire()
    })
    this.#beat = setTimeout(() => this.#renew(), this.#time / 3)
    this.#end = setTimeout(() => this.#expire(), this.#left())
  }

  get nonce(): string {
    return this.#own.nonce
  }

  async release(): Promise<Failure | null> {
    clearTimeout(this.#beat)
    await this.#beating
    clearTimeout(this.#beat)
    clearTimeout(this.#end)
    if (this.signal.aborted) return null
    try {
      await this.#store.deleteIf(leaseKey, { kind: 'match', etag: this.#last.etag }, this.signal)
      return null
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      return ['condition-failed', 'lease-lost'].includes(error.code) ? null : error
    }
  }

  get #time(): number {
    return this.#own.seconds * 1000
  }

  /** In ms, until this holder stops itself. */
  #left(): number {
    return this.#time * 0.75 - elapsed(this.#last.sent)
  }

  #renew(): void {
    this.#beating = this.#tryRenewing().finally(() => {
      this.#beating = null
      if (!this.signal.aborted) this.#beat = setTimeout(() => this.#renew(), Math.max(0, this.#time / 3 - elapsed(this.#last.sent)))
    })
  }

  /** What can't be reached may be reached the next time; the clock decides when it is too late. */
  async #tryRenewing(): Promise<void> {
    try {
      await this.#write()
    } catch (error) {
      if (!(error instanceof Failure)) this.#stop.abort(error)
      else if (!this.signal.aborted) await pause(this.#time / 12)
    }
  }

  async #write(): Promise<void> {
    const sent = now()
    const condition = { kind: 'match' as const, etag: this.#last.etag }
    const put = await putOwn(this.#store, leaseKey, leaseBody(this.#own, ++this.#beats), condition, this.signal)
    if (put.kind === 'written') {
      this.#last = { etag: put.etag, sent }
      clearTimeout(this.#end)
      this.#end = setTimeout(() => this.#expire(), this.#left())
      return
    }
    const met = readLease(put.current?.body ?? new Uint8Array())
    if (put.current === null || met.nonce !== this.nonce) {
      this.#stop.abort(leaseLost(this.#store, `It is held by ${met.holder} now.`))
      return
    }
    // An earlier renewal arrived after all.
    this.#last = { ...this.#last, etag: put.current.etag }
    await this.#write()
  }

  #expire(): void {
    this.#stop.abort(leaseLost(this.#store, 'It could not be renewed in time.'))
  }
}

interface Instant {
  readonly monotonic: number
  readonly wall: number
}

function now(): Instant {
  return { monotonic: performance.now(), wall: Date.now() }
}

/** In ms, by whichever clock says more: the monotonic one stands still while a machine sleeps, the other may be set. */
function elapsed({ monotonic, wall }: Instant): number {
  return Math.max(performance.now() - monotonic, Date.now() - wall)
}

/** Of at most two seconds. */
async function pause(ms: number, signal?: AbortSignal): Promise<void> {
  await wait(Math.min(ms, 2000), undefined, signal === undefined ? {} : { signal })
}

function leaseHeld(store: Store, holder: string): Failure {
  return new Failure('lease-held', {
    exit: 3,
    what: `${store.name} is being written to by ${holder}.`,
    why: 'Only one publish may write at a time, so that readers never meet parts of two.',
    next: 'Run the command again when that one has ended, or with --wait.',
  })
}

function leaseLost(store: Store, why: string): Failure {
  return new Failure('lease-lost', {
    exit: 3,
    what: `This process lost its right to write to ${store.name} and stopped.`,
    why,
    next: 'Run the command again: readers have the last release, and the next publish finishes what this one began.',
  })
}
