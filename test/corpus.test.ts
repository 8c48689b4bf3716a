import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readArticle } from '../pipeline/article/read-article.ts'
import { align } from '../pipeline/catalog/align.ts'
import { readCatalog } from '../pipeline/catalog/read-catalog.ts'
import { syncCatalog } from '../pipeline/catalog/sync-catalog.ts'
import { writeCatalog } from '../pipeline/catalog/write-catalog.ts'
import { loadSite } from '../pipeline/config/load-site.ts'
import type { Article, ArticleId } from '../pipeline/model/article.ts'
import type { Catalog } from '../pipeline/model/catalog.ts'
import { digest } from '../pipeline/model/digest.ts'
import type { Locale } from '../pipeline/model/locale.ts'
import type { Source } from '../pipeline/model/source.ts'
import { corpus, writeSite } from './bench/corpus.ts'
import { writeHugoSite } from './bench/hugo-site.ts'

// What the benchmarks build must be what the pipeline promises to read: otherwise they measure the wrong work.

const size = { articles: 24, locales: 4 }
const folder = mkdtempSync(join(tmpdir(), 'colophon-corpus-'))
const root = join(folder, 'site')
const files = (directory: string) => readdirSync(directory, { recursive: true, encoding: 'utf8' }).sort()

beforeAll(() => writeSite(root, corpus(size)))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function digestOf(directory: string): string {
  const hash = createHash('sha256')
  for (const file of files(directory).filter((name) => /\.\w+$/.test(name))) hash.update(file).update(readFileSync(join(directory, file)))
  return hash.digest('hex')
}

function source(path: string): Source {
  const text = readFileSync(join(root, path), 'utf8')
  return { path, text, digest: digest(text) }
}

async function articles(): Promise<Article[]> {
  const site = await loadSite(root)
  const paths = files(join(root, 'articles')).filter((path) => path.endsWith('.md'))
  return paths.map((path) => {
    const read = readArticle(path.slice(0, -'.md'.length) as ArticleId, source(`articles/${path}`), site)
    if (read.kind === 'broken') throw new Error(JSON.stringify(read.findings))
    return read.article
  })
}

function catalog(locale: string, { id }: Article): Catalog {
  const read = readCatalog(source(`locales/${locale}/articles/${id}.po`))
  if (read.kind === 'broken') throw new Error(JSON.stringify(read.finding))
  return read.catalog
}

test('the same options make the same bytes, another seed other ones', () => {
  writeSite(join(folder, 'again'), corpus(size))
  writeSite(join(folder, 'other'), corpus({ ...size, seed: 2 }))
  expect(digestOf(join(folder, 'again'))).toBe(digestOf(root))
  expect(digestOf(join(folder, 'other'))).not.toBe(digestOf(root))
})

test('articles are about 700 words long and read without a finding', async () => {
  const all = await articles()
  expect(all).toHaveLength(size.articles)
  expect(all.flatMap(({ findings }) => findings)).toEqual([])
  const words = all.map((article) => article.source.text.split(/\s+/).length)
  expect(words.reduce((sum, each) => sum + each) / words.length).toBeGreaterThan(600)
  expect(new Set(all.flatMap(({ units }) => units.map(({ kind }) => kind)))).toContain('table cell')
})

test('every unit has a current translation in every locale', async () => {
  for (const article of await articles()) {
    for (const locale of ['it', 'fr', 'es']) {
      const matches = align(article.units, catalog(locale, article))
      const lacking = article.units.filter(({ kind }, index) => kind !== 'slug' && matches[index]?.kind !== 'exact')
      expect(lacking.map(({ text }) => text)).toEqual([])
    }
  }
})

test('catalogs are in canonical form: sync leaves them as they are', async () => {
  for (const article of await articles()) {
    const before = catalog('it', article)
    const after = syncCatalog({ units: article.units, catalog: before, locale: 'it' as Locale })
    expect(writeCatalog(after)).toBe(before.source?.text)
  }
})

test('Hugo gets every edition', () => {
  writeHugoSite(join(folder, 'hugo'), corpus(size), join(import.meta.dirname, '..', 'templates', 'style.css'))
  expect(files(join(folder, 'hugo', 'content')).filter((path) => path.endsWith('.md'))).toHaveLength(size.articles * size.locales)
})
