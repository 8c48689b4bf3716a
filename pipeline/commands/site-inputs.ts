import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { comparesNames } from '../check/active-rules.ts'
import type { ArticleId } from '../model/article.ts'
import { type Digest, digest } from '../model/digest.ts'
import type { Site } from '../model/site.ts'
import { type FileDigests, fileDigests } from '../read/file-digests.ts'
import { programDigest } from '../read/program-digest.ts'
import type { Newsroom } from './newsroom.ts'
import type { CheckLevel } from './prepare-article.ts'

/** Digests of what a site is made from. Equal ones stand for equal pages, so that nothing need be read to know them. */
export interface SiteInputs {
  /** Of what every page is made with: the program, the configuration, templates, interface words and house style. */
  readonly common: Digest
  /** Of a file by its path; null where there is none. */
  readonly file: FileDigests
  /**
   * Of all that an article's editions are decided and made from, but for the addresses of the articles that it links to.
   *
   * @param targets paths that it points at
   */
  article(id: ArticleId, targets: readonly string[]): Digest
}

/** What else decides what a site's own templates do, below its root. */
const dependencies = ['package.json', 'package-lock.json', 'npm-shrinkwrap.json', 'yarn.lock', 'pnpm-lock.yaml', 'bun.lock']

export interface BuildSettings {
  readonly level: CheckLevel
  /** Of the store that the pages are for. */
  readonly plainFiles: boolean
}

/** @throws {Failure} `disk-failed` */
export async function siteInputs(room: Newsroom, settings: BuildSettings): Promise<SiteInputs> {
  const { level } = settings
  const { root, site, files } = room
  const file = await fileDigests(root, ['articles', 'locales', 'templates'])
  const names = [...templateFiles(root), ...files.house, ...dependencies.filter((name) => existsSync(join(root, name)))]
  // Rules that know how often a name stands in the site make each article depend on all of them.
  const corpus = level !== 'none' && comparesNames(site.rules, level) ? [...files.articles, ...files.catalogs].map(({ path }) => path) : []
  const digests = [...names, ...corpus].map((path) => [path, file(path)])
  const common = digest(JSON.stringify([programDigest(), configuration(site), settings, digests]))
  return {
    common,
    file,
    article(id, targets) {
      const own = [room.articles.get(id)?.path ?? '', ...[...(room.catalogs.get(id)?.values() ?? [])].map(({ path }) => path)]
      const mistakes = room.mistakes.get(id) ?? []
      const reached = targets.map((path) => [path, room.articleAt.has(path) ? 'article' : room.assets.has(path) ? file(path) : null])
      return digest(JSON.stringify([common, id, own.map((path) => [path, file(path)]), mistakes, reached]))
    },
  }
}

/** Folders among them have no digest. */
function templateFiles(root: string): string[] {
  const folder = join(root, 'templates')
  if (!existsSync(folder)) return []
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return names.flatMap((name) => (name.includes('node_modules') ? [] : `templates/${name}`)).sort()
}

/** Where a site is published, and what is kept and deleted there, doesn't change its pages. */
function configuration({ publish, rules, ...site }: Site): unknown {
  const { to: _to, endpoint: _endpoint, region: _region, deleteLimit: _limit, keepReleases: _keep, ...delivery } = publish
  return { ...site, rules: [...rules], delivery }
}
