import type { Key, StagedArtifact } from '../../pipeline/model/artifact.ts'
import { parseKey } from '../../pipeline/model/key.ts'
import type { Store } from '../../pipeline/model/store.ts'
import { type PlanOptions, plan } from '../../pipeline/plan/plan.ts'
import { countingStore } from '../../pipeline/upload/counting-store.ts'
import { readManifest } from '../../pipeline/upload/read-manifest.ts'
import { type UploadOutcome, upload } from '../../pipeline/upload/upload.ts'
import { collect } from './collect.ts'
import { card, staged } from './staged.ts'

/** A site for tests: contents by key. Pages in a locale's folder get a card. */
export type TestSite = Readonly<Record<string, string>>

/** Publish it as the command does: read the manifest, plan, upload. */
export async function publish(
  store: Store,
  site: TestSite,
  options: Partial<PlanOptions> & { time?: Date; commit?: string } = {},
): Promise<UploadOutcome> {
  const counted = countingStore(store)
  const published = await readManifest(counted)
  const steps = plan(artifactsOf(site), published.manifest, { deleteLimit: 256, keep: () => false, ...options })
  const { time = new Date('2026-11-22T18:15:00Z'), commit = null } = options
  const body = async ({ key }: StagedArtifact) => Buffer.from(site[key] ?? '')
  return upload({ steps, articles: new Map(), body, store: counted, published, release: { time, commit, generator: 'colophon test' } })
}

/** What readers can see: contents by key, the pipeline's own objects apart. */
export async function visible(store: Store): Promise<TestSite> {
  const contents: Record<string, string> = {}
  for (const { key } of await collect(store.list(''))) {
    if (key.startsWith('_colophon/')) continue
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
