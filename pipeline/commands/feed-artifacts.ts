import type { Artifact, Key } from '../model/artifact.ts'
import type { Card } from '../model/edition.ts'
import { atom } from '../render/atom.ts'
import { inXml } from '../render/feed-entry.ts'
import type { FeedHead } from '../render/feed-head.ts'
import type { FedEdition, FeedList } from '../render/feed-lists.ts'
import { jsonFeed } from '../render/json-feed.ts'
import { rss } from '../render/rss.ts'
import { artifact } from './artifact.ts'
import type { FeedDesk } from './feed-desk.ts'
import { FeedEntries, type WrittenEntry } from './feed-entries.ts'
import type { Press } from './press.ts'

export interface FeedSources {
  /** The articles that this run shows; the others are held back by an error, or left aside. */
  readonly desk: FeedDesk
  readonly cardOf: (edition: FedEdition) => Promise<Card>
  /** The text that is published under a key. */
  readonly published: (key: Key) => Promise<string | null>
}

/** Feeds with their articles' full texts, each as Atom, RSS and JSON Feed. */
export async function* feedArtifacts(press: Press, lists: readonly FeedList<FedEdition>[], sources: FeedSources): AsyncGenerator<Artifact> {
  for (const group of Map.groupBy(lists, ({ locale }) => locale).values()) {
    const entries = new FeedEntries(press, sources)
    for (const list of group) yield* feedFiles(press, list, await entries.of(list))
  }
}

function* feedFiles(press: Press, list: FeedList<FedEdition>, entries: readonly WrittenEntry[]): Generator<Artifact> {
  const head = headOf(press, list, entries)
  const own = press.to.feeds(list.locale, list.tag)
  const file = (address: { key: Key }, body: string, type: string) =>
    artifact({ kind: 'index', address, body, contentType: `${type}; charset=utf-8` })
  yield file(
    own.atom,
    atom(
      head,
      entries.map((entry) => entry.atom),
    ),
    'application/atom+xml',
  )
  yield file(
    own.rss,
    rss(
      head,
      entries.map((entry) => entry.rss),
    ),
    'application/rss+xml',
  )
  yield file(
    own.json,
    jsonFeed(
      head,
      entries.map((entry) => entry.json),
    ),
    'application/feed+json',
  )
}

function headOf({ room, to }: Press, { locale, tag, newest }: FeedList<FedEdition>, entries: readonly WrittenEntry[]): FeedHead {
  const { name, url, feeds } = room.site
  const files = to.feeds(locale, tag)
  return {
    title: inXml(tag === null ? name : `${room.words.translate(locale)(`tag.${tag}`)} – ${name}`),
    locale,
    home: (tag === null ? to.index(locale) : to.tag(locale, tag)).url,
    files: { atom: files.atom.url, rss: files.rss.url, json: files.json.url },
    publisher: { name: inXml(name), url: `${url}/` },
    hub: feeds.hub,
    updated: new Date(Math.max(...(entries.length === 0 ? [Date.parse(newest)] : entries.map(({ updated }) => updated.getTime())))),
  }
}
