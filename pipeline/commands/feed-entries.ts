import type { ArticleId } from '../model/article.ts'
import { atomEntry } from '../render/atom.ts'
import { entryId, type FeedEntry, feedEntry } from '../render/feed-entry.ts'
import type { FedEdition, FeedList } from '../render/feed-lists.ts'
import type { FeedText } from '../render/feed-text.ts'
import { jsonItem, textsOf } from '../render/json-feed.ts'
import { rssItem } from '../render/rss.ts'
import type { FeedSources } from './feed-artifacts.ts'
import type { Press } from './press.ts'

/** An entry in each format. */
export interface WrittenEntry {
  readonly updated: Date
  readonly atom: string
  readonly rss: string
  readonly json: string
}

/** The entries of a locale's feeds; what stands in several feeds is written once. */
export class FeedEntries {
  readonly #press: Press
  readonly #sources: FeedSources
  readonly #written = new Map<ArticleId, WrittenEntry>()

  constructor(press: Press, sources: FeedSources) {
    this.#press = press
    this.#sources = sources
  }

  async of(list: FeedList<FedEdition>): Promise<WrittenEntry[]> {
    const entries: WrittenEntry[] = []
    let before: ReadonlyMap<string, FeedText> | null = null
    for (const edition of list.editions) {
      const known = this.#written.get(edition.article) ?? (await this.#write(edition))
      if (known === null) before ??= await this.#published(list)
      entries.push(known ?? (await this.#asPublished(edition, before ?? new Map())))
    }
    return entries
  }

  async #write(edition: FedEdition): Promise<WrittenEntry | null> {
    const text = this.#sources.desk.text(edition)
    if (text === null) return null
    const entry = written(await this.#entry(edition, text))
    this.#written.set(edition.article, entry)
    return entry
  }

  /** Of an edition that this run doesn't show; where the published feed doesn't have its text either, readers get the summary. */
  async #asPublished(edition: FedEdition, before: ReadonlyMap<string, FeedText>): Promise<WrittenEntry> {
    return written(await this.#entry(edition, before.get(entryId(edition, this.#press.room.site.url)) ?? null))
  }

  async #published({ locale, tag }: FeedList<FedEdition>): Promise<ReadonlyMap<string, FeedText>> {
    return textsOf((await this.#sources.published(this.#press.to.feeds(locale, tag).json.key)) ?? '')
  }

  async #entry(edition: FedEdition, text: FeedText | null): Promise<FeedEntry> {
    const { room, to } = this.#press
    return feedEntry(await this.#sources.cardOf(edition), text, { siteUrl: room.site.url, t: room.words.translate(edition.locale), to })
  }
}

function written(entry: FeedEntry): WrittenEntry {
  return { updated: entry.updated, atom: atomEntry(entry), rss: rssItem(entry), json: jsonItem(entry) }
}
