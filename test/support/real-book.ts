import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { ImportedCatalog } from '../../pipeline/commands/imported.ts'
import type { Message } from '../../pipeline/model/catalog.ts'
import { catalogOf } from '../catalog/sample.ts'
import { colophon } from './cli.ts'

const corpora = process.env['CORPORA'] ?? join(import.meta.dirname, '../../../shared/corpora')

/** A book, and its four catalogs of mdbook-i18n-helpers: its sources were edited for two years after most of the translating. */
export const book = join(corpora, 'comprehensive-rust')
export const bookIsHere = existsSync(book)
export const bookTags = ['da', 'es', 'fa', 'zh-CN'] as const

/** The pages' texts by name. */
export function bookPages(): Map<string, string> {
  const folder = join(book, 'src')
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'))
  return new Map(names.sort().map((name) => [name, readFileSync(join(folder, name), 'utf8').replace(/^---\n[\s\S]*?\n---\n/, '')]))
}

export interface TakenOver {
  readonly report: ImportedCatalog
  /** Messages that somebody finished, told by the file's own reader. */
  readonly finished: readonly Message[]
  /** Those whose text is prose of the book. */
  readonly prose: readonly Message[]
  readonly isFound: (message: Message) => boolean
}

/** What the command makes of a catalog, in a site of the book's pages that it writes to `root`. Twice is once. */
export async function takeOver(root: string, tag: string): Promise<TakenOver> {
  writeSite(root, tag)
  const file = join(book, 'po', `${tag}.po`)
  const { status, stdout, stderr } = await colophon(['import', '--catalog', `${tag}=${file}`, '--json', '--quiet'], { cwd: root })
  if (status !== 0 || stderr !== '') throw new Error(`import ended with ${status}: ${stderr}`)
  const [report] = (JSON.parse(stdout) as { catalogs: [ImportedCatalog] }).catalogs
  const finished = catalogOf(readFileSync(file, 'utf8')).messages.filter(isFinished)
  const left = new Map(report.left.map((one) => [one.line, one]))
  const units = new Set(report.pairs.map(({ source }) => plain(source.text)))
  return {
    report,
    finished,
    prose: finished.filter(({ id, line }) => !isWrittenLikeCode(id) && !MADE_BY_THE_TOOL.test(id) && left.get(line)?.why !== 'code'),
    isFound: ({ id, line }) => !left.has(line) || (left.get(line)?.why === 'twice' && units.has(plain(id))),
  }
}

function writeSite(root: string, tag: string): void {
  const pages = [...bookPages()].map(([name, text]) => [`articles/book/${name}`, articleOf(text)] as const)
  for (const [path, text] of [['colophon.config.json', JSON.stringify({ locales: ['en', tag] })] as const, ...pages]) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
}

function articleOf(text: string): string {
  const title = JSON.stringify(/^# (.+)$/m.exec(text)?.[1] ?? 'A page')
  return `---\ntitle: ${title}\ndescription: A page of a book.\ndate: 2026-08-05\nauthors: [Google]\n---\n\n${text}`
}

function isFinished({ flags, obsolete, strings, idPlural }: Message): boolean {
  return !flags.includes('fuzzy') && !obsolete && idPlural === null && strings.join('').trim() !== ''
}

function isWrittenLikeCode(id: string): boolean {
  return /^\s*(?:b?r?#*"|'.*'\s*$|\/\/|\/\*|#|--|<!--|```)/s.test(id) || plain(id) === ''
}

export function withoutCode(text: string): string {
  return text.replace(/^( *)(`{3,}).*\n[\s\S]*?^ *\2`*$/gm, ' \n¶\n ')
}

/** Letters and digits, without marks of Markdown, targets of links and elements of HTML. */
export function plain(text: string): string {
  return text
    .replace(/\]\((?:[^()]|\([^()]*\))*\)|\]\[[^\]]*\]/g, ' ')
    .replace(/<\/?[a-z][^<>]*>/gi, ' ')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Tables of contents with the time that each page takes. */
const MADE_BY_THE_TOOL =
  /^(?:(?:\[.*\]\(.*\) \()?(?:\d+ hours? and )?\d+ (?:minutes|hours?)\)?|(?:Day \d )?(?:Morning|Afternoon) \(.*|This segment should take .*|Including 10 minute breaks.*|Slide|Segment|Duration)$/s
