/**
 * How well whole translated documents find the units of their source: `node test/bench/import.ts`.
 *
 * Source pages of a real book and its PO files make the documents; damage of a fixed seed removes, adds, splits and joins paragraphs. `CORPORA` names the folder of the corpora.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { toHtml } from 'hast-util-to-html'
import { toHast } from 'mdast-util-to-hast'
import { splitFrontMatter } from '../../pipeline/article/front-matter-block.ts'
import { parseMarkdown } from '../../pipeline/article/markdown.ts'
import { bodyPassages, type UnitPassage } from '../../pipeline/article/passages.ts'
import { alignDocument, type DocumentPair } from '../../pipeline/catalog/align-document.ts'
import { plainOf } from '../../pipeline/catalog/evidence.ts'
import { isCurrent } from '../../pipeline/catalog/message-state.ts'
import { readCatalog } from '../../pipeline/catalog/read-catalog.ts'
import { digest } from '../../pipeline/model/digest.ts'
import { htmlDocument } from '../../pipeline/read/html-document.ts'
import { textDocument } from '../../pipeline/read/text-document.ts'
import { type Random, random } from './random.ts'

const corpora = process.env['CORPORA'] ?? join(import.meta.dirname, '../../../shared/corpora')
const book = join(corpora, 'comprehensive-rust')
if (!existsSync(book)) throw new Error(`${book} isn’t here: set CORPORA`)

const FORMATS = ['markdown', 'html', 'text'] as const
type Format = (typeof FORMATS)[number]

interface Tally {
  units: number
  sure: number
  right: number
  unsure: number
  unsureRight: number
}

const pages = readdirSync(join(book, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md'))
  .sort()
  .map((name) => readFileSync(join(book, 'src', name), 'utf8'))

process.stdout.write('locale  format    damage  units   sure  precision  recall  with unsure\n')
for (const tag of ['da', 'es', 'fa', 'zh-CN']) {
  const translations = translationsOf(tag)
  for (const format of FORMATS) {
    for (const damage of [false, true]) {
      const tally = { units: 0, sure: 0, right: 0, unsure: 0, unsureRight: 0 }
      for (const [nth, page] of pages.entries()) measurePage(page, translations, format, damage ? nth + 1 : 0, tally)
      process.stdout.write(row(tag, format, damage, tally))
    }
  }
}

function row(tag: string, format: Format, damage: boolean, { units, sure, right, unsure, unsureRight }: Tally): string {
  const figures = [right / sure, right / units, (right + unsureRight) / units].map((figure) => figure.toFixed(4))
  const cells = [tag.padEnd(6), format.padEnd(8), (damage ? 'yes' : 'no').padEnd(6), String(units).padStart(5), String(sure).padStart(5)]
  return `${cells.join('  ')}     ${figures.join('  ')}  (${unsure} unsure)\n`
}

/** Source → translation, finished ones alone. */
function translationsOf(tag: string): ReadonlyMap<string, string> {
  const text = readFileSync(join(book, 'po', `${tag}.po`), 'utf8')
  const read = readCatalog({ path: `${tag}.po`, text, digest: digest(text) })
  if (read.kind === 'broken') throw new Error(read.finding.message)
  return new Map(read.catalog.messages.filter(isCurrent).map((message) => [keyOf(message.id), message.strings[0] ?? '']))
}

function keyOf(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/\[([^\]]*)\]\[[^\]]*\]/g, '[$1]')
    .trim()
}

/** One page through a translation, damage and a format, and back. */
function measurePage(page: string, translations: ReadonlyMap<string, string>, format: Format, seed: number, tally: Tally): void {
  const sources = asArticle(bodyPassages(page))
  const luck = random(seed)
  const words = sources.map((passage) => (passage.unit === null ? null : (translations.get(keyOf(passage.text)) ?? null)))
  const translated = words.filter((text) => text !== null).length
  // A page that hardly anybody translated is no translated document.
  if (translated < 3 || translated < sources.length / 2) return
  const kept = words.map((text) => (seed > 0 && luck.once(15) ? null : text))
  const targets = passagesOf(translatedPage(page, sources, kept, seed > 0 ? luck : null), format)
  const truth = new Map(kept.flatMap((text, at) => (text === null ? [] : [[at, bare(text)] as const])))
  tally.units += truth.size
  for (const pair of alignDocument(sources, targets, format === 'text' ? 'plain' : 'marked').pairs) {
    const found = pair.targets.map((at) => bare(targets[at]?.text ?? '')).join('')
    count(tally, pair, {
      source: sources[pair.sources[0] ?? 0]?.text ?? '',
      found,
      wanted: pair.sources.map((at) => truth.get(at) ?? '').join(''),
    })
  }
}

interface Found {
  readonly source: string
  readonly found: string
  readonly wanted: string
}

function count(tally: Tally, { sure }: DocumentPair, { source, found, wanted }: Found): void {
  const isRight = found === wanted
  if (sure) tally.sure++
  else tally.unsure++
  if (isRight && sure) tally.right++
  if (isRight && !sure) tally.unsureRight++
  if (!isRight && sure && process.env['SHOW'] !== undefined) process.stdout.write(`- ${source}\n  found  ${found}\n  wanted ${wanted}\n`)
}

function bare(text: string): string {
  return plainOf(text).replace(/[\s\\\u200b-\u200f*_`~|]+/g, '')
}

/** The heading of a page is the title of an article. */
function asArticle(passages: readonly UnitPassage[]): UnitPassage[] {
  const title = passages.findIndex(({ kind, level }) => kind === 'heading' && level === 1)
  return passages.map((passage, at) => (at === title ? { ...passage, kind: 'title', level: 0 } : passage))
}

/** @param luck puts foreign paragraphs behind some; null leaves the page alone */
function translatedPage(page: string, sources: readonly UnitPassage[], words: readonly (string | null)[], luck: Random | null): string {
  const foreign = words.filter((text) => text !== null && text.length > 60)
  let out = ''
  let at = 0
  for (const [nth, { unit, offset, kind, text }] of sources.entries()) {
    const span = unit?.spans.at(-1)
    if (unit === null || span === undefined || offset < at) continue
    const end = span.from + text.length - span.at
    const lineStart = page.lastIndexOf('\n', offset - 1) + 1
    out += page.slice(at, offset) + (words[nth] ?? '').replace(/\s+/g, ' ').replace(/\|/g, kind === 'table cell' ? '\\|' : '|')
    if (luck?.once(20) && kind === 'paragraph' && lineStart === offset && foreign.length > 0)
      out += `\n\n${[...String(foreign[luck.below(foreign.length)])]
        .reverse()
        .join('')
        .replace(/[^\p{L}\p{N} .,]/gu, '')
        .trim()}`
    at = end
  }
  return out + page.slice(at)
}

function passagesOf(page: string, format: Format): UnitPassage[] {
  if (format === 'markdown') return bodyPassages(page)
  const body = page.slice(splitFrontMatter(page).body)
  const document = format === 'html' ? htmlDocument(toHtml(toHast(parseMarkdown(body))), '') : textDocument(throughText(body), '')
  const { title } = document.meta
  const passages = bodyPassages(document.markdown)
  return title === null ? passages : [{ kind: 'title', level: 0, frame: null, text: title, offset: 0, unit: null }, ...passages]
}

function throughText(body: string): string {
  return bodyPassages(body)
    .map(({ kind, text }) => (kind === 'code' ? text : `${kind === 'list item' ? '- ' : ''}${plainOf(text)}`))
    .join('\n\n')
}
