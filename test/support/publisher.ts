import { expect } from 'vitest'
import type { Key, StagedArtifact } from '../../pipeline/model/artifact.ts'
import { Failure } from '../../pipeline/model/failure.ts'
import { parseKey } from '../../pipeline/model/key.ts'
import { nothingMade } from '../../pipeline/model/manifest.ts'
import type { Store } from '../../pipeline/model/store.ts'
import { type PlanOptions, plan } from '../../pipeline/plan/plan.ts'
import { countingStore } from '../../pipeline/upload/counting-store.ts'
import { type Lease, takeLease } from '../../pipeline/upload/lease.ts'
import { rootKey } from '../../pipeline/upload/manifest-root.ts'
import { readManifest } from '../../pipeline/upload/read-manifest.ts'
import { changesNothing, type UploadOutcome, upload } from '../../pipeline/upload/upload.ts'
import { collect } from './collect.ts'
import { failureOf } from './failure.ts'
import { card, staged } from './staged.ts'

/** A site for tests: contents by key. Pages in a locale's folder get a card. */
export type TestSite = Readonly<Record<string, string>>

type Options = Partial<PlanOptions> & { time?: Date; commit?: string; deletions?: 'graceful' | 'immediate' | 'none' }

/** Publish it as the command does: read the manifest, plan, take the lease, upload. */
export async function publish(store: Store, site: TestSite, options: Options = {}): Promise<UploadOutcome & { readonly requests: number }> {
  const counted = countingStore(store)
  const published = await readManifest(counted)
  const unfinished = new Set(published.root.unfinished ?? [])
  const steps = plan(artifactsOf(site), published.manifest, { deleteLimit: 256, keep: () => false, unfinished, ...options })
  const { time = new Date('2026-11-22T18:15:00Z'), commit = null, deletions = 'graceful' } = options
  const origin = async ({ key }: StagedArtifact) => ({ kind: 'bytes' as const, bytes: Buffer.from(site[key] ?? '') })
  const release = { time, commit, generator: 'colophon test' }
  const lease = changesNothing(steps, nothingMade, published)
    ? idleLease()
    : await takeLease(counted, { seconds: 60, holder: 'a test', wait: false })
  try {
    const outcome = await upload({ steps, made: nothingMade, origin, store: counted, published, release, deletions, lease })
    return { ...outcome, requests: counted.requests }
  } finally {
    await lease.release()
  }
}

/** Publish it, and be cut short once all its objects are put. */
export async function cutShort(store: Store, site: TestSite, options: Options = {}): Promise<void> {
  let roots = 0
  const put: Store['put'] = async (name, ...rest) => {
    if (name === rootKey && ++roots === 2) throw new Failure('store-refused', { exit: 3, what: 'No.', next: 'Wait.' })
    return await store.put(name, ...rest)
  }
  const failure = await failureOf(publish({ ...store, put }, site, options))
  expect(failure.code).toBe('store-refused')
}

/** For what writes nothing, or is alone. */
export function idleLease(): Lease {
  return { nonce: crypto.randomUUID(), signal: new AbortController().signal, release: async () => null }
}

/** What the release consists of: contents by key, the pipeline's own objects apart, and those that go. */
export async function visible(store: Store): Promise<TestSite> {
  const { leaving, left } = (await readManifest(store)).root
  const going = new Set([...leaving, ...left])
  const contents: Record<string, string> = {}
  for (const { key } of await collect(store.list(''))) {
    if (key.startsWith('_colophon/') || going.has(key)) continue
    contents[key] = Buffer.from((await store.get(key))?.body ?? []).toString('utf8')
  }
  return contents
}

/** All of it, the manifest included. */
export async function everything(store: Store): Promise<ReadonlyMap<Key, string>> {
  return new Map((await collect(store.list(''))).map(({ key, etag }) => [key, etag]))
}

function artifactsOf(site: TestSite): StagedArtifact[] {
  return Object.entries(site).map(([name, content]) => {
    const [, locale, article] = /^([a-z]{2})\/([^/]+)\/index\.html$/.exec(parseKey(name) ?? '') ?? []
    return staged(name, content, { card: locale === undefined || article === undefined ? null : card(locale, article) })
  })
}
