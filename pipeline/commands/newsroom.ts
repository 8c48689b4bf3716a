import { type SiteWords, siteWords } from '../merge/site-words.ts'
import type { ArticleId } from '../model/article.ts'
import type { Finding } from '../model/finding.ts'
import type { Locale } from '../model/locale.ts'
import type { Articles } from '../model/manifest.ts'
import type { Site } from '../model/site.ts'
import type { Source } from '../model/source.ts'
import { readInterfaceWords, type Words } from '../read/interface-words.ts'
import type { ArticleFile, CatalogFile, SiteFiles } from '../read/site-files.ts'
import type { Context } from './context.ts'
import { Dictionaries } from './dictionaries.ts'
import { HouseKnowledge } from './house-knowledge.ts'
import { knownRules } from './known-rules.ts'
import type { Unsaved } from './load-article.ts'
import type { OpenSite, Wanted } from './open-site.ts'
import { Pictures } from './pictures.ts'
import { PublishedEditions } from './published-editions.ts'

/** A site open for work: its files by name, its words, and what of it is published. */
export interface Newsroom {
  readonly root: string
  /** Articles dated later aren't published yet. */
  readonly now: Date
  readonly site: Site
  readonly files: SiteFiles
  readonly wanted: Wanted
  readonly words: SiteWords
  /** Interface words by locale: the built-in ones, the site's own over them. */
  readonly interfaces: ReadonlyMap<Locale, Words>
  /** The site's own files of them. */
  readonly interfaceSources: ReadonlyMap<Locale, Source>
  /** What any site's pages may say. */
  readonly builtInWords: Words
  readonly knowledge: HouseKnowledge
  readonly dictionaries: Dictionaries
  /** Of the site's files and interface words, not of its articles. */
  readonly findings: readonly Finding[]
  /** The errors among them that concern one article as a whole. */
  readonly mistakes: ReadonlyMap<ArticleId, readonly Finding[]>
  readonly articles: ReadonlyMap<ArticleId, ArticleFile>
  /** The article of a file. */
  readonly articleAt: ReadonlyMap<string, ArticleId>
  readonly catalogs: ReadonlyMap<ArticleId, ReadonlyMap<Locale, CatalogFile>>
  readonly assets: ReadonlySet<string>
  readonly pictures: Pictures
  /** Only where an editor asks. */
  readonly unsaved?: Unsaved
  /** Before this run. */
  readonly published: PublishedEditions
}

/**
 * @param published what is known of published articles; nothing, where a command doesn't publish
 * @throws {Failure} `unknown-rule`, `rule-options`, `disk-failed`
 */
export async function openNewsroom(
  { root, clock }: Pick<Context, 'root' | 'clock'>,
  { site, files, wanted }: OpenSite,
  published: Articles = new Map(),
): Promise<Newsroom> {
  knownRules(site)
  const interfaces = readInterfaceWords(root, localesOf(site))
  const findings = [...files.findings, ...interfaces.findings]
  return {
    root,
    now: clock(),
    site,
    files,
    wanted,
    words: await siteWords(site, interfaces.words),
    interfaces: interfaces.words,
    interfaceSources: interfaces.sources,
    builtInWords: interfaces.builtIn,
    knowledge: new HouseKnowledge(root, files.house),
    dictionaries: new Dictionaries(root, site.locales),
    findings,
    mistakes: mistakesByArticle(findings),
    articles: new Map(files.articles.map((file) => [file.id, file])),
    articleAt: new Map(files.articles.map(({ id, path }) => [path, id])),
    catalogs: catalogsByArticle(files.catalogs),
    assets: new Set(files.assets),
    pictures: new Pictures(root),
    published: new PublishedEditions(published),
  }
}

/** Every locale whose words may be shown; English stands behind all others. */
function localesOf({ locales, sourceLocale }: Site): Set<Locale> {
  return new Set([...locales.flatMap(({ tag, fallback }) => [tag, ...fallback]), sourceLocale, 'en' as Locale])
}

function catalogsByArticle(files: readonly CatalogFile[]): Map<ArticleId, Map<Locale, CatalogFile>> {
  const found = new Map<ArticleId, Map<Locale, CatalogFile>>()
  for (const file of files) {
    const ofArticle = found.get(file.id) ?? new Map<Locale, CatalogFile>()
    found.set(file.id, ofArticle.set(file.locale, file))
  }
  return found
}

function mistakesByArticle(findings: readonly Finding[]): Map<ArticleId, Finding[]> {
  const found = new Map<ArticleId, Finding[]>()
  for (const finding of findings) {
    if (finding.severity !== 'error' || finding.article === undefined) continue
    found.set(finding.article, [...(found.get(finding.article) ?? []), finding])
  }
  return found
}
