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
 * Counted are finished translations: not fuzzy, not obsolete. Whose text is prose: the tool also takes string literals, comments and whole blocks out of code.
 * A text stands in the sources where its words do, one behind the other, in a file's text outside of code; of less than four words, where they are a line or a cell of their own: fewer stand in many texts by chance.
 * It found its unit where a unit got it, or a text that it is a part of, and the unit has its words. Texts that stand nowhere have no unit to find; those that a near unit got, as fuzzy, are told apart and count for nothing here.
 */
const corpora = process.env['CORPORA'] ?? join(import.meta.dirname, '../../../shared/corpora')
const book = join(corpora, 'comprehensive-rust')
const isHere = existsSync(book)
if (!isHere) process.stderr.write(`SKIPPED: ${book} isn’t here (set CORPORA), so no book’s catalogs are taken over\n`)

const tags = ['da', 'es', 'fa', 'zh-CN'] as const

describe.runIf(isHere)('the catalogs of a real book', () => {
  const sources = isHere ? sourcesOf(join(book, 'src')) : new Map<string, string>()
  const prose = [...sources.values()].map((text) => ` ${plain(withoutCode(text))} `)
  const lines = new Set([...sources.values()].flatMap((text) => withoutCode(text).split(/\n|\|/).map(plain)))
  const stands = (words: string): boolean =>
    lines.has(words) || (words.split(' ').length > 3 && prose.some((text) => text.includes(` ${words} `)))

  /** The command's report, and what the file's own reader finds finished in it. */
  async function takenOver(tag: string): Promise<{ report: ImportedCatalog; finished: Message[] }> {
    const articles = [...sources].map(([name, text]) => [`articles/book/${name}`, articleOf(text)])
    const root = temporarySite({ 'colophon.config.json': JSON.stringify({ locales: ['en', tag] }), ...Object.fromEntries(articles) })
    const file = join(book, 'po', `${tag}.po`)
    const { status, stdout, stderr } = await colophon(['import', '--catalog', `${tag}=${file}`, '--json', '--quiet'], { cwd: root })
    expect([status, stderr]).toEqual([0, ''])
    const { catalogs } = JSON.parse(stdout) as { catalogs: [ImportedCatalog] }
    return { report: catalogs[0], finished: catalogOf(readFileSync(file, 'utf8')).messages.filter(isFinished) }
  }

  test.each(tags)('%s: what stands in the prose of the sources finds its unit', { timeout: 300_000 }, async (tag) => {
    const { report, finished } = await takenOver(tag)
    const { pairs, left } = report
    const lost = new Map(left.map(({ line, why }) => [line, why]))
    const units = pairs.map(({ source, target }) => ({ ids: target.source, says: ` ${plain(source.text)} ` }))
    const isHome = ({ id, line }: Message): boolean =>
      !lost.has(line) && units.some(({ ids, says }) => ids.includes(id) && says.includes(` ${plain(id)} `))
    const all = finished.filter(({ id, line }) => !isWrittenLikeCode(id) && lost.get(line) !== 'code')
    const standing = all.filter(({ id }) => stands(plain(id)))
    const homes = standing.filter(isHome)
    const edited = all.filter((message) => !standing.includes(message) && !lost.has(message.line))
    const gone = all.filter((message) => !standing.includes(message) && lost.has(message.line))
    const labels = gone.filter(({ id }) => MADE_BY_THE_TOOL.test(id))
    const share = homes.length / standing.length
    process.stdout.write(
      [
        `${tag}: ${(100 * share).toFixed(1)}% of ${standing.length} finished translations whose text stands in the sources’ prose found its unit.`,
        `  Of all ${all.length} that are prose ${homes.length + edited.length} found one (${(100 * ((homes.length + edited.length) / all.length)).toFixed(1)}%): ${edited.length} of them are near to a text of today.`,
        `  The rest: ${standing.length - homes.length} stand there without a unit of theirs; ${gone.length} stand nowhere, ${labels.length} of them made by the book’s tool. No prose: ${finished.length - all.length}.`,
        ...standing
          .filter((message) => !isHome(message))
          .map(({ id, line }) => `    ${tag}.po:${line} (${lost.get(line) ?? 'another unit'}): ${id.slice(0, 90)}`),
        '',
      ].join('\n'),
    )
    expect(share).toBeGreaterThanOrEqual(0.95)
    expect([report.messages, report.found]).toEqual([finished.length, finished.filter(({ line }) => !lost.has(line)).length])
    expect(finished.length).toBeGreaterThan(500)
  })
})

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
  /^(?:(?:\d+ hours? and )?\d+ (?:minutes|hours?)|(?:Day \d )?(?:Morning|Afternoon) \(.*|This segment should take .*|Including 10 minute breaks.*|Slide|Segment|Duration)$/s
