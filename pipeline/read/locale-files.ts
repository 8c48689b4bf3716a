import type { ArticleId } from '../model/article.ts'
import type { Finding } from '../model/finding.ts'
import { type Locale, parseLocale } from '../model/locale.ts'
import { type Found, hidden } from './list-folder.ts'
import { linkNote, note } from './note.ts'
import type { CatalogFile } from './site-files.ts'

export interface LocaleFiles {
  readonly catalogs: CatalogFile[]
  readonly orphans: CatalogFile[]
  readonly interfaces: Map<Locale, string>
  readonly house: string[]
  readonly findings: Finding[]
}

/** Sort the files below `locales/` into catalogs and interfaces; catalogs that nobody reads are findings. */
export function localeFiles(found: readonly Found[], locales: readonly Locale[], articles: ReadonlySet<ArticleId>): LocaleFiles {
  const files: LocaleFiles = { catalogs: [], orphans: [], interfaces: new Map(), house: [], findings: [] }
  const known = new Set<string>(locales)
  const strangers = new Set<string>()
  for (const file of found) {
    const end = file.path.indexOf('/', 'locales/'.length)
    const folder = file.path.slice('locales/'.length, end)
    const rest = file.path.slice(end + 1)
    if (file.kind === 'file' && (end === -1 || !isCatalog(rest))) files.house.push(file.path)
    if (end === -1 || hidden(file.path)) continue
    if (known.has(folder)) addFile(files, file, folder as Locale, { rest, articles })
    else if (file.path.endsWith('.po') || known.has(parseLocale(folder) ?? '')) strangers.add(folder)
  }
  for (const folder of strangers) files.findings.push(unusedLocale(folder, known))
  return files
}

/** @param rest the path below a locale's folder */
function isCatalog(rest: string): boolean {
  return rest.startsWith('articles/') && rest.endsWith('.po')
}

interface Place {
  /** The path below the locale's folder. */
  readonly rest: string
  readonly articles: ReadonlySet<ArticleId>
}

function addFile(files: LocaleFiles, { path, kind }: Found, locale: Locale, { rest, articles }: Place): void {
  if (kind === 'link') {
    files.findings.push({ ...linkNote(path), locale })
  } else if (rest === 'interface.json') {
    files.interfaces.set(locale, path)
  } else if (isCatalog(rest)) {
    const id = rest.slice('articles/'.length, -'.po'.length) as ArticleId
    if (articles.has(id)) files.catalogs.push({ id, locale, path })
    else {
      files.orphans.push({ id, locale, path })
      files.findings.push({
        ...note(
          'catalog-without-article',
          'warning',
          path,
          `There is no article \`${id}\` for this catalog. If the article was renamed, \`colophon sync\` takes its catalogs along.`,
        ),
        locale,
      })
    }
  }
}

function unusedLocale(folder: string, known: ReadonlySet<string>): Finding {
  const canonical = parseLocale(folder)
  const message =
    canonical !== null && known.has(canonical)
      ? `Unexpected folder \`${folder}\`, expected \`${canonical}\`.`
      : `The locale \`${folder}\` is not in the configuration: its catalogs are not used.`
  return note('unused-locale', 'warning', `locales/${folder}`, message)
}
