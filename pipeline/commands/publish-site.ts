import { tmpdir } from 'node:os'
import type { Artifact, Key, ObjectHeaders, StagedArtifact } from '../model/artifact.ts'
import { digest } from '../model/digest.ts'
import type { Held } from '../model/edition.ts'
import { Failure } from '../model/failure.ts'
import type { Articles, Entry, Manifest } from '../model/manifest.ts'
import type { Step } from '../model/step.ts'
import type { Store } from '../model/store.ts'
import { differs, plan } from '../plan/plan.ts'
import { readCommit } from '../read/git.ts'
import { countingStore } from '../upload/counting-store.ts'
import { type PublishedManifest, readManifest } from '../upload/read-manifest.ts'
import { type Spool, spool } from '../upload/spool.ts'
import { changesNothing, planOutcome, upload } from '../upload/upload.ts'
import type { Context } from './context.ts'
import { counted } from './counted.ts'
import { delivery } from './delivery.ts'
import { forgetInCaches } from './forget-in-caches.ts'
import { hideFromSearch } from './hide-from-search.ts'
import { Ledger } from './ledger.ts'
import { openNewsroom } from './newsroom.ts'
import type { OpenSite } from './open-site.ts'
import { pinnedRelease } from './pinned-release.ts'
import type { CheckLevel } from './prepare-article.ts'
import { openPress, type Press } from './press.ts'
import { type BuildLog, emptyLog, siteArtifacts } from './site-artifacts.ts'
import { siteInputs } from './site-inputs.ts'
import { generator, startWriting, type Writing } from './start-writing.ts'
import { hasErrors } from './tell-problems.ts'

export interface PublishRun {
  readonly dryRun: boolean
  readonly strict: boolean
  readonly check: boolean
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
  /** `--strict`, and there are errors: nothing was uploaded. */
  readonly refused: boolean
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
    await session.writing?.lease.release()
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
  const { store, run, context } = session
  context.progress.stage(`reading what is published in ${store.name}`)
  const published = await readManifest(store)
  const pinned = await pinnedRelease(published.root, run, context)
  if (pinned !== null) return { sent: nothingSent(published.manifest), steps: [], log: emptyLog(), refused: false, pinned }
  const bytes = spool(tmpdir())
  try {
    const { steps, log, articles } = await build(session, published, bytes)
    const refused = run.strict && hasErrors(log.findings)
    if (refused) return { sent: nothingSent(published.manifest), steps, log, refused }
    if (run.dryRun || changesNothing(steps, articles, published)) {
      return { sent: { release: published.manifest.release, ...planOutcome(steps) }, steps, log, refused }
    }
    return { sent: await send(session, published, { steps, articles, bytes }), steps, log, refused }
  } finally {
    bytes.dispose()
  }
}

interface Built {
  readonly steps: readonly Step[]
  readonly articles: Articles
  readonly bytes: Spool
}

async function send(session: Session, published: PublishedManifest, { steps, articles, bytes }: Built): Promise<Sent> {
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
  const sent = await upload({ steps, articles, origin, store, lease, published, release, deletions, signal: context.signal })
  if (sent.release !== null && sent.release !== published.manifest.release) await forgetInCaches(opened.site, steps, sent.release, context)
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

async function build({ opened, target, run, context }: Session, { manifest, root }: PublishedManifest, bytes: Spool) {
  const room = await openNewsroom(context, opened, manifest)
  const press = await openPress(room)
  const log = emptyLog()
  const unfinished = new Set(root.unfinished ?? [])
  const level = run.check ? 'errors' : 'none'
  // What a publish that was cut short may have written is known only once everything is made again.
  const known = run.full || root.unfinished !== null ? new Map() : manifest.articles
  const ledger = new Ledger(room, await siteInputs(room, { level, plainFiles: target.plainFiles ?? false }), known)
  context.progress.stage(`building ${counted(room.wanted.articles.size, 'article')}`)
  const headersOf = delivery(room.site.publish, target)
  const finish = run.previewUntil === undefined ? (artifact: Artifact) => artifact : hideFromSearch
  const staged = await stage(press, log, { level, ledger, manifest, unfinished, bytes, finish, headersOf, context })
  const steps = plan(staged, manifest, {
    deleteLimit: run.deleteLimit ?? room.site.publish.deleteLimit,
    keep: keeps(log, room.wanted.filtered),
    unfinished,
  })
  return { steps, log, articles: ledger.records() }
}

interface Staging {
  readonly level: CheckLevel
  readonly ledger: Ledger
  readonly manifest: Manifest
  readonly unfinished: ReadonlySet<Key>
  readonly bytes: Spool
  /** What is left to do to what was built. */
  readonly finish: (artifact: Artifact) => Artifact
  readonly headersOf: (artifact: Artifact) => ObjectHeaders
  readonly context: Context
}

/** Build what isn't known to be published; keep the bytes of what differs from what is. */
async function stage(
  press: Press,
  log: BuildLog,
  { level, ledger, manifest, unfinished, bytes, finish, headersOf, context }: Staging,
): Promise<StagedArtifact[]> {
  const staged: StagedArtifact[] = []
  for await (const made of siteArtifacts(press, log, { level, ledger, signal: context.signal })) {
    const artifact = finish(made)
    const { body, ...rest } = artifact
    const one = { ...rest, headers: headersOf(artifact), digest: digest(body), size: body.length }
    const before = manifest.entries.get(one.key)
    if (before === undefined || differs(one, before) || unfinished.has(one.key)) bytes.put(one.digest, body)
    staged.push(one)
  }
  return staged
}

/** A filtered publish deletes nothing; an edition that stays keeps its page, and the assets that it may need; so does an article that wasn't read. */
function keeps({ kept, unread }: BuildLog, filtered: boolean): (entry: Entry) => boolean {
  const editions = new Set(kept.map(({ article, locale }) => `${locale} ${article}`))
  const articles = new Set(unread.map(({ article }) => article))
  const assets = new Set(unread.flatMap((record) => record.assets))
  return ({ key, card, kind }) => {
    if (filtered || (kind === 'asset' && (editions.size > 0 || assets.has(key)))) return true
    return card !== null && (articles.has(card.article) || editions.has(`${card.locale} ${card.article}`))
  }
}

type Sent = Pick<Published, 'release' | 'put' | 'deleted' | 'kept' | 'bytes'>

function nothingSent({ release, entries }: Manifest): Sent {
  return { release, put: [], deleted: [], kept: entries.size, bytes: 0 }
}
