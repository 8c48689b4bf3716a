import { type ArticleRecord, recordOf } from '../../pipeline/model/article-record.ts'
import type { ArtifactKind, StagedArtifact } from '../../pipeline/model/artifact.ts'
import { digest } from '../../pipeline/model/digest.ts'
import type { Card } from '../../pipeline/model/edition.ts'
import type { Articles, Entry, Made, Manifest } from '../../pipeline/model/manifest.ts'
import { nothingPublished } from '../../pipeline/model/manifest.ts'
import { entryOf } from '../../pipeline/plan/entry-of.ts'
import { key } from './key.ts'

/** An artifact whose bytes are `content`. */
export function staged(name: string, content = name, more: Partial<StagedArtifact> = {}): StagedArtifact {
  return {
    key: key(name),
    kind: kindOf(name),
    digest: digest(content),
    size: Buffer.byteLength(content),
    headers: { contentType: 'text/html; charset=utf-8' },
    inputs: digest(`inputs of ${content}`),
    card: null,
    ...more,
  }
}

/** It, as it was published. */
export function entry(artifact: StagedArtifact): Entry {
  return { ...artifact, etag: `"${artifact.digest.slice(0, 32)}"` }
}

/** A manifest as it was read, each entry whole: they take what they say out of their shard only when it is asked for. */
export function unpacked(manifest: Manifest): Manifest {
  return {
    ...manifest,
    made: unpackedMade(manifest.made),
    entries: new Map([...manifest.entries].map(([key, one]) => [key, entryOf(one, one.etag)])),
  }
}

/** A record as it was made: what was read from a manifest says each thing when it is asked for. */
export function unpackedRecords(articles: Articles): Articles {
  return new Map([...articles].map(([id, record]) => [id, recordOf(record)]))
}

/** What a publish learnt, with such records. */
export function unpackedMade(made: Made): Made {
  return { ...made, articles: unpackedRecords(made.articles) }
}

/** What is published: these. */
export function published(...artifacts: readonly StagedArtifact[]): Manifest {
  return {
    ...nothingPublished,
    release: '20261121T090000Z',
    entries: new Map(artifacts.map((artifact) => [artifact.key, entry(artifact)])),
  }
}

/** The card of a page in the folder of its locale. */
export function card(locale: string, article: string): Card {
  return {
    article: article as Card['article'],
    locale: locale as Card['locale'],
    sourceLocale: 'en' as Card['locale'],
    publication: 'complete',
    title: `About ${article}`,
    description: '',
    date: '2026-11-22T18:00:00.000Z',
    updated: null,
    authors: ['Ada'],
    tags: [],
    slug: article,
  }
}

/** What a publish learnt of an article. */
export function articleRecord(article: string): ArticleRecord {
  const id = article as ArticleRecord['article']
  const edition = { locale: 'en' as Card['locale'], sourceLocale: 'en' as Card['locale'], publication: 'complete' as const, slug: article }
  const digests = { card: digest(`card of ${article}`), page: digest(`page of ${article}`), sound: digest(`checked ${article}`) }
  return recordOf({
    article: id,
    inputs: digest(`inputs of ${article}`),
    due: null,
    date: '2025-07-21T16:00:00.000Z',
    links: digest('none'),
    targets: [],
    errors: [],
    held: [],
    editions: [
      {
        ...edition,
        ...digests,
        date: '2026-11-22T18:00:00.000Z',
        tags: ['sea'],
        authors: ['Ada'],
        targets: [],
        assets: [],
        around: [null],
      },
    ],
  })
}

function kindOf(name: string): ArtifactKind {
  if (name.startsWith('assets/')) return 'asset'
  return name.endsWith('.xml') || name.split('/').length < 3 ? 'index' : 'page'
}
