import { tmpdir } from 'node:os'
import packageJson from '../../package.json' with { type: 'json' }
import type { Artifact, Key, ObjectHeaders, StagedArtifact } from '../model/artifact.ts'
import { sameHeaders } from '../model/artifact.ts'
import { digest } from '../model/digest.ts'
import type { Held } from '../model/edition.ts'
import type { Articles, Entry, Manifest } from '../model/manifest.ts'
import type { Step } from '../model/step.ts'
import type { Store } from '../model/store.ts'
import { plan } from '../plan/plan.ts'
import { readCommit } from '../read/git.ts'
import { countingStore } from '../upload/counting-store.ts'
import { readManifest } from '../upload/read-manifest.ts'
import { type Spool, spool } from '../upload/spool.ts'
import { upload } from '../upload/upload.ts'
import type { Context } from './context.ts'
import { counted } from './counted.ts'
import { delivery } from './delivery.ts'
import { forgetInCaches } from './forget-in-caches.ts'
import { Ledger } from './ledger.ts'
import { openNewsroom } from './newsroom.ts'
import type { OpenSite } from './open-site.ts'
import type { CheckLevel } from './prepare-article.ts'
import { openPress, type Press } from './press.ts'
import { type BuildLog, emptyLog, siteArtifacts } from './site-artifacts.ts'
import { siteInputs } from './site-inputs.ts'
import { hasErrors } from './tell-problems.ts'

export interface PublishRun {
  readonly dryRun: boolean
  readonly strict: boolean
  readonly check: boolean
  /** Read and make everything, whatever is known of the last publish. */
  readonly full: boolean
  /** In place of `publish.deleteLimit`. */
  readonly deleteLimit?: number
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
}

export interface PublishOutcome {
  readonly published: Published
  readonly steps: readonly Step[]
  readonly log: BuildLog
  /** `--strict`, and there are errors: nothing was uploaded. */
  readonly refused: boolean
}

/**
 * Build a site, plan it against what the store holds, and upload what changed.
 *
 * @throws {Failure} of the site, its templates, the disk, the plan and the store
 */
export async function publishSite(opened: OpenSite, target: Store, run: PublishRun, context: Context): Promise<PublishOutcome> {
  const begin = context.clock()
  const store = countingStore(target)
  context.progress.stage(`reading what is published in ${store.name}`)
  const published = await readManifest(store)
  const room = await openNewsroom(context, opened, published.manifest)
  const press = await openPress(room)
  const log = emptyLog()
  const bytes = spool(tmpdir())
  try {
    context.progress.stage(`building ${counted(room.wanted.articles.size, 'article')}`)
    const headersOf = delivery(room.site.publish, target)
    const level = run.check ? 'errors' : 'none'
    const ledger = new Ledger(
      room,
      await siteInputs(room, { level, plainFiles: target.plainFiles ?? false }),
      run.full ? new Map() : published.manifest.articles,
    )
    const staged = await stage(press, log, { level, ledger, manifest: published.manifest, bytes, headersOf, context })
    const steps = plan(staged, published.manifest, {
      deleteLimit: run.deleteLimit ?? room.site.publish.deleteLimit,
      keep: keeps(log, room.wanted.filtered),
    })
    const refused = run.strict && hasErrors(log.findings)
    const outcome = run.dryRun || refused ? planned(steps, published.manifest, store.requests) : await send(steps, ledger.records())
    const held = log.held.map(({ article, locale, why }) => ({ article, locale, why }))
    const seconds = (context.clock().getTime() - begin.getTime()) / 1000
    const { release, put, deleted, kept, requests } = refused ? nothingSent(published.manifest, store.requests) : outcome
    return { published: { release, put, deleted, kept, held, requests, bytes: refused ? 0 : outcome.bytes, seconds }, steps, log, refused }
  } finally {
    bytes.dispose()
  }

  async function send(steps: readonly Step[], articles: Articles) {
    const puts = steps.filter(({ kind }) => kind === 'put').length
    if (puts > 0) context.progress.stage(`uploading ${counted(puts, 'object')} to ${store.name}`)
    const commit = await readCommit(context.root)
    const release = { commit: commit?.id ?? null, time: begin, generator: `colophon ${packageJson.version}` }
    const body = (artifact: StagedArtifact) => Promise.resolve(bytes.get(artifact.digest))
    const sent = await upload({ steps, articles, body, store, published, release, signal: context.signal })
    if (sent.release !== null && sent.release !== published.manifest.release) await forgetInCaches(room.site, steps, sent.release, context)
    return sent
  }
}

interface Staging {
  readonly level: CheckLevel
  readonly ledger: Ledger
  readonly manifest: Manifest
  readonly bytes: Spool
  readonly headersOf: (artifact: Artifact) => ObjectHeaders
  readonly context: Context
}

/** Build what isn't known to be published; keep the bytes of what differs from what is. */
async function stage(
  press: Press,
  log: BuildLog,
  { level, ledger, manifest, bytes, headersOf, context }: Staging,
): Promise<StagedArtifact[]> {
  const staged: StagedArtifact[] = []
  for await (const artifact of siteArtifacts(press, log, { level, ledger, signal: context.signal })) {
    const { body, ...rest } = artifact
    const one = { ...rest, headers: headersOf(artifact), digest: digest(body), size: body.length }
    const before = manifest.entries.get(one.key)
    if (before?.digest !== one.digest || !sameHeaders(before.headers, one.headers)) bytes.put(one.digest, body)
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

type Sent = Omit<Published, 'held' | 'seconds'>

function planned(steps: readonly Step[], { release }: Manifest, requests: number): Sent {
  const puts = steps.filter((step) => step.kind === 'put')
  const deleted = steps.filter(({ kind }) => kind === 'delete').map(({ key }) => key)
  const bytes = puts.reduce((sum, { artifact }) => sum + artifact.size, 0)
  return { release, put: puts.map(({ key }) => key), deleted, kept: steps.length - puts.length - deleted.length, requests, bytes }
}

function nothingSent({ release, entries }: Manifest, requests: number): Sent {
  return { release, put: [], deleted: [], kept: entries.size, requests, bytes: 0 }
}
