import { basename, dirname, extname, join, resolve } from 'node:path'
import { stringify } from 'yaml'
import { splitFrontMatter } from '../article/front-matter-block.ts'
import { parseInstant } from '../article/instant.ts'
import { readArticle } from '../article/read-article.ts'
import { isSlug } from '../article/slug.ts'
import { loadSite } from '../config/load-site.ts'
import type { ArticleId } from '../model/article.ts'
import { digest } from '../model/digest.ts'
import type { ImportedDocument } from '../model/document.ts'
import { Failure } from '../model/failure.ts'
import { type Locale, parseLocale } from '../model/locale.ts'
import type { Site } from '../model/site.ts'
import { articleFiles } from '../read/article-files.ts'
import { listSite } from '../read/list-site.ts'
import { readDocument } from '../read/read-document.ts'
import { writeWhole } from '../read/write-file.ts'
import type { Context } from './context.ts'
import { failures } from './failures.ts'
import type { ImportedArticle } from './imported.ts'
import type { ImportOptions } from './options.ts'

/**
 * Make an article of a document; its pictures beside it.
 *
 * What the document doesn't tell is `TODO`, and makes the article a draft, which is never published.
 *
 * @throws {Failure} `article-exists`, `import-id`, `unknown-locale`, and those of `readDocument`
 */
export async function importArticle(file: string, options: ImportOptions, context: Context): Promise<ImportedArticle> {
  const site = await loadSite(context.root)
  const given = await readDocument(resolve(context.cwd, file), file)
  const document = withTitle(given)
  const id = options.id ?? idOf(file)
  const path = document.pictures.length > 0 ? `articles/${id}/index.md` : `articles/${id}.md`
  checkId(id, path)
  checkFree(id, path, context.root, site)
  const { fields, missing, notes } = frontMatterOf(document, options.lang, site)
  const body = document.markdown.slice(splitFrontMatter(document.markdown).body).trim()
  const text = `---\n${stringify(fields, { lineWidth: 0 })}---\n\n${body.replace(/\r\n?/g, '\n')}\n`
  const pictures = document.pictures.map(({ name }) => `${dirname(path)}/${name}`)
  if (!options.dryRun) {
    for (const { name, bytes } of document.pictures) writeWhole(join(context.root, dirname(path), name), bytes)
    writeWhole(join(context.root, path), text)
  }
  return { file, article: id, path, pictures, missing, notes: [...document.notes, ...notes, ...problemsIn(id, path, text, missing, site)] }
}

/** A Markdown file without front matter has its title as first heading. */
function withTitle(document: ImportedDocument): ImportedDocument {
  const { markdown, meta } = document
  const body = splitFrontMatter(markdown).body
  const heading =
    document.lines === null && meta.title === null ? /^\s*#[ \t]+([^\r\n]*?)[ \t#]*(?:\r?\n|$)/.exec(markdown.slice(body)) : null
  if (heading?.[1] === undefined) return document
  return { ...document, meta: { ...meta, title: heading[1] }, markdown: markdown.slice(body + heading[0].length) }
}

/** The file's name, as an address would have it. */
function idOf(file: string): string {
  const name = basename(file, extname(file)).normalize('NFC').toLowerCase()
  return name
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^[-\p{M}]+|-+$/gu, '')
    .slice(0, 100)
}

function checkId(id: string, path: string): void {
  const [problem] = articleFiles([{ path, kind: 'file' }]).findings
  const segments = id.split('/')
  const isSafe =
    segments.every((segment) => segment !== '' && !segment.startsWith('.')) && isSlug(segments.at(-1) ?? '') && id.length <= 500
  if (problem !== undefined || !isSafe) throw new Failure('import-id', failures['import-id'](id, problem?.message))
}

function checkFree(id: string, path: string, root: string, site: Site): void {
  const files = listSite(
    root,
    site.locales.map(({ tag }) => tag),
  )
  const existing = files?.articles.find((article) => article.id === id)?.path
  if (existing !== undefined) throw new Failure('article-exists', failures['article-exists'](existing))
  const folder = `${dirname(path)}/`
  const asset = path.endsWith('/index.md') ? files?.assets.find((name) => name.startsWith(folder)) : undefined
  if (asset !== undefined) throw new Failure('article-exists', failures['article-exists'](asset))
}

interface Written {
  readonly fields: Readonly<Record<string, unknown>>
  readonly missing: readonly string[]
  readonly notes: readonly string[]
}

function frontMatterOf({ meta }: ImportedDocument, wantedLang: string | null, site: Site): Written {
  const date = meta.date !== null && parseInstant(meta.date, site.timeZone) !== null ? meta.date : null
  const locale = knownLocale(wantedLang ?? meta.lang, site)
  if (wantedLang !== null && locale === null)
    throw new Failure(
      'unknown-locale',
      failures['unknown-locale'](
        wantedLang,
        site.locales.map(({ tag }) => tag),
        '',
      ),
    )
  const required = { title: meta.title, description: meta.description, date, authors: meta.authors.length > 0 ? meta.authors : null }
  const missing = Object.entries(required).flatMap(([name, value]) => (value === null ? [name] : []))
  const filled = Object.fromEntries(
    Object.entries(required).map(([name, value]) => [name, value ?? (name === 'authors' ? ['TODO'] : 'TODO')]),
  )
  return {
    fields: {
      ...filled,
      ...(locale !== null && locale !== site.sourceLocale && { lang: locale }),
      ...(meta.tags.length > 0 && { tags: meta.tags }),
      ...(missing.length > 0 && { draft: true }),
    },
    missing,
    notes: [
      ...(meta.date !== null && date === null ? [`The document says \`${meta.date}\` for its date, which is no ISO 8601 date.`] : []),
      ...(meta.lang !== null && locale === null
        ? [`The document's language, \`${meta.lang}\`, is none of the site's locales: it is taken to be ${site.sourceLocale}.`]
        : []),
    ],
  }
}

/** `en-US` is `en` where the site has nothing nearer. */
function knownLocale(tag: string | null, site: Site): Locale | null {
  const locale = tag === null ? null : parseLocale(tag.replaceAll('_', '-'))
  const known = site.locales.map((settings) => settings.tag)
  if (locale === null || known.includes(locale)) return locale
  return known.find((other) => other === new Intl.Locale(locale).language) ?? null
}

/** What reading the article finds, but for what is known to be missing. */
function problemsIn(id: string, path: string, text: string, missing: readonly string[], site: Site): string[] {
  const complete = missing.includes('date') ? text.replace(/^date: TODO$/m, 'date: 2000-01-01') : text
  const read = readArticle(id as ArticleId, { path, text: complete, digest: digest(complete) }, site)
  const findings = read.kind === 'read' ? read.article.findings : read.findings
  const pictures =
    read.kind === 'read' ? read.article.targets.filter(({ kind, address }) => kind === 'picture' && !/^[a-z]+:/i.test(address)) : []
  const beside = pictures.map(({ address }) => address).filter((address) => !/^picture-\d+\.\w+$/.test(address))
  return [
    ...findings.map(({ line, message }) => `${path}:${line}: ${message}`),
    ...[...new Set(beside)].map((address) => `The picture ${address} isn't brought along: put it there.`),
  ]
}
