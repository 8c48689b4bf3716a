import type { Store } from '../model/store.ts'

export interface CountingStore extends Store {
  /** Calls that went out so far; a deletion counts once for each thousand keys, a listing once. Retries are the adapter's own. */
  readonly requests: number
}

/** The store itself, with a counter. */
export function countingStore(store: Store): CountingStore {
  let requests = 0
  const counted = <Result>(call: Result, cost = 1): Result => {
    requests += cost
    return call
  }
  return {
    name: store.name,
    get requests() {
      return requests
    },
    get: (key) => counted(store.get(key)),
    head: (key) => counted(store.head(key)),
    put: (...call) => counted(store.put(...call)),
    copy: (...call) => counted(store.copy(...call)),
    delete: (keys, signal) => counted(store.delete(keys, signal), Math.ceil(keys.length / 1000)),
    deleteIf: (...call) => counted(store.deleteIf(...call)),
    list: (prefix, after) => counted(store.list(prefix, after)),
    close: () => store.close(),
  }
}
