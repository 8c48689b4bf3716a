import { availableParallelism } from 'node:os'
import type { Artifact, Derived, StagedArtifact } from '../model/artifact.ts'
import { digest } from '../model/digest.ts'
import type { Entry, Made } from '../model/manifest.ts'
import type { Step } from '../model/step.ts'
import type { Store } from '../model/store.ts'
import { differs, plan } from '../plan/plan.ts'
import type { OpenManifest } from '../upload/open-manifest.ts'
import type { PublishedManifest } from '../upload/read-manifest.ts'
import type { Spool } from '../upload/spool.ts'
import { articleInputs } from './article-inputs.ts'
import { type BuildLog, emptyLog } from './build-log.ts'
import type { Context } from './context.ts'
import { counted } from './counted.ts'
import { delivery } from './delivery.ts'
import { hideFromSearch } from './hide-from-search.ts'
import { keeps } from './keeps.ts'
import { Ledger } from './ledger.ts'
import { openNewsroom } from './newsroom.ts'
import { nothingOnPages, type OnPages, withoutBrokenPages } from './on-pages.ts'
import type { OpenSite } from './open-site.ts'
import type { PageInspection } from './page-inspection.ts'
import { openPress, type Press } from './press.ts'
import { publishSearch } from './publish-search.ts'
import type { PublishRun } from './publish-site.ts'
import { settlePictures } from './settle-pictures.ts'
import { siteArtifacts } from './site-artifacts.ts'
import type { BuildSettings, SiteInputs } from './site-inputs.ts'
import { hasErrors } from './tell-problems.ts'
import { Workers } from './workers.ts'

export interface PlanChanges {
  readonly opened: OpenSite
  readonly target: Store
  readonly run: PublishRun
  readonly context: Context
  readonly open: OpenManifest
  readonly inputs: SiteInputs
  readonly settings: BuildSettings
  /** Takes the bytes of what is to be put. */
  readonly bytes: Spool
}

export interface Changes {
  readonly steps: readonly Step[]
  readonly log: BuildLog
  /** For the next publish. */
  readonly made: Made
  /** Of the published manifest, what the steps speak of. */
  readonly published: PublishedManifest
}

/** Make what differs from what is published, and plan what to do about it. */
export async function planChanges(work: PlanChanges): Promise<Changes> {
  const { opened, target, run, context, open, inputs, settings } = work
  const before = await open.made()
  const room = await openNewsroom(context, opened, before.articles)
  const full = isFull(work)
  if (full) await open.entries()
  context.progress.stage(`building ${counted(room.wanted.articles.size, 'article')}`)
  const { press, log, ledger, staged } = await withoutBrokenPages(async (onPages) => {
    const press = await openPress(room)
    const log = emptyLog()
    const ledger = new Ledger(room, articleInputs(opened, inputs, settings.level), before, { full })
    const inspection = settings.pages ? new (await import('./page-inspection.ts')).PageInspection(press, 'errors') : null
    const staged = await stage(work, { press, log, ledger, inspection, onPages })
    log.onPages.push(...(inspection?.findings.elsewhere() ?? []))
    log.findings.push(...log.onPages)
    return { result: { press, log, ledger, staged }, found: inspection?.findings.ofEditions() ?? nothingOnPages }
  })
  settlePictures(press, context)
  press.fonts.settle(room.now)
  const published = await open.sofar()
  const unfinished = new Set(open.root.unfinished ?? [])
  const steps = plan(staged, published.manifest, {
    deleteLimit: run.deleteLimit ?? room.site.publish.deleteLimit,
    keep: keeps(press, ledger, log.kept),
    ...(target.longestKey === undefined ? {} : { longest: target.longestKey }),
    unfinished,
  })
  const ofNames = new Set(opened.files.findings)
  const sound = !hasErrors([...room.findings, ...room.knowledge.findings].filter((finding) => !ofNames.has(finding)))
  return { steps, log, made: ledger.made({ sound }), published }
}

interface Attempt {
  readonly press: Press
  readonly log: BuildLog
  readonly ledger: Ledger
  readonly inspection: PageInspection | null
  readonly onPages: OnPages
}

/** Build what isn't known to be published; keep the bytes of what differs from what is. */
async function stage(work: PlanChanges, { press, log, ledger, inspection, onPages }: Attempt): Promise<StagedArtifact[]> {
  const { target, run, context, open, settings, bytes } = work
  const headersOf = delivery(press.room.site.publish, target)
  const unfinished = new Set(open.root.unfinished ?? [])
  const staged: StagedArtifact[] = []
  const workers = new Workers(availableParallelism())
  const options = { level: settings.level, ledger, published: open, signal: context.signal, inspection, onPages }
  const finish = run.previewUntil === undefined ? (artifact: Artifact) => artifact : hideFromSearch
  const add = ({ body, ...rest }: Artifact, before: Entry | undefined) => {
    const size = body.length
    const one = { ...rest, headers: headersOf({ ...rest, size }), digest: digest(body), size }
    if (before === undefined || differs(one, before) || unfinished.has(one.key)) bytes.put(one.digest, body)
    staged.push(one)
  }
  for await (const built of siteArtifacts(press, log, options)) {
    inspection?.other(built)
    const before = await open.entry(built.key)
    if (!('make' in built)) {
      add(finish(built), before)
      continue
    }
    const { make, ...rest } = built
    const known = unfinished.has(built.key) ? null : asPublished(rest, before, headersOf)
    if (known !== null) staged.push(known)
    else await workers.start(async () => add(finish({ ...rest, body: await make() }), before))
  }
  await workers.end()
  const { room } = press
  if (room.site.search) {
    const work = {
      press,
      staged,
      stale: ledger.staleIndexes(),
      keeps: keeps(press, ledger, log.kept),
      open,
      store: target,
      bytes,
      kept: log.kept,
    }
    for await (const built of publishSearch(work)) add(built, await open.entry(built.key))
  }
  return staged
}

/** Whether everything is to be made: what a publish that was cut short may have written is known only then. */
function isFull({ run, open }: Pick<PlanChanges, 'run' | 'open'>): boolean {
  return run.full || open.root.unfinished !== null
}

/** What is published under its key, where making it would give that; null where it is to be made. */
function asPublished(
  built: Omit<Derived, 'make'>,
  before: Entry | undefined,
  headersOf: ReturnType<typeof delivery>,
): StagedArtifact | null {
  if (before?.inputs !== built.inputs) return null
  const { digest: content, size } = before
  const one = { ...built, headers: headersOf({ ...built, size }), digest: content, size }
  return differs(one, before) ? null : one
}
