import type { Artifact, Key, StagedArtifact } from '../model/artifact.ts'
import { Failure } from '../model/failure.ts'
import type { Locale } from '../model/locale.ts'
import type { Entry } from '../model/manifest.ts'
import type { Store } from '../model/store.ts'
import { isOfSearchIndex } from '../render/addresses.ts'
import { decodeBody } from '../upload/decode-body.ts'
import type { OpenManifest } from '../upload/open-manifest.ts'
import type { Spool } from '../upload/spool.ts'
import type { Press } from './press.ts'

export interface SearchWork {
  readonly press: Press
  readonly staged: readonly StagedArtifact[]
  /** Locales whose lists have changed. */
  readonly stale: ReadonlySet<string>
  /** Whether what isn't staged stays. */
  readonly keeps: (entry: Entry) => boolean
  readonly open: OpenManifest
  readonly store: Store
  readonly bytes: Spool
  /** Takes the keys of what is published as it would be made. */
  readonly kept: Set<Key>
}

/**
 * The search indexes of the languages whose pages aren't those that they were made of: from all pages of such a language, which are read where they are
 * published. Where no page of a language has changed, nothing is read.
 */
export async function* publishSearch(work: SearchWork): AsyncGenerator<Artifact> {
  const { press, open, kept } = work
  const changed = changedLocales(work)
  const entries = changed.size === 0 ? (await open.sofar()).manifest.entries : await open.entries()
  for (const { tag } of press.room.site.locales) {
    const made = changed.has(tag) ? await remadeIndex(work, tag, entries) : null
    if (made !== null) yield* made
    else for (const key of [...entries.keys()].filter((one) => isOfSearchIndex(one, tag))) kept.add(key)
  }
}

/** Those with a page that was made, or dropped, or that a publish before began to write. */
function changedLocales({ stale, staged, open }: SearchWork): Set<string> {
  const made = staged.flatMap(({ card }) => card?.locale ?? [])
  return new Set([...stale, ...made, ...(open.root.unfinished ?? []).map(firstFolder)])
}

function firstFolder(key: Key): string {
  return key.split('/', 1)[0] ?? ''
}

/** Null where what is published was made of the same pages. */
async function remadeIndex(work: SearchWork, locale: Locale, entries: ReadonlyMap<Key, Entry>): Promise<readonly Artifact[] | null> {
  const { press, staged, keeps, open } = work
  const { searchArtifacts, searchEntryOf, searchInputs } = await import('./search-artifacts.ts')
  const pages = new Map<Key, StagedArtifact>()
  for (const entry of entries.values()) if (isPage(entry, locale) && keeps(entry)) pages.set(entry.key, entry)
  for (const one of staged) if (isPage(one, locale)) pages.set(one.key, one)
  if (pages.size === 0) return []
  const inputs = searchInputs([...pages.values()].map(({ key, digest }) => [key, digest]))
  const unfinished = (open.root.unfinished ?? []).some((key) => isOfSearchIndex(key, locale))
  if (!unfinished && entries.get(searchEntryOf(press.to, locale))?.inputs === inputs) return null
  const shown = [...pages.values()].map((page) => ({ key: page.key, read: () => readPage(work, page, entries.get(page.key)) }))
  return await searchArtifacts(press.to, locale, shown, () => inputs)
}

/** Its twin in Markdown is none. */
function isPage({ kind, card, headers }: StagedArtifact, locale: Locale): boolean {
  return kind === 'page' && card?.locale === locale && headers.contentType.startsWith('text/html')
}

/** What was made now, or stands in the store. @throws {Failure} `content-lost`, those of the store and the disk */
async function readPage({ store, bytes }: SearchWork, page: StagedArtifact, before: Entry | undefined): Promise<Uint8Array> {
  if (before?.digest !== page.digest) return bytes.get(page.digest)
  const object = await store.get(page.key)
  const body = object && (await decodeBody(object.body, object.headers.contentEncoding))
  if (body !== null) return body
  throw new Failure('content-lost', {
    exit: 3,
    what: `${page.key} isn't in ${store.name} any more, or is damaged.`,
    why: 'The search index of a language is made of all its pages.',
    next: 'Run colophon verify --repair, then publish again.',
  })
}
