import { readArticle } from '../article/read-article.ts'
import { readCatalog } from '../catalog/read-catalog.ts'
import type { ReadArticle } from '../model/article.ts'
import type { ReadCatalog } from '../model/catalog.ts'
import type { Site } from '../model/site.ts'
import { readSource } from '../read/read-source.ts'
import type { ArticleFile, CatalogFile } from '../read/site-files.ts'

/** An article from the disk to its units. @throws {Failure} `disk-failed` */
export function loadArticle(root: string, { id, path }: ArticleFile, site: Site): ReadArticle {
  const read = readSource(root, path)
  if (read.kind === 'broken') return { kind: 'broken', id, findings: [{ ...read.finding, article: id }] }
  return readArticle(id, read.source, site)
}

/** A catalog from the disk to its messages; what is wrong with it concerns that edition alone. @throws {Failure} `disk-failed` */
export function loadCatalog(root: string, { id, locale, path }: CatalogFile): ReadCatalog {
  const read = readSource(root, path)
  const catalog = read.kind === 'broken' ? read : readCatalog(read.source)
  return catalog.kind === 'read' ? catalog : { kind: 'broken', finding: { ...catalog.finding, article: id, locale } }
}
