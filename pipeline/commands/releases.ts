import type { Failure } from '../model/failure.ts'
import type { ManifestRoot } from '../upload/manifest-root.ts'
import { type Pruned, prune } from '../upload/prune.ts'
import { readManifest } from '../upload/read-manifest.ts'
import { readReleases } from '../upload/read-releases.ts'
import type { Context } from './context.ts'
import { type OpenPublished, openPublished } from './open-published.ts'
import type { ReleasesOptions } from './options.ts'
import { prunePreviews } from './prune-previews.ts'

/** The shape of `releases --json`. */
interface Releases {
  /** The newest first; the first is the published one. */
  readonly releases: readonly {
    readonly release: string
    readonly time: string | null
    readonly commit: string | null
    readonly generator: string
    /** Whether readers get it now. */
    readonly published: boolean
    /** The release that this one restored. */
    readonly restores: string | null
    /** Whether publishes leave it in place. */
    readonly pinned: boolean
  }[]
  /** With `--prune`. */
  readonly pruned?: Pruned & { readonly previews: readonly string[] }
}

/** What was published, and what of it can be restored. */
export async function releases({ to, prune: pruning, wait, keep, json }: ReleasesOptions, context: Context): Promise<0> {
  const opened = await openPublished(to, context)
  try {
    const pruned = pruning ? { pruned: await pruneAll(opened, keep ?? opened.site.publish.keepReleases, wait, context) } : {}
    context.progress.stage(`reading releases in ${opened.store.name}`)
    const { root } = await readManifest(opened.store)
    const older = root.release === null ? [] : await readReleases(opened.store)
    context.progress.end()
    for (const one of older) if (one.kind === 'damaged') tellDamaged(one.damage, context)
    const readable = older.flatMap((one) => (one.kind === 'readable' ? [described(one.root, false)] : []))
    const listed = root.release === null ? [] : [described(root, true), ...readable]
    const told: Releases = { releases: listed, ...pruned }
    context.stdout.write(json ? `${JSON.stringify(told, null, 2)}\n` : releasesText(told))
    return 0
  } finally {
    await opened.close()
  }
}

/** The others are listed all the same. */
function tellDamaged({ text: { what, why, next } }: Failure, { stderr }: Context): void {
  stderr.write(`warning: ${[what, why, next].filter((part) => part !== undefined).join(' ')}\n`)
}

async function pruneAll(opened: OpenPublished, keep: number, wait: boolean, context: Context) {
  context.progress.stage(`pruning ${opened.store.name}`)
  const previews = await prunePreviews(opened.store, context)
  const pruned = await opened.writing(wait, async (writing) => prune({ ...writing, published: await readManifest(writing.store), keep }))
  return { ...pruned, previews }
}

function described({ release, time, commit, generator, pin }: ManifestRoot, published: boolean): Releases['releases'][number] {
  return { release: release ?? '', time, commit, generator, published, restores: pin?.release ?? null, pinned: published && pin !== null }
}

function releasesText({ releases: listed, pruned }: Releases): string {
  const lines = listed.map(({ release, published, restores, pinned }) => {
    const notes = [published ? 'published' : '', restores === null ? '' : `restored ${restores}`, pinned ? 'pinned' : '']
    return `${published ? '*' : ' '} ${release}  ${notes.filter(Boolean).join(', ')}`.trimEnd()
  })
  const gone =
    pruned === undefined
      ? []
      : [`Pruned ${pruned.releases.length} releases and ${pruned.previews.length} previews, ${pruned.objects} objects.`]
  const list = lines.length === 0 ? ['Nothing was published yet.'] : lines
  return `${[...list, ...gone].join('\n')}\n`
}
