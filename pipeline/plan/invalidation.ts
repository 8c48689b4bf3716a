import type { ArtifactKind, Key } from '../model/artifact.ts'
import type { Entry } from '../model/manifest.ts'
import type { Step } from '../model/step.ts'

export interface InvalidationOptions {
  /** What stands before every key in readers' addresses: empty, or a path without a slash at its end. */
  readonly base: string
  /** Whether objects carry cache tags (`cacheTag`). */
  readonly tags: boolean
}

/** Of paths that one invalidation names; more are said by wildcards. CloudFront charges each path, and takes 3,000 at once. */
const mostPaths = 100

/** Wildcards that CloudFront works on at once. */
const mostWildcards = 15

/** Changed objects of one tag that are named one by one. */
const few = 2

/**
 * What a cache in front of the store should forget once the steps are done: what they replace or remove, assets apart, whose names change with
 * their content. What is new isn't in a cache yet. What is in one has the tag that it was published with, if any, whatever takes its place.
 *
 * @param removed what an earlier release dropped, and whose objects went only now: a reader may have asked for one since
 * @returns CloudFront's items: paths percent-encoded, `/it/*`, `#pages-it`; the fewest that cover the change, nothing where none does
 */
export function invalidation(steps: readonly Step[], removed: readonly Key[], { base, tags }: InvalidationOptions): readonly string[] {
  const old = steps.flatMap(seenBefore)
  const gone = removed.filter((key) => !key.startsWith('assets/'))
  const groups = [...Map.groupBy(old, ({ headers }) => (tags ? headers.cacheTag : undefined))]
  const many = groups.filter(([tag, group]) => tag !== undefined && group.length > few)
  const byTag = new Set(many.flatMap(([, group]) => group))
  const byPath = old.filter((entry) => !byTag.has(entry)).map(({ key }) => key)
  return [...many.map(([tag]) => `#${tag}`), ...fewest([...new Set([...byPath, ...gone])])]

  function fewest(keys: readonly Key[]): string[] {
    const each = keys.flatMap(paths)
    if (each.length <= mostPaths) return each
    const folders = [...new Set(keys.map(folderOf))]
    return folders.length <= mostWildcards && !folders.includes('') ? folders.map((folder) => `${base}/${folder}/*`) : [`${base}/*`]
  }

  /** A page is asked for by its folder, too. */
  function paths(key: Key): string[] {
    const path = `${base}/${key.split('/').map(encoded).join('/')}`
    return path.endsWith('/index.html') ? [path.slice(0, -'index.html'.length), path] : [path]
  }
}

/** The tag of an object: its kind and its locale, `pages-it`; so a change to many is one item. */
export function cacheTag(kind: ArtifactKind, key: Key): string {
  return `${kind === 'index' ? 'indexes' : `${kind}s`}-${folderOf(key) || 'site'}`
}

/** What readers got until now, and may still get from a cache. */
function seenBefore(step: Step): Entry[] {
  switch (step.kind) {
    case 'put':
      return step.published !== null && step.published.kind !== 'asset' ? [step.published] : []
    case 'delete':
      return step.entry.kind !== 'asset' ? [step.entry] : []
    case 'keep':
      return []
  }
}

/** The first folder of a key: the locale of what belongs to one. */
function folderOf(key: Key): string {
  return key.includes('/') ? (key.split('/', 1)[0] ?? '') : ''
}

/** A star would be a wildcard. */
function encoded(segment: string): string {
  return encodeURIComponent(segment).replaceAll('*', '%2A')
}
