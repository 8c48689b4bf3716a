import { join } from 'node:path'
import type { Fate } from '../catalog/bring-in.ts'
import type { AdoptedText } from '../catalog/foreign/adopt.ts'
import { keepLeft } from '../catalog/foreign/keep-left.ts'
import type { LeftOver } from '../catalog/foreign/left-over.ts'
import { takeAdopted } from '../catalog/foreign/take-adopted.ts'
import { hasWords } from '../catalog/message-state.ts'
import { syncCatalog } from '../catalog/sync-catalog.ts'
import { writeCatalog } from '../catalog/write-catalog.ts'
import { type ArticleId, offsetInFile, type Unit } from '../model/article.ts'
import type { Finding } from '../model/finding.ts'
import type { Locale } from '../model/locale.ts'
import { pointAt } from '../model/place.ts'
import type { Source } from '../model/source.ts'
import type { SiteFiles } from '../read/site-files.ts'
import { writeWhole } from '../read/write-file.ts'
import type { AdoptedPair } from './imported.ts'
import { loadCatalog } from './load-article.ts'
import { type TeamFinder, teamIn } from './team-finder.ts'

/** What of an article filling its catalog needs. */
export interface FilledArticle {
  readonly id: ArticleId
  readonly units: readonly Unit[]
  readonly source: Source
}

export interface FillerOptions {
  readonly root: string
  readonly files: SiteFiles
  readonly locale: Locale
  readonly teams: TeamFinder
  /** Who wrote the words, for catalogs that have none yet; null where nobody knows. */
  readonly credit: string | null
  readonly dryRun: boolean
  /** Broken catalogs are added; they stay as they are. */
  readonly findings: Finding[]
}

/** Writes adopted texts into articles' catalogs of one locale, each whole, and only where something new came. */
export class CatalogFiller {
  readonly updated: string[] = []
  readonly pairs: AdoptedPair[] = []
  /** Where each text without a unit is kept, relative to the root. */
  readonly kept = new Map<LeftOver, string>()
  readonly #options: FillerOptions

  constructor(options: FillerOptions) {
    this.#options = options
  }

  /** @param left of texts that the article has no more */
  fill(article: FilledArticle, texts: readonly AdoptedText[], left: readonly LeftOver[]): void {
    const { root, files, locale, teams, credit, dryRun, findings } = this.#options
    const path = `locales/${locale}/articles/${article.id}.po`
    const file = files.catalogs.find((catalog) => catalog.id === article.id && catalog.locale === locale)
    const isNothing = texts.length === 0 && left.length === 0
    const read = isNothing || file === undefined ? null : loadCatalog(root, file)
    if (read?.kind === 'broken') findings.push(read.finding)
    if (isNothing || read?.kind === 'broken') return
    const before = read?.catalog ?? null
    const isEmpty = before === null || (teamIn(before) === null && !before.messages.some(hasWords))
    const team = (isEmpty ? credit : null) ?? teams.teamOf(locale, before)
    const synced = syncCatalog({ units: article.units, catalog: before, locale, team })
    const { catalog, fates } = takeAdopted(synced, texts)
    this.pairs.push(...texts.map((text, at) => pairOf(article, path, text, fates[at] as Fate)))
    const { catalog: whole, kept } = keepLeft(catalog, left)
    for (const text of kept) this.kept.set(text, path)
    const after = writeCatalog(whole === catalog ? catalog : syncCatalog({ units: article.units, catalog: whole, locale, team }))
    if (after === writeCatalog(synced)) return
    this.updated.push(path)
    if (!dryRun) writeWhole(join(root, path), after)
  }
}

function pairOf({ id, source }: FilledArticle, path: string, { unit, text, doubt, texts }: AdoptedText, became: Fate): AdoptedPair {
  return {
    ...{ article: id, path, sure: doubt === null, doubt, became },
    source: { file: source.path, line: pointAt(source.text, offsetInFile(unit, 0)).line, text: unit.text },
    target: { line: texts[0]?.message.line ?? 1, source: texts.map((one) => one.id).join(' '), text },
  }
}
