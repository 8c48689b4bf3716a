import { tmpdir } from 'node:os'
import type { Key, StagedArtifact } from '../model/artifact.ts'
import type { Held } from '../model/edition.ts'
import { Failure } from '../model/failure.ts'
import { type Made, nothingMade } from '../model/manifest.ts'
import type { Step } from '../model/step.ts'
import type { Store } from '../model/store.ts'
import { readCommit } from '../read/git.ts'
import { countingStore } from '../upload/counting-store.ts'
import type { ManifestRoot } from '../upload/manifest-root.ts'
import { type OpenManifest, openManifest } from '../upload/open-manifest.ts'
import type { PublishedManifest } from '../upload/read-manifest.ts'
import { type Spool, spool } from '../upload/spool.ts'
import { type BuildLog, emptyLog, inOrder } from './build-log.ts'
import type { Context } from './context.ts'
import { counted } from './counted.ts'
import { forgetInCaches } from './forget-in-caches.ts'
import type { OpenSite } from './open-site.ts'
import { pinnedRelease } from './pinned-release.ts'
import { type BuildSettings, siteInputs } from './site-inputs.ts'
import type { Writing } from './start-writing.ts'
import { hasErrors } from './tell-problems.ts'
import { tellUndeleted } from './tell-undeleted.ts'

export interface PublishRun {
  readonly dryRun: boolean
  readonly strict: boolean
  readonly check: boolean
  /** Whether errors on pages hold back, beside those of articles and catalogs. Default: as `check`. */
  readonly pages?: boolean
  /** Read and make everything, whatever is known of the last publish. */
  readonly full: boolean
  /** In place of `publish.deleteLimit`. */
  readonly deleteLimit?: number
  /** In place of `publish.leaseSeconds`. */
  readonly leaseSeconds?: number
  /** Whether what is dropped stays for one release more. Default: `graceful`. */
  readonly deletions?: 'graceful' | 'immediate'
  /** A preview: hidden from search engines, and removed some time after this. */
  readonly previewUntil?: Date
  /** For another publish that is under way. */
  readonly wait?: boolean
  /** Let go of what a rollback pinned: `always`, or where the site stands on another commit than the one that was taken back. */
  readonly unpin?: 'always' | 'newer' | 'never'
}

/** The shape of `publish --json`. */
export interface Published {
  /** The one that readers get now. */
  readonly release: string | null
  readonly put: readonly Key[]
  readonly deleted: readonly Key[]
  readonly kept: number
  readonly held: readonly Pick<Held, 'article' | 'locale' | 'why'>[]
  readonly requests: number
  readonly bytes: number
  readonly seconds: number
  /** The release that a rollback holds in place: nothing was uploaded. Absent where none does. */
  readonly pinned?: string
}

export interface PublishOutcome {
  readonly published: Published
  readonly steps: readonly Step[]
  readonly log: BuildLog
  /** Why nothing was uploaded: `--strict`, and there are errors; or errors on pages that show no edition. */
  readonly refused: 'strict' | 'pages' | null
}

/**
 * Build a site, plan it against what the store holds, and upload what changed, under the store's lease.
 *
 * Where another publish came first, it starts again from what that one published. A site that is pinned by a rollback is left alone.
 *
 * @throws {Failure} of the site, its templates, the disk, the plan and the store
 */
export async function publishSite(opened: OpenSite, target: Store, run: PublishRun, context: Context): Promise<PublishOutcome> {
  const begin = context.clock()
  const store = countingStore(target)
  const session: Session = { opened, target, store, run, context, begin, writing: null }
  try {
    const { sent, pinned, ...made } = await untilUnraced(() => publishOnce(session))
    const { bytes, ...listed } = sent
    const held = made.log.held.map(({ article, locale, why }) => ({ article, locale, why }))
    const seconds = (context.clock().getTime() - begin.getTime()) / 1000
    return {
      published: { ...listed, held, requests: store.requests, bytes, seconds, ...(pinned === undefined ? {} : { pinned }) },
      ...made,
    }
  } finally {
    await session.writing?.end()
  }
}

interface Session {
  readonly opened: OpenSite
  readonly target: Store
  /** It, with a counter. */
  readonly store: Store
  readonly run: PublishRun
  readonly context: Context
  readonly begin: Date
  /** Taken when there is first something to write, and held until the end. */
  writing: Writing | null
}

interface Round extends Omit<PublishOutcome, 'published'> {
  readonly sent: Sent
  readonly pinned?: string
}

async function publishOnce(session: Session): Promise<Round> {
  const { opened, target, store, run, context } = session
  context.progress.stage(`reading what is published in ${store.name}`)
  const open = await openManifest(store)
  const { root } = open
  const pinned = await pinnedRelease(root, run, context)
  if (pinned !== null) return { sent: nothingSent(root), steps: [], log: emptyLog(), refused: null, pinned }
  const settings = buildSettings(run, target)
  const inputs = await siteInputs(context.root, opened, settings)
  const overdue = root.due !== null && context.clock().toISOString() >= root.due
  const settled = root.unfinished === null && root.pin === null && root.inputs === inputs.all && !overdue
  if (settled && !run.full && !opened.wanted.filtered) return await unchanged(open, opened)
  const bytes = spool(tmpdir())
  try {
    const { planChanges } = await import('./plan-changes.ts')
    const { steps, log, made, published } = await planChanges({ opened, target, run, context, open, inputs, settings, bytes })
    const refused = refusal(run, log)
    if (refused !== null) return { sent: nothingSent(root), steps, log, refused }
    const aside = countOf(published.aside)
    const { changesNothing, planOutcome } = await import('../upload/upload.ts')
    if (run.dryRun || changesNothing(steps, made, published)) {
      const outcome = planOutcome(steps)
      return { sent: { release: root.release, ...outcome, kept: outcome.kept + aside }, steps, log, refused }
    }
    const sent = await send(session, published, { steps, made, bytes })
    return { sent: { ...sent, kept: sent.kept + aside }, steps, log, refused }
  } finally {
    bytes.dispose()
  }
}

function buildSettings({ check, pages = check, previewUntil }: PublishRun, { plainFiles = false }: Store): BuildSettings {
  return { level: check ? 'errors' : 'none', pages: check && pages, plainFiles, hidden: previewUntil !== undefined }
}

function refusal({ strict }: PublishRun, { findings, onPages }: BuildLog): PublishOutcome['refused'] {
  if (onPages.length > 0) return 'pages'
  return strict && hasErrors(findings) ? 'strict' : null
}

/** All that the site is made from is what it was made from: nothing of it need be read. */
async function unchanged(open: OpenManifest, { files }: OpenSite): Promise<Round> {
  const log = emptyLog()
  const { articles } = open.root.told === 0 ? nothingMade : await open.made()
  log.findings.push(...files.findings, ...articles.values().flatMap(({ errors }) => errors))
  log.held.push(...articles.values().flatMap(({ held }) => held))
  log.unread = files.articles.length
  inOrder(log.findings)
  return { sent: nothingSent(open.root), steps: [], log, refused: null }
}

interface Built {
  readonly steps: readonly Step[]
  readonly made: Made
  readonly bytes: Spool
}

async function send(session: Session, published: PublishedManifest, { steps, made, bytes }: Built): Promise<Sent> {
  const [{ upload }, { generator, startWriting }] = await Promise.all([import('../upload/upload.ts'), import('./start-writing.ts')])
  const { context, run, opened, begin } = session
  const seconds = run.leaseSeconds ?? opened.site.publish.leaseSeconds
  session.writing ??= await startWriting(session.store, { wait: run.wait ?? false, seconds, context })
  const { store, lease } = session.writing
  const puts = steps.filter(({ kind }) => kind === 'put').length
  if (puts > 0) context.progress.stage(`uploading ${counted(puts, 'object')} to ${store.name}`)
  const commit = await readCommit(context.root)
  const release = { commit: commit?.id ?? null, time: begin, generator, expires: run.previewUntil ?? null }
  const origin = async ({ digest: content }: StagedArtifact) => ({ kind: 'bytes' as const, bytes: bytes.get(content) })
  const deletions = opened.wanted.filtered ? 'none' : (run.deletions ?? 'graceful')
  const { removed, undeleted, ...sent } = await upload({
    steps,
    made,
    origin,
    store,
    lease,
    published,
    release,
    deletions,
    signal: context.signal,
  })
  if (sent.release !== null && sent.release !== published.manifest.release)
    await forgetInCaches(opened.site, { steps, removed, reference: sent.release }, context)
  tellUndeleted(undeleted, context)
  return sent
}

/** Where another publish came first, start again from what it published. */
async function untilUnraced<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; attempt < attempts; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof Failure) || error.code !== 'release-raced') throw error
    }
  }
  return await work()
}

/** With the lease in hand the second one finds nobody in its way, but for servers that keep no conditions. */
const attempts = 3

type Sent = Pick<Published, 'release' | 'put' | 'deleted' | 'kept' | 'bytes'>

function nothingSent({ release, shards }: ManifestRoot): Sent {
  return { release, put: [], deleted: [], kept: countOf(shards), bytes: 0 }
}

function countOf(shards: ManifestRoot['shards']): number {
  return Object.values(shards).reduce((sum, { entries }) => sum + entries, 0)
}
