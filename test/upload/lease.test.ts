import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Failure } from '../../pipeline/model/failure.ts'
import type { Store } from '../../pipeline/model/store.ts'
import { memoryStore } from '../../pipeline/store/memory-store.ts'
import { type LeaseOptions, leaseKey, takeLease } from '../../pipeline/upload/lease.ts'
import { failureOf } from '../support/failure.ts'

// Time is the tests' own: it goes on when they say so.
beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

vi.mock('node:timers/promises', () => ({
  setTimeout: (ms: number, _value: unknown, { signal }: { signal?: AbortSignal } = {}) =>
    new Promise<void>((resolve, reject) => {
      setTimeout(resolve, ms)
      signal?.addEventListener('abort', () => reject(signal.reason))
    }),
}))

const take = (store: Store, options: Partial<LeaseOptions> = {}) =>
  takeLease(store, { seconds: 60, holder: 'a test', wait: false, ...options })

const pass = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000)

const text = async (store: Store) => JSON.parse(Buffer.from((await store.get(leaseKey))?.body ?? []).toString('utf8'))

/** What a promise came to so far. */
async function stateOf(work: Promise<unknown>): Promise<'waiting' | 'done' | 'failed'> {
  return await Promise.race([
    work.then(
      () => 'done' as const,
      () => 'failed' as const,
    ),
    Promise.resolve().then(() => Promise.resolve('waiting' as const)),
  ])
}

test('it lies in the bucket while it is held, says by whom, and is gone afterwards', async () => {
  const store = memoryStore()
  const lease = await take(store, { holder: 'run 7' })
  expect(await text(store)).toEqual({ version: 1, nonce: lease.nonce, holder: 'run 7', seconds: 60, beats: 0 })
  await lease.release()
  expect(await store.get(leaseKey)).toBeNull()
})

test('while it is renewed nobody else gets it, however long it takes', async () => {
  const store = memoryStore()
  const lease = await take(store, { holder: 'the slow one' })
  const other = take(store, { wait: true })
  for (let minute = 0; minute < 10; minute++) await pass(60)
  expect([lease.signal.aborted, await stateOf(other)]).toEqual([false, 'waiting'])
  await lease.release()
  await pass(2)
  await (await other).release()
})

test('without --wait, a holder that is alive is told of, and one that gives it back is succeeded', async () => {
  const store = memoryStore()
  const first = await take(store, { holder: 'the other one' })
  const refused = failureOf(take(store))
  await pass(30)
  const failure = await refused
  expect(failure).toMatchObject({ code: 'lease-held', text: { exit: 3, what: expect.stringContaining('the other one') } })
  const next = take(store)
  await pass(3)
  await first.release()
  await pass(3)
  await (await next).release()
})

test('one that stays the same for a whole time-to-live is taken over, and not a moment earlier', async () => {
  const store = memoryStore()
  await store.put(leaseKey, Buffer.from('{"seconds":60,"nonce":"dead"}'), { contentType: 'application/json' })
  const told: string[] = []
  const lease = take(store, { onWait: (holder) => told.push(holder) })
  await pass(59)
  expect(await stateOf(lease)).toBe('waiting')
  await pass(4)
  expect(await text(store)).toMatchObject({ nonce: (await lease).nonce })
  expect(told).toEqual(['somebody'])
  await (await lease).release()
})

test.each(['', 'not JSON', '[]', '{"seconds":"x","holder":7}', '{"seconds":1e9}'])(
  'what stands there (%j) may be anything: it ends too',
  async (body) => {
    const store = memoryStore()
    await store.put(leaseKey, Buffer.from(body), { contentType: 'text/plain' })
    const lease = take(store)
    await pass(3700)
    await (await lease).release()
  },
)

describe('the holder stops itself', () => {
  test('before anyone else may write, when it can not renew', async () => {
    const memory = memoryStore()
    let cut = false
    const unreachable = new Failure('store-unreachable', { exit: 3, what: 'No answer.', next: 'Wait.' })
    const store: Store = { ...memory, put: (...call) => (cut ? Promise.reject(unreachable) : memory.put(...call)) }
    const lease = await take(store)
    cut = true
    await pass(44)
    expect(lease.signal.aborted).toBe(false)
    await pass(1)
    expect(lease.signal.reason).toMatchObject({ code: 'lease-lost' })
    const next = take(memory)
    await pass(62)
    await lease.release()
    expect(await text(memory)).toMatchObject({ nonce: (await next).nonce })
    await (await next).release()
  })

  test('as soon as somebody looks at its signal after a pause, before any timer', async () => {
    const lease = await take(memoryStore())
    expect(lease.signal.aborted).toBe(false)
    vi.setSystemTime(Date.now() + 45_001)
    expect(() => lease.signal.throwIfAborted()).toThrow('lost its right to write')
    expect(lease.signal.aborted).toBe(true)
    await lease.release()
  })

  test('when it finds somebody else’s', async () => {
    const store = memoryStore()
    const lease = await take(store)
    await store.put(leaseKey, Buffer.from('{"nonce":"another","holder":"a thief"}'), { contentType: 'application/json' })
    await pass(21)
    expect(lease.signal.reason).toMatchObject({ code: 'lease-lost', text: { why: 'It is held by a thief now.' } })
    await lease.release()
    expect(await text(store)).toMatchObject({ holder: 'a thief' })
  })

  test('when it is gone', async () => {
    const store = memoryStore()
    const lease = await take(store)
    await store.delete([leaseKey])
    await pass(21)
    expect(lease.signal.aborted).toBe(true)
  })
})

describe('a lost answer is no lost lease', () => {
  /** Acts, and says that it failed. */
  function losing(store: Store, nth: number, failure: Failure): Store {
    let puts = 0
    return {
      ...store,
      async put(...call) {
        const answer = await store.put(...call)
        if (++puts === nth) throw failure
        return answer
      },
    }
  }
  const retried = new Failure('condition-failed', { exit: 3, what: 'It met itself.', next: '' })
  const reset = new Failure('store-unreachable', { exit: 3, what: 'No answer.', next: '' })

  test('taking it: a repeated write meets its own', async () => {
    const lease = await take(losing(memoryStore(), 1, retried))
    expect(lease.signal.aborted).toBe(false)
    await lease.release()
  })

  test.each([
    ['a repeated write meets its own', retried],
    ['nobody knows whether it was written', reset],
  ])('renewing it: %s', async (_, failure) => {
    const memory = memoryStore()
    const lease = await take(losing(memory, 2, failure))
    await pass(600)
    expect(lease.signal.aborted).toBe(false)
    await lease.release()
    expect(await memory.get(leaseKey)).toBeNull()
  })
})

describe('who meets one', () => {
  const json = { contentType: 'application/json' }

  test('waits for as long as it says, or as long as oneself would be silent, whichever is more', async () => {
    for (const [theirs, own] of [
      [600, 60],
      [60, 600],
    ] as const) {
      const store = memoryStore()
      await store.put(leaseKey, Buffer.from(JSON.stringify({ nonce: 'dead', seconds: theirs })), json)
      const lease = take(store, { seconds: own })
      await pass(599)
      expect(await stateOf(lease)).toBe('waiting')
      await pass(4)
      await (await lease).release()
    }
  })

  test('takes over from a holder that dies after a sign of life', async () => {
    const store = memoryStore()
    await store.put(leaseKey, Buffer.from('{"nonce":"dying","seconds":60,"beats":0}'), json)
    const lease = take(store, { wait: true })
    await pass(30)
    await store.put(leaseKey, Buffer.from('{"nonce":"dying","seconds":60,"beats":1}'), json)
    await pass(59)
    expect(await stateOf(lease)).toBe('waiting')
    await pass(6)
    await (await lease).release()
  })

  test('that is gone by the time it is read, takes it on condition that there is none', async () => {
    const memory = memoryStore()
    const conditions: unknown[] = []
    const put: Store['put'] = async (name, body, headers, condition, signal) => {
      conditions.push(condition)
      if (conditions.length === 1) throw new Failure('condition-failed', { exit: 3, what: 'It is there.', next: '' })
      return await memory.put(name, body, headers, condition, signal)
    }
    await (await take({ ...memory, put })).release()
    expect(conditions).toEqual([{ kind: 'absent' }, { kind: 'absent' }])
  })

  test('that is given back meanwhile, takes it on condition that there is none', async () => {
    const memory = memoryStore()
    const conditions: unknown[] = []
    const put: Store['put'] = async (name, body, headers, condition, signal) => {
      conditions.push(condition)
      return await memory.put(name, body, headers, condition, signal)
    }
    const first = await take(memory)
    const next = take({ ...memory, put })
    await pass(3)
    await first.release()
    await pass(3)
    await (await next).release()
    expect(conditions).toEqual([{ kind: 'absent' }, { kind: 'absent' }])
  })
})

describe('giving it back', () => {
  const refused = new Failure('store-refused', { exit: 3, what: 'No.', next: 'Wait.' })

  test('leaves no timer behind', async () => {
    const lease = await take(memoryStore())
    await pass(30)
    await lease.release()
    expect(vi.getTimerCount()).toBe(0)
  })

  test('waits for the answer to a renewal that is under way, so that nothing of it stays', async () => {
    // Of an earlier run of it, which a mistake may have left.
    vi.clearAllTimers()
    const memory = memoryStore()
    const slow = Promise.withResolvers<void>()
    let puts = 0
    const put: Store['put'] = async (...call) => {
      const answer = await memory.put(...call)
      if (++puts === 2) await slow.promise
      return answer
    }
    const lease = await take({ ...memory, put })
    await pass(21)
    const released = lease.release()
    slow.resolve()
    await released
    expect([await memory.get(leaseKey), vi.getTimerCount()]).toEqual([null, 0])
  })

  test('is no matter where somebody else has it by now', async () => {
    for (const code of ['condition-failed', 'lease-lost']) {
      const lost = new Failure(code, { exit: 3, what: 'Somebody else wrote.', next: 'Run it again.' })
      expect(await (await take({ ...memoryStore(), deleteIf: () => Promise.reject(lost) })).release()).toBeNull()
    }
  })

  test('tells why the store refused: it ends by itself then; a mistake of the program is told, too', async () => {
    expect(await (await take({ ...memoryStore(), deleteIf: () => Promise.reject(refused) })).release()).toBe(refused)
    const lease = await take({ ...memoryStore(), deleteIf: () => Promise.reject(new TypeError('a bug')) })
    await expect(lease.release()).rejects.toThrow(new TypeError('a bug'))
  })
})

describe('renewing it', () => {
  /** A store that is cut off when told so. */
  function cuttable(error: Error) {
    const memory = memoryStore()
    const cut = { now: false, asked: 0 }
    const put: Store['put'] = async (...call) => {
      if (!cut.now) return await memory.put(...call)
      cut.asked++
      throw error
    }
    return { store: { ...memory, put }, cut }
  }
  const unreachable = new Failure('store-unreachable', { exit: 3, what: 'No answer.', next: 'Wait.' })

  test('counts anew from each renewal, and hangs up on what is under way, though nobody looks at the signal', async () => {
    const { store, cut } = cuttable(unreachable)
    const lease = await take(store)
    let stopped = false
    lease.signal.addEventListener('abort', () => {
      stopped = true
    })
    await pass(25)
    cut.now = true
    await pass(39)
    expect(stopped).toBe(false)
    await pass(2)
    expect(stopped).toBe(true)
  })

  test('tries again now and then where the store can’t be reached, and no more once it is lost', async () => {
    const { store, cut } = cuttable(unreachable)
    const lease = await take(store)
    cut.now = true
    await pass(46)
    expect(lease.signal.aborted).toBe(true)
    expect(cut.asked).toBeGreaterThan(5)
    expect(cut.asked).toBeLessThan(20)
    await pass(10)
    expect(vi.getTimerCount()).toBe(0)
  })

  test('stops at a mistake of the program, and tells it', async () => {
    const { store, cut } = cuttable(new TypeError('a bug'))
    const lease = await take(store)
    cut.now = true
    await pass(21)
    expect(lease.signal.reason).toEqual(new TypeError('a bug'))
  })
})

test('it lies where every version of the pipeline looks for it', () => {
  expect(leaseKey).toBe('_colophon/lease.json')
})

test('Ctrl-C ends the waiting', async () => {
  const store = memoryStore()
  const lease = await take(store)
  const stop = new AbortController()
  const waiting = take(store, { wait: true, signal: stop.signal }).catch((error: unknown) => error)
  await pass(10)
  stop.abort(new Error('stopped'))
  expect(await waiting).toMatchObject({ message: 'stopped' })
  await lease.release()
})
