import { headerNames, type Key, type ObjectHeaders } from '../model/artifact.ts'
import type { Entry } from '../model/manifest.ts'
import type { Store } from '../model/store.ts'
import { type Drift, findDrift } from '../plan/find-drift.ts'
import { cacheTagHeader } from '../store/cache-tag-header.ts'
import { findOtherHeaders, type OtherHeaders } from '../upload/find-other-headers.ts'
import { openManifest } from '../upload/open-manifest.ts'
import { keptFolder, keptKey } from '../upload/own-keys.ts'
import { type PublishedManifest, readManifest } from '../upload/read-manifest.ts'
import { contentsOf, isDamage, type OlderRelease, readReleases } from '../upload/read-releases.ts'
import { type Repaired, repair } from '../upload/repair.ts'
import type { Context } from './context.ts'
import { counted } from './counted.ts'
import { openPublished } from './open-published.ts'
import type { VerifyOptions } from './options.ts'
import { generator } from './start-writing.ts'

/** The shape of `verify --json`. */
interface Verified {
  readonly release: string | null
  /** That the release consists of. */
  readonly objects: number
  /** Published, but not there. */
  readonly missing: readonly Key[]
  /** There, but not what was published. */
  readonly changed: readonly Key[]
  /** There, with other headers than those that were published; null where nobody looked. */
  readonly headers: readonly Key[] | null
  /** There, but of no release: put by hand, or left over. Nothing is done about them. */
  readonly strays: readonly Key[]
  /** What a publish that was cut short may have written; the next publish puts it again. */
  readonly unfinished: readonly Key[]
  /** Older releases that can't be restored whole, and how many of their objects are lost; null where nobody can tell. */
  readonly unrestorable: readonly { readonly release: string; readonly objects: number | null }[]
  /** With `--repair`: what was put back from what the store has kept, and what it had no copy of. */
  readonly repaired?: readonly Key[]
  readonly left?: readonly Key[]
}

/** What a store held when one looked. */
interface Survey {
  readonly published: PublishedManifest
  readonly listed: ReadonlyMap<Key, string>
  readonly drift: Drift
  /** Null where nobody asked. */
  readonly otherHeaders: readonly OtherHeaders[] | null
}

/** Compare what is in the store with what was published. */
export async function verify(options: VerifyOptions, context: Context): Promise<0 | 1> {
  const opened = await openPublished(options.to, context)
  const { store, site } = opened
  try {
    context.progress.stage(`reading what is in ${store.name}`)
    const survey = await surveyStill(store, options)
    const unrestorable = await findUnrestorable(store, survey, site.publish.keepReleases - 1)
    const broken = driftedIn(survey).length
    const fixed = options.repair && broken > 0 && survey.published.root.unfinished === null ? await fix() : null
    context.progress.end()
    const told = describe(survey, unrestorable, fixed)
    context.stdout.write(options.json ? `${JSON.stringify(told, null, 2)}\n` : verifiedText(told, survey, store.name))
    const well = told.unfinished.length === 0 && (broken === 0 || fixed?.left.length === 0)
    return well ? 0 : 1
  } finally {
    await opened.close()
  }

  /** What was published meanwhile is looked at anew. */
  async function fix(): Promise<Repaired> {
    return await opened.writing(options.wait, async (writing) => {
      context.progress.stage(`repairing ${store.name}`)
      const { drift, published, otherHeaders } = await surveyOf(writing.store, options)
      const changed = [...drift.changed, ...(otherHeaders ?? []).map(({ entry }) => entry)]
      const restoring = { ...writing, published, release: { time: context.clock(), generator }, signal: context.signal }
      return await repair({ ...drift, changed }, restoring)
    })
  }
}

/** A publish that ends while one looks makes differences of what is none: then one looks again. */
async function surveyStill(store: Store, options: VerifyOptions): Promise<Survey> {
  for (let last = 2; ; last--) {
    const survey = await surveyOf(store, options)
    if (last === 0 || driftedIn(survey).length + survey.drift.strays.length === 0) return survey
    if ((await openManifest(store)).etag === survey.published.etag) return survey
  }
}

async function surveyOf(store: Store, { headers }: VerifyOptions): Promise<Survey> {
  const published = await readManifest(store)
  const listed = await listAll(store)
  const drift = driftOf(published, listed)
  return { published, listed, drift, otherHeaders: headers ? await findOtherHeaders(store, certain(drift, published)) : null }
}

/** What an unfinished publish may be writing right now has the headers of either release. */
function certain({ whole }: Drift, { root }: PublishedManifest): readonly Entry[] {
  const unfinished = new Set(root.unfinished ?? [])
  return whole.filter(({ key }) => !unfinished.has(key))
}

function driftedIn({ drift, otherHeaders }: Survey): readonly Key[] {
  return [...drift.missing, ...drift.changed, ...(otherHeaders ?? []).map(({ entry }) => entry)].map(({ key }) => key)
}

async function listAll(store: Store): Promise<Map<Key, string>> {
  const listed = new Map<Key, string>()
  for await (const { key, etag } of store.list('')) listed.set(key, etag)
  return listed
}

function driftOf({ manifest, root }: PublishedManifest, listed: ReadonlyMap<Key, string>): Drift {
  return findDrift(manifest, listed, new Set([...root.leaving, ...root.left, ...(root.unfinished ?? [])]))
}

async function findUnrestorable(store: Store, { drift, listed }: Survey, newest: number) {
  const there = new Set([...drift.whole.map(keptKey), ...[...listed.keys()].filter((key) => key.startsWith(keptFolder))])
  const found: { release: string; objects: number | null }[] = []
  for (const older of await readReleases(store, newest)) {
    const objects = await lostOf(older, store, there)
    if (objects !== 0) found.push({ release: older.release, objects })
  }
  return found
}

/** @returns how many of its objects; null where what it consists of can't be read */
async function lostOf(older: OlderRelease, store: Store, there: ReadonlySet<Key>): Promise<number | null> {
  try {
    const { manifest } = await contentsOf(older, store)
    return [...manifest.entries.values()].filter((entry) => !there.has(keptKey(entry))).length
  } catch (error) {
    if (isDamage(error)) return null
    throw error
  }
}

function describe(
  { published: { manifest, root }, drift: { missing, changed, strays }, otherHeaders }: Survey,
  unrestorable: Verified['unrestorable'],
  fixed: Repaired | null,
): Verified {
  return {
    release: manifest.release,
    objects: manifest.entries.size,
    missing: missing.map(({ key }) => key),
    changed: changed.map(({ key }) => key),
    headers: otherHeaders?.map(({ entry }) => entry.key) ?? null,
    strays,
    unfinished: root.unfinished ?? [],
    unrestorable,
    ...(fixed ?? {}),
  }
}

function verifiedText(told: Verified, { otherHeaders }: Survey, name: string): string {
  const { missing, changed, strays, unfinished, unrestorable, repaired, left } = told
  const counts = [
    counted(told.objects, 'object'),
    `${missing.length} missing`,
    `${changed.length} changed`,
    ...(otherHeaders === null ? [] : [`${otherHeaders.length} with other headers`]),
    `${strays.length} not of it`,
  ]
  const lines = [
    ...missing.map((key) => `missing ${key}`),
    ...changed.map((key) => `changed ${key}`),
    ...(otherHeaders ?? []).map(headersLine),
    ...strays.map((key) => `stray ${key}`),
    ...unrestorable.map(
      ({ release, objects }) =>
        `incomplete release ${release}: ${objects === null ? 'its manifest is damaged' : `${counted(objects, 'object')} lost`}`,
    ),
    `Release ${told.release ?? 'none'} in ${name}: ${counts.join(', ')}.`,
  ]
  if (repaired !== undefined) lines.push(`${counted(repaired.length, 'object')} repaired.`)
  if (unfinished.length > 0) lines.push('A publish was cut short: publish again, which finishes it.')
  const lost = left?.length ?? 0
  if (lost > 0) lines.push(`${counted(lost, 'object')} can only be built again: publish, which puts them.`)
  const broken = missing.length + changed.length + (otherHeaders?.length ?? 0)
  if (repaired === undefined && unfinished.length === 0 && broken > 0) lines.push('Run it with --repair.')
  return `${lines.join('\n')}\n`
}

function headersLine({ entry, found }: OtherHeaders): string {
  const differences = headerNames
    .filter((name) => found?.[name] !== entry.headers[name])
    .map((name) => `${spelled[name]} ${found?.[name] ?? 'none'}, published with ${entry.headers[name] ?? 'none'}`)
  return `headers ${entry.key}: ${differences.join('; ')}`
}

const spelled = {
  contentType: 'Content-Type',
  cacheControl: 'Cache-Control',
  contentEncoding: 'Content-Encoding',
  cacheTag: cacheTagHeader,
} as const satisfies Readonly<Record<keyof ObjectHeaders, string>>
