import type { Key } from '../model/artifact.ts'
import type { Store } from '../model/store.ts'
import { type Drift, findDrift } from '../plan/find-drift.ts'
import { keptFolder, keptKey } from '../upload/own-keys.ts'
import { manifestOf, type PublishedManifest, readManifest } from '../upload/read-manifest.ts'
import { readReleases } from '../upload/read-releases.ts'
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
  /** There, but of no release: put by hand, or left over. Nothing is done about them. */
  readonly strays: readonly Key[]
  /** What a publish that was cut short may have written; the next publish puts it again. */
  readonly unfinished: readonly Key[]
  /** Older releases that can't be restored whole. */
  readonly unrestorable: readonly { readonly release: string; readonly objects: number }[]
  /** With `--repair`: what was put back from what the store has kept, and what it had no copy of. */
  readonly repaired?: readonly Key[]
  readonly left?: readonly Key[]
}

/** Compare what is in the store with what was published. */
export async function verify(options: VerifyOptions, context: Context): Promise<0 | 1> {
  const opened = await openPublished(options.to, context)
  const { store, site } = opened
  try {
    context.progress.stage(`reading what is in ${store.name}`)
    const published = await readManifest(store)
    const listed = await listAll(store)
    const drift = driftOf(published, listed)
    const unrestorable = await findUnrestorable(store, drift, listed, site.publish.keepReleases - 1)
    const broken = drift.missing.length + drift.changed.length
    const fixed = options.repair && broken > 0 && published.root.unfinished === null ? await fix() : null
    context.progress.end()
    const told = describe(published, drift, unrestorable, fixed)
    context.stdout.write(options.json ? `${JSON.stringify(told, null, 2)}\n` : verifiedText(told, store.name))
    const well = told.unfinished.length === 0 && (broken === 0 || fixed?.left.length === 0)
    return well ? 0 : 1
  } finally {
    await opened.close()
  }

  /** What was published meanwhile is looked at anew. */
  async function fix(): Promise<Repaired> {
    return await opened.writing(options.wait, async (writing) => {
      context.progress.stage(`repairing ${store.name}`)
      const published = await readManifest(writing.store)
      const drift = driftOf(published, await listAll(writing.store))
      return await repair(drift, { ...writing, published, release: { time: context.clock(), generator }, signal: context.signal })
    })
  }
}

async function listAll(store: Store): Promise<Map<Key, string>> {
  const listed = new Map<Key, string>()
  for await (const { key, etag } of store.list('')) listed.set(key, etag)
  return listed
}

function driftOf({ manifest, root }: PublishedManifest, listed: ReadonlyMap<Key, string>): Drift {
  return findDrift(manifest, listed, new Set([...root.leaving, ...root.left, ...(root.unfinished ?? [])]))
}

async function findUnrestorable(store: Store, { whole }: Drift, listed: ReadonlyMap<Key, string>, newest: number) {
  const there = new Set([...whole.map(keptKey), ...[...listed.keys()].filter((key) => key.startsWith(keptFolder))])
  const found: { release: string; objects: number }[] = []
  for (const root of await readReleases(store, newest)) {
    const { entries } = await manifestOf(root, store)
    const objects = [...entries.values()].filter((entry) => !there.has(keptKey(entry))).length
    if (objects > 0) found.push({ release: root.release ?? '', objects })
  }
  return found
}

function describe(
  { manifest, root }: PublishedManifest,
  { missing, changed, strays }: Drift,
  unrestorable: Verified['unrestorable'],
  fixed: Repaired | null,
): Verified {
  return {
    release: manifest.release,
    objects: manifest.entries.size,
    missing: missing.map(({ key }) => key),
    changed: changed.map(({ key }) => key),
    strays,
    unfinished: root.unfinished ?? [],
    unrestorable,
    ...(fixed ?? {}),
  }
}

function verifiedText(told: Verified, name: string): string {
  const { missing, changed, strays, unfinished, unrestorable, repaired, left } = told
  const lines = [
    ...missing.map((key) => `missing ${key}`),
    ...changed.map((key) => `changed ${key}`),
    ...strays.map((key) => `stray ${key}`),
    ...unrestorable.map(({ release, objects }) => `incomplete release ${release}: ${counted(objects, 'object')} lost`),
    `Release ${told.release ?? 'none'} in ${name}: ${counted(told.objects, 'object')}, ${missing.length} missing, ${changed.length} changed, ${strays.length} not of it.`,
  ]
  if (repaired !== undefined) lines.push(`${counted(repaired.length, 'object')} repaired.`)
  if (unfinished.length > 0) lines.push('A publish was cut short: publish again, which finishes it.')
  const lost = left?.length ?? 0
  if (lost > 0) lines.push(`${counted(lost, 'object')} can only be built again: publish, which puts them.`)
  if (repaired === undefined && unfinished.length === 0 && missing.length + changed.length > 0) lines.push('Run it with --repair.')
  return `${lines.join('\n')}\n`
}
