import { readArticle } from '../article/read-article.ts'
import { readCatalog } from '../catalog/read-catalog.ts'
import type { ReadArticle } from '../model/article.ts'
import type { ReadCatalog } from '../model/catalog.ts'
import { blobDigest } from '../model/digest.ts'
import type { Site } from '../model/site.ts'
import { type ReadSource, readSource } from '../read/read-source.ts'
import type { ArticleFile, CatalogFile } from '../read/site-files.ts'

/** Texts that an editor holds and hasn't saved, by path: they count instead of the files. */
export type Unsaved = ReadonlyMap<string, string>

/** An article from the disk to its units. @throws {Failure} `disk-failed` */
export function loadArticle(root: string, { id, path }: ArticleFile, site: Site, unsaved?: Unsaved): ReadArticle {
  const read = readText(root, path, unsaved)
  if (read.kind === 'broken') return { kind: 'broken', id, findings: [{ ...read.finding, article: id }] }
  return readArticle(id, read.source, site)
}

/** A catalog from the disk to its messages; what is wrong with it concerns that edition alone. @throws {Failure} `disk-failed` */
export function loadCatalog(root: string, { id, locale, path }: CatalogFile, unsaved?: Unsaved): ReadCatalog {
  const read = readText(root, path, unsaved)
  const catalog = read.kind === 'broken' ? read : readCatalog(read.source)
  return catalog.kind === 'read' ? catalog : { kind: 'broken', finding: { ...catalog.finding, article: id, locale } }
}

/** What counts of a file: what an editor holds, or what is on the disk. @throws {Failure} `disk-failed` */
export function readText(root: string, path: string, unsaved?: Unsaved): ReadSource {
  const text = unsaved?.get(path)
  return text === undefined ? readSource(root, path) : { kind: 'read', source: { path, text, digest: blobDigest(Buffer.from(text)) } }
}
