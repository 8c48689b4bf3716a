import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { Failure } from '../../pipeline/model/failure.ts'
import type { Store } from '../../pipeline/model/store.ts'
import { findDrift } from '../../pipeline/plan/find-drift.ts'
import { memoryStore } from '../../pipeline/store/memory-store.ts'
import { leaseKey } from '../../pipeline/upload/lease.ts'
import { prune } from '../../pipeline/upload/prune.ts'
import { readManifest } from '../../pipeline/upload/read-manifest.ts'
import { repair } from '../../pipeline/upload/repair.ts'
import { readRelease, restoreRelease } from '../../pipeline/upload/restore-release.ts'
import { collect } from '../support/collect.ts'
import { key } from '../support/key.ts'
import { idleLease, publish, type TestSite, visible } from '../support/publisher.ts'
import { expectWhole } from '../support/whole.ts'

const names = ['assets/a.css', 'en/a/index.html', 'en/b/index.html', 'it/a/index.html', 'en/index.html', 'it/index.html', 'sitemap.xml']
const site: fc.Arbitrary<TestSite> = fc.dictionary(fc.constantFrom(...names), fc.constantFrom('one', 'two', 'three'), { maxKeys: 6 })

/** What a bucket is, as simply as can be: what is published, and what was. */
interface Model {
  published: TestSite
  /** By the name of their release, the oldest first; the published one is the last. */
  releases: { name: string; site: TestSite }[]
  /** A publish was cut short, or an object was changed that only a publish can put again. */
  unsettled: boolean
  /** An object of the published release was changed by hand. */
  changed: boolean
}

interface Real {
  readonly store: Store
  hours: number
}

const time = (real: Real) => new Date(Date.UTC(2026, 0, 1) + ++real.hours * 3_600_000)

/** What it does, and what must be true afterwards. */
abstract class Step implements fc.AsyncCommand<Model, Real> {
  check(_: Readonly<Model>): boolean {
    return true
  }

  async run(model: Model, real: Real): Promise<void> {
    await this.act(model, real)
    const { manifest } = await readManifest(real.store)
    expect(manifest.release).toBe(model.releases.at(-1)?.name ?? null)
    expect([...manifest.entries.keys()].sort()).toEqual(Object.keys(model.published).sort())
    if (model.unsettled || model.changed) return
    await expectWhole(real.store)
    expect(await visible(real.store)).toEqual(model.published)
  }

  abstract act(model: Model, real: Real): Promise<void>
}

function now(model: Model, name: string | null, site: TestSite): void {
  model.published = site
  if (name !== null && model.releases.at(-1)?.name !== name) model.releases.push({ name, site })
}

class Publish extends Step {
  readonly #site: TestSite

  constructor(built: TestSite) {
    super()
    this.#site = built
  }

  override async act(model: Model, real: Real): Promise<void> {
    const { release } = await publish(real.store, this.#site, { time: time(real) })
    now(model, release, this.#site)
    model.unsettled = false
    // What was changed by hand is not looked at, unless it is put anyway.
    model.changed = model.changed && (await drifted(real.store))
  }

  override toString = () => `publish ${JSON.stringify(this.#site)}`
}

class CutShort extends Step {
  readonly #site: TestSite
  readonly #nth: number
  readonly #how: 'refused' | 'killed'

  constructor(built: TestSite, nth: number, how: 'refused' | 'killed') {
    super()
    this.#site = built
    this.#nth = nth
    this.#how = how
  }

  override async act(model: Model, real: Real): Promise<void> {
    let writes = 0
    const trouble = () =>
      this.#how === 'killed' ? new Error('killed') : new Failure('store-refused', { exit: 3, what: 'No.', next: 'Wait.' })
    const cut = <Call extends readonly unknown[], Result>(call: (...words: Call) => Promise<Result>) => {
      return async (...words: Call) => {
        if (++writes >= this.#nth) throw trouble()
        return await call(...words)
      }
    }
    const { put, copy, delete: remove, deleteIf } = real.store
    const store = { ...real.store, put: cut(put), copy: cut(copy), delete: cut(remove), deleteIf: cut(deleteIf) }
    const before = (await readManifest(real.store)).manifest.release
    const end = await publish(store, this.#site, { time: time(real) }).catch((error: unknown) => error)
    if (end instanceof Error && !(end instanceof Failure) && end.message !== 'killed') throw end
    // As after the lease's time.
    await real.store.delete([leaseKey])
    const { manifest, root } = await readManifest(real.store)
    if (manifest.release !== before) now(model, manifest.release, this.#site)
    model.unsettled = root.unfinished !== null
  }

  override toString = () => `${this.#how} at write ${this.#nth}: ${JSON.stringify(this.#site)}`
}

class ChangeByHand extends Step {
  readonly #nth: number
  readonly #how: 'changed' | 'removed'

  constructor(nth: number, how: 'changed' | 'removed') {
    super()
    this.#nth = nth
    this.#how = how
  }

  override check(model: Readonly<Model>): boolean {
    return Object.keys(model.published).length > 0
  }

  override async act(model: Model, real: Real): Promise<void> {
    const keys = Object.keys(model.published).sort()
    const name = key(keys[this.#nth % keys.length] ?? '')
    if (this.#how === 'changed') await real.store.put(name, Buffer.from('by hand'), { contentType: 'text/plain' })
    else await real.store.delete([name])
    model.changed = true
  }

  override toString = () => `${this.#how} by hand: ${this.#nth}`
}

class Repair extends Step {
  override check(model: Readonly<Model>): boolean {
    return !model.unsettled
  }

  override async act(model: Model, real: Real): Promise<void> {
    const published = await readManifest(real.store)
    const drift = await driftOf(real.store)
    const release = { time: time(real), generator: 'test' }
    const { left } = await repair(drift, { store: real.store, lease: idleLease(), published, release })
    model.changed = false
    model.unsettled = left.length > 0
  }

  override toString = () => 'repair'
}

class Rollback extends Step {
  readonly #nth: number

  constructor(nth: number) {
    super()
    this.#nth = nth
  }

  override check(model: Readonly<Model>): boolean {
    return model.releases.length > 1 && !model.changed && !model.unsettled
  }

  override async act(model: Model, real: Real): Promise<void> {
    const older = model.releases.slice(0, -1)
    const wanted = older[this.#nth % older.length]
    if (wanted === undefined) throw new TypeError('No release')
    const { manifest } = await readRelease(real.store, wanted.name)
    const restoring = {
      store: real.store,
      lease: idleLease(),
      published: await readManifest(real.store),
      release: { time: time(real), generator: 'test' },
    }
    const end = await restoreRelease(manifest, restoring).catch((error: unknown) => error)
    // Where somebody changed an object by hand before it was replaced, no copy of it was kept.
    if (end instanceof Failure && end.code === 'release-incomplete' && lossy.has(model)) return
    if (end instanceof Error) throw end
    now(model, (end as { release: string }).release, wanted.site)
  }

  override toString = () => `rollback to ${this.#nth}`
}

class Prune extends Step {
  readonly #keep: number

  constructor(keep: number) {
    super()
    this.#keep = keep
  }

  override async act(model: Model, real: Real): Promise<void> {
    await prune({ store: real.store, lease: idleLease(), published: await readManifest(real.store), keep: this.#keep })
    model.releases = model.releases.slice(-this.#keep)
  }

  override toString = () => `prune to ${this.#keep}`
}

/** Models in which something was changed by hand, ever. */
const lossy = new WeakSet<Model>()

async function driftOf(store: Store) {
  const { manifest, root } = await readManifest(store)
  const listed = new Map((await collect(store.list(''))).map(({ key: name, etag }) => [name, etag]))
  return findDrift(manifest, listed, new Set([...root.leaving, ...root.left]))
}

async function drifted(store: Store): Promise<boolean> {
  const { missing, changed } = await driftOf(store)
  return missing.length + changed.length > 0
}

class MarkLossy extends ChangeByHand {
  override async act(model: Model, real: Real): Promise<void> {
    lossy.add(model)
    await super.act(model, real)
  }
}

const commands = fc.commands(
  [
    site.map((built) => new Publish(built)),
    site.map((built) => new Publish(built)),
    fc
      .tuple(site, fc.integer({ min: 1, max: 20 }), fc.constantFrom('refused' as const, 'killed' as const))
      .map(([built, nth, how]) => new CutShort(built, nth, how)),
    fc.tuple(fc.nat({ max: 6 }), fc.constantFrom('changed' as const, 'removed' as const)).map(([nth, how]) => new MarkLossy(nth, how)),
    fc.constant(new Repair()),
    fc.nat({ max: 5 }).map((nth) => new Rollback(nth)),
    fc.integer({ min: 1, max: 4 }).map((keep) => new Prune(keep)),
  ],
  { maxCommands: 14 },
)

const runs = process.env['COLOPHON_NIGHTLY'] === '1' ? 5000 : 150

test.prop([commands], { numRuns: runs })(
  'whatever happens to a bucket, it is what the model says, and the next publish makes it whole',
  async (steps) => {
    const real: Real = { store: memoryStore(), hours: 0 }
    const model: Model = { published: {}, releases: [], unsettled: false, changed: false }
    await fc.asyncModelRun(() => ({ model, real }), steps)
    if (model.changed) return
    const last = { 'en/last/index.html': 'last' }
    await publish(real.store, last, { time: time(real) })
    await expectWhole(real.store)
    expect(await visible(real.store)).toEqual(last)
  },
  600_000,
)

test.prop([fc.array(site, { minLength: 2, maxLength: 4 })], { numRuns: 50 })(
  'publish, roll back, publish: byte for byte what it was',
  async (sites) => {
    const real: Real = { store: memoryStore(), hours: 0 }
    const published: { release: string; site: TestSite }[] = []
    for (const built of sites) {
      const { release } = await publish(real.store, built, { time: time(real) })
      if (release !== null) published.push({ release, site: built })
    }
    const last = published.at(-1)
    for (const { release, site: wanted } of published.toReversed()) {
      if (release === (await readManifest(real.store)).manifest.release) continue
      const { manifest } = await readRelease(real.store, release)
      const restoring = { store: real.store, lease: idleLease(), published: await readManifest(real.store) }
      await restoreRelease(manifest, { ...restoring, release: { time: time(real), generator: 'test' } })
      expect(await visible(real.store)).toEqual(wanted)
      await expectWhole(real.store)
    }
    if (last === undefined) return
    await publish(real.store, last.site, { time: time(real) })
    expect(await visible(real.store)).toEqual(last.site)
  },
)
