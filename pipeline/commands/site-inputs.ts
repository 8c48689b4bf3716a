import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Digest, digest } from '../model/digest.ts'
import type { Site } from '../model/site.ts'
import { type FileDigests, fileDigests } from '../read/file-digests.ts'
import { programDigest } from '../read/program-digest.ts'
import type { OpenSite } from './open-site.ts'
import type { CheckLevel } from './prepare-article.ts'

/** Digests of what a site is made from. Equal ones stand for equal pages, so that nothing need be read to know them. */
export interface SiteInputs {
  /** Of everything. */
  readonly all: Digest
  /** Of what every page is made with: the program, the configuration, templates, interface words and house style. */
  readonly shared: Digest
  /** Of a file of the site by its path; null where there is none. */
  readonly file: FileDigests
}

export interface BuildSettings {
  readonly level: CheckLevel
  /** Errors on pages hold back. */
  readonly pages: boolean
  /** Of the store that the pages are for. */
  readonly plainFiles: boolean
  /** A preview's pages say that they are none for search engines. */
  readonly hidden: boolean
}

/** What else decides what a site's own templates do, below its root. */
const dependencies = ['package.json', 'package-lock.json', 'npm-shrinkwrap.json', 'yarn.lock', 'pnpm-lock.yaml', 'bun.lock']

/** @throws {Failure} `disk-failed` */
export async function siteInputs(
  root: string,
  { site, files }: Pick<OpenSite, 'site' | 'files'>,
  { level, pages, plainFiles, hidden }: BuildSettings,
): Promise<SiteInputs> {
  const file = await fileDigests(root, ['articles', 'locales', 'templates'])
  const digestsOf = (paths: readonly string[]) => paths.map((path) => `${path} ${file(path)}`)
  const names = [
    ...templateFiles(root),
    ...files.house,
    ...site.fonts.map(({ file }) => file),
    ...ownFonts(root, site),
    ...dependencies.filter((name) => existsSync(join(root, name))),
  ]
  const shared = digest(JSON.stringify([programDigest(), configuration(site, plainFiles), level, pages, hidden, digestsOf(names)]))
  // A catalog may lie elsewhere than its article's name says.
  const texts = [...files.articles, ...files.catalogs].map(({ id, path }) => `${id} ${path} ${file(path)}`)
  const all = digest(JSON.stringify([shared, texts, digestsOf(files.assets), files.findings]))
  return { all, shared, file }
}

/** Those of packages change with the lock file. */
function ownFonts(root: string, { cards }: Site): string[] {
  return (cards?.fonts ?? []).filter((name) => existsSync(join(root, name)))
}

/** Folders among them have no digest. */
function templateFiles(root: string): string[] {
  const folder = join(root, 'templates')
  if (!existsSync(folder)) return []
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return names.flatMap((name) => (name.includes('node_modules') ? [] : `templates/${name}`)).sort()
}

/** Where a site is published, and what is kept and deleted there, doesn't change its pages. */
function configuration({ publish, rules, ...site }: Site, plainFiles: boolean): unknown {
  const { compress, cloudfront } = publish
  return { ...site, rules: [...rules], tagged: cloudfront?.by === 'tag', compress: plainFiles ? 'none' : compress }
}
