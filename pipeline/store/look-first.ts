import type { Key } from '../model/artifact.ts'
import { digest } from '../model/digest.ts'
import { Failure } from '../model/failure.ts'
import type { Store } from '../model/store.ts'
import { requireCondition } from './condition.ts'

const probeKey = '_colophon/probe.json' as Key

/** `kept`: as S3 has them. `ignored`: a condition that doesn't hold is written all the same. `refused`: a write with one is an error. */
export type Conditions = 'kept' | 'ignored' | 'refused'

/**
 * What a store makes of conditional writes: asked by a write that must fail, and writes nothing where it does.
 *
 * @throws {Failure} where it can't be written to
 */
export async function probeConditions(store: Store): Promise<Conditions> {
  const etag = `"${digest(crypto.randomUUID()).slice(0, 32)}"`
  try {
    await store.put(probeKey, Buffer.from('{}\n'), { contentType: 'application/json' }, { kind: 'match', etag })
  } catch (error) {
    if (error instanceof Failure && error.code === 'condition-failed') return 'kept'
    if (error instanceof Failure && error.code === 'store-refused') return 'refused'
    throw error
  }
  await store.delete([probeKey])
  return 'ignored'
}

/** A store whose conditions are checked before the write, since it keeps none itself: two writers at the same instant are not told apart. */
export function lookFirst(store: Store): Store {
  const etagNow = async (key: Key) => (await store.head(key))?.etag ?? null
  return {
    name: store.name,
    get: (key) => store.get(key),
    head: (key) => store.head(key),
    async put(key, body, headers, condition, signal) {
      if (condition !== undefined) requireCondition(key, await etagNow(key), condition)
      return await store.put(key, body, headers, undefined, signal)
    },
    copy: (...call) => store.copy(...call),
    delete: (...call) => store.delete(...call),
    async deleteIf(key, condition, signal) {
      requireCondition(key, await etagNow(key), condition)
      await store.delete([key], signal)
    },
    list: (prefix, after) => store.list(prefix, after),
    close: () => store.close(),
  }
}
