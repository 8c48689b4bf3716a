import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { ImportedCatalog } from '../../pipeline/commands/imported.ts'
import type { Message } from '../../pipeline/model/catalog.ts'
import { catalogOf } from '../catalog/sample.ts'
import { colophon } from '../support/cli.ts'
import { temporarySite } from '../support/temporary-site.ts'

/*
 * Four catalogs of mdbook-i18n-helpers for a book whose sources were edited for two years after most of the translating.
 *
 * Counted are finished translations, not fuzzy, not obsolete, whose text is prose of the book: the tool also takes string literals, comments and whole blocks out of code, and it translates the tables of contents that the book's tools make.
 * A text found its unit where a unit got it, as it is or as fuzzy for a near text, or where its unit has another message's words: systems keep a heading of a page and a line of a table of contents apart, and we don't.
 *
 * What is there to be found is told without our matcher, by the words of the sources alone. A text stands in a file where its words do, one behind the other, outside of code; of less than four words, where they are a line or a cell of their own: fewer stand in many texts by chance. It stands there nearly where one paragraph has half of its pairs of words.
 *
 * How many can be found at all is told in the same way: a text without such a place, or near to paragraphs alone that are another finished text word for word, was deleted. Where that leaves less than 95 of 100, 97 of 100 of the rest are asked for instead.
 */
const corpora = process.env['CORPORA'] ?? join(import.meta.dirname, '../../../shared/corpora')
const book = join(corpora, 'comprehensive-rust')
const isHere = existsSync(book)
if (!isHere) process.stderr.write(`SKIPPED: ${book} isn’t here (set CORPORA), so no book’s catalogs are taken over\n`)

const tags = ['da', 'es', 'fa', 'zh-CN'] as const

describe.runIf(isHere)('the catalogs of a real book', () => {
  const sources = isHere ? sourcesOf(join(book, 'src')) : new Map<string, string>()
  const whereStands = standing([...sources.values()].map(withoutCode))

  /** The command's report, and what the file's own reader finds finished in it. */
  async function takenOver(tag: string): Promise<{ report: ImportedCatalog; finished: Message[]; again: () => Promise<ImportedCatalog> }> {
    const articles = [...sources].map(([name, text]) => [`articles/book/${name}`, articleOf(text)])
    const root = temporarySite({ 'colophon.config.json': JSON.stringify({ locales: ['en', tag] }), ...Object.fromEntries(articles) })
    const file = join(book, 'po', `${tag}.po`)
    const take = async (): Promise<ImportedCatalog> => {
      const { status, stdout, stderr } = await colophon(['import', '--catalog', `${tag}=${file}`, '--json', '--quiet'], { cwd: root })
      expect([status, stderr]).toEqual([0, ''])
      return (JSON.parse(stdout) as { catalogs: [ImportedCatalog] }).catalogs[0]
    }
    return { report: await take(), finished: catalogOf(readFileSync(file, 'utf8')).messages.filter(isFinished), again: take }
  }

  test.each(tags)('%s: what stands in the prose of the sources finds its unit', { timeout: 300_000 }, async (tag) => {
    const { report, finished, again } = await takenOver(tag)
    const left = new Map(report.left.map((one) => [one.line, one]))
    const units = new Set(report.pairs.map(({ source }) => plain(source.text)))
    const isFound = ({ id, line }: Message): boolean => !left.has(line) || (left.get(line)?.why === 'twice' && units.has(plain(id)))
    const prose = finished.filter(({ id, line }) => !isWrittenLikeCode(id) && !MADE_BY_THE_TOOL.test(id) && left.get(line)?.why !== 'code')
    const counts: Record<Where, [found: number, not: number]> = { verbatim: [0, 0], nearly: [0, 0], nowhere: [0, 0] }
    for (const message of prose) {
      const count = counts[whereStands(plain(message.id))]
      count[isFound(message) ? 0 : 1]++
    }
    const missed = prose.filter((message) => !isFound(message))
    const there = missed.filter(({ id }) => whereStands(plain(id)) !== 'nowhere')
    const kept = missed.filter(({ line }) => left.get(line)?.kept !== null)
    const share = (found: number, all: number): string => `${((100 * found) / all).toFixed(1)}%`
    const whereFree = standing([...sources.values()].map(withoutCode), new Set(finished.map(({ id }) => plain(id))))
    const placeless = missed.filter(({ id }) => whereFree(plain(id)) === 'nowhere')
    const ceiling = (prose.length - placeless.length) / prose.length
    const standingOnes = prose.length - counts.nowhere[0] - counts.nowhere[1]
    process.stdout.write(
      [
        `${tag}: of ${prose.length} finished translations of prose ${prose.length - missed.length} found their unit (${share(prose.length - missed.length, prose.length)}), ${kept.length} of the others are kept as obsolete messages.`,
        `  By the words of the sources at most ${prose.length - placeless.length} can be found (${share(prose.length - placeless.length, prose.length)}): ${placeless.length} have no place there that isn’t another text’s.`,
        `  Of ${standingOnes} whose text stands in the sources, or nearly, ${standingOnes - there.length} (${share(standingOnes - there.length, standingOnes)}):`,
        ...Object.entries(counts).map(([where, [found, lost]]) => `  ${where}: ${found} found, ${lost} not`),
        ...there.map(
          ({ id, line }) =>
            `    ${tag}.po:${line} (${left.get(line)?.why}, ${whereStands(plain(id))}${whereFree(plain(id)) === 'nowhere' ? ', as another text' : ''}): ${id.slice(0, 90)}`,
        ),
        '',
      ].join('\n'),
    )
    expect((prose.length - missed.length) / prose.length).toBeGreaterThanOrEqual(Math.min(0.95, 0.97 * ceiling))
    expect((standingOnes - there.length) / standingOnes).toBeGreaterThanOrEqual(0.95)
    expect(counts.verbatim[0] / (counts.verbatim[0] + counts.verbatim[1])).toBeGreaterThanOrEqual(0.98)
    expect(missed.filter(({ line }) => left.get(line)?.kept === null)).toEqual([])
    expect([report.messages, report.found]).toEqual([finished.length, finished.filter(({ line }) => !left.has(line)).length])
    expect(finished.length).toBeGreaterThan(500)
    expect(await again()).toMatchObject({ updated: [], translated: 0, fuzzy: 0, kept: 0, known: report.pairs.length })
  })
})

type Where = 'verbatim' | 'nearly' | 'nowhere'

/**
 * @param texts of files, without code
 * @param taken paragraphs that don't count, and where texts don't count that they are part of
 */
function standing(texts: readonly string[], taken: ReadonlySet<string> = new Set()): (words: string) => Where {
  const whole = texts.map((text) => ` ${plain(text)} `)
  const lines = new Set(texts.flatMap((text) => text.split(/\n|\|/).map(plain)))
  const paragraphs = texts
    .flatMap((text) => text.split(/\n\s*\n|\n\s*(?:[-*+]|\d+\.)\s|\||¶/).map(plain))
    .filter((words) => !taken.has(words))
  const byPair = new Map<string, number[]>()
  for (const [at, words] of paragraphs.entries()) for (const pair of pairsOf(words)) byPair.set(pair, [...(byPair.get(pair) ?? []), at])
  return (words) => {
    const isLong = words.split(' ').length > 3
    if (lines.has(words) || (isLong && whole.some((text) => text.includes(` ${words} `)))) return 'verbatim'
    if (!isLong) return 'nowhere'
    const pairs = pairsOf(words)
    const counts = new Map<number, number>()
    for (const at of [...pairs].flatMap((pair) => byPair.get(pair) ?? [])) counts.set(at, (counts.get(at) ?? 0) + 1)
    return 2 * Math.max(0, ...counts.values()) >= pairs.size ? 'nearly' : 'nowhere'
  }
}

function pairsOf(words: string): Set<string> {
  const all = words.split(' ')
  return new Set(all.slice(1).map((word, at) => `${all[at]} ${word}`))
}

function sourcesOf(folder: string): Map<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'))
  return new Map(names.sort().map((name) => [name, readFileSync(join(folder, name), 'utf8').replace(/^---\n[\s\S]*?\n---\n/, '')]))
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

function withoutCode(text: string): string {
  return text.replace(/^( *)(`{3,}).*\n[\s\S]*?^ *\2`*$/gm, ' \n¶\n ')
}

/** Letters and digits, without marks of Markdown, targets of links and elements of HTML. */
function plain(text: string): string {
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
