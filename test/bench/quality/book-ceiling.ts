/**
 * How many translations of a real book can find their text in today's sources at all: `node test/bench/quality/book-ceiling.ts [LOCALE…]`.
 *
 * Told for each finished translation of prose that found no unit, by a matcher of its own that knows nothing of ours: the passage of any block of any page (a paragraph, an item, a cell, a heading), of any length, that has most of the message's words in the same order (local alignment of words, Smith and Waterman's), judged as `difflib` does: twice the words in common by those of both.
 * A message counts as standing there from 0.6 on, the least likeness at which gettext's own tools guess, where four words are in common; of fewer words, where a block has just these: two or three stand in many texts by chance. A block that is another text word for word, of a message that found its unit, doesn't count, nor does a passage that such a one is at least as like: it is that text.
 *
 * Found and at most, when this was written: da 92.4 and 92.8, es 94.6 and 94.9, fa 95.2 and 95.5, zh-CN 94.0 and 94.3 of 100. The rest was deleted from the book (a chapter on lifetimes, one on shadowing, half of the glossary), by whatever rule one counts prose: without texts of nothing but code and names of files, which are nearly all found, the shares are lower.
 * Of the texts that stand there by these rules, read one by one, none has a unit of its own: “The rewritten version is:” is inside of raw HTML; “The patterns can be simple values …” is a part of a sentence whose unit has the words of the part before; “Has an address in memory” is a line of a table that became half of a sentence, which has another text; constants were said to be inlined, and statics are said not to be; what is left are words in common by chance.
 *
 * `--show` prints the likest passage of all of them, to be read. `CORPORA` names the folder of the corpora.
 */
import { parseArgs } from 'node:util'
import type { Message } from '../../../pipeline/model/catalog.ts'
import { bookPages, bookTags, takeOver, withoutCode } from '../../support/real-book.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const LIKE = 0.6
const MANY = 4

interface Block {
  readonly page: string
  readonly words: readonly string[]
}

interface Passage extends Block {
  readonly block: readonly string[]
  /** Words in common. */
  readonly common: number
  /** From 0 to 1. */
  readonly likeness: number
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { show: { type: 'boolean', default: false } } })
const blocks = [...bookPages()].flatMap(([page, text]) => blocksOf(text).map((words): Block => ({ page, words })))
for (const tag of positionals.length > 0 ? positionals : bookTags) await judge(tag)

async function judge(tag: string): Promise<void> {
  using folder = temporaryFolder()
  const { prose, isFound } = await takeOver(folder.path, tag)
  const missed = prose.filter((message) => !isFound(message))
  const found = prose.filter(isFound).map(({ id }) => wordsOf(id))
  const judged = missed.map((message) => ({ message, ...placeOf(message, found) })).sort((a, b) => b.passage.likeness - a.passage.likeness)
  const standing = new Set(judged.filter(({ passage, owner }) => stands(passage) && owner === null))
  const share = (count: number) => `${((100 * count) / prose.length).toFixed(1)}%`
  const have = prose.length - missed.length
  console.log(`${tag}: ${have} of ${prose.length} translations of prose found their unit (${share(have)}), ${missed.length} didn’t.`)
  console.log(
    `  ${standing.size} of those stand in the sources, or nearly: at most ${have + standing.size} can be found (${share(have + standing.size)}).`,
  )
  for (const one of judged) if (values.show || standing.has(one)) console.log(told(tag, one))
}

interface Judged {
  readonly message: Message
  readonly passage: Passage
  /** Whose text the passage is, if not the message's. */
  readonly owner: readonly string[] | null
}

function told(tag: string, { message, passage, owner }: Judged): string {
  const lines = [
    `  ${passage.likeness.toFixed(2)} ${tag}.po:${message.line}: ${message.id.replace(/\s+/g, ' ')}`,
    `       ${passage.page}: ${passage.words.join(' ')}`,
  ]
  return [...lines, ...(owner === null ? [] : [`       which is: ${owner.join(' ')}`])].join('\n')
}

function stands({ likeness, common, words, block }: Passage): boolean {
  return common >= MANY ? likeness >= LIKE : likeness === 1 && words.length === block.length
}

/** Where a message stands most likely. */
function placeOf({ id }: Message, found: readonly (readonly string[])[]): Omit<Judged, 'message'> {
  const words = wordsOf(id)
  const passages = blocks.map((block) => likest(words, block))
  const better = (a: Passage, b: Passage) => Number(stands(b)) - Number(stands(a)) || b.likeness - a.likeness
  const judged = passages
    .sort(better)
    .slice(0, 5)
    .map((passage) => ({ passage, owner: ownerOf(passage, found) }))
  const [first] = judged
  if (first === undefined) throw new RangeError('the book has no blocks')
  return judged.find(({ passage, owner }) => stands(passage) && owner === null) ?? first
}

function ownerOf({ words, block, likeness }: Passage, found: readonly (readonly string[])[]): readonly string[] | null {
  const whole = block.join(' ')
  return found.find((other) => other.join(' ') === whole || shareOf(commonWords(other, words), other, words) >= likeness) ?? null
}

/** The passage of a block that these words align with best: a word more, less or other costs half of what one in common is worth. */
function likest(words: readonly string[], { page, words: block }: Block): Passage {
  let before: Cell[] = Array.from({ length: block.length + 1 }, (_, at) => ({ score: 0, from: at }))
  let best = { score: 0, from: 0, to: 0 }
  for (const word of words) {
    const row: Cell[] = [{ score: 0, from: 0 }]
    for (const [at, other] of block.entries()) {
      const cell = bestOf([after(before[at], word === other ? 2 : -1), after(before[at + 1], -1), after(row[at], -1)], at + 1)
      row.push(cell)
      if (cell.score > best.score) best = { score: cell.score, from: cell.from, to: at + 1 }
    }
    before = row
  }
  const passage = block.slice(best.from, best.to)
  const common = commonWords(words, passage)
  return { page, block, words: passage, common, likeness: shareOf(common, words, passage) }
}

function after(cell: Cell | undefined, worth: number): Cell {
  return { score: (cell?.score ?? 0) + worth, from: cell?.from ?? 0 }
}

/** An alignment that isn't worth anything begins anew. */
function bestOf(cells: readonly Cell[], at: number): Cell {
  return cells.reduce((best, cell) => (cell.score > best.score ? cell : best), { score: 0, from: at })
}

/** Of an alignment so far: what it is worth, and where in the text it began. */
interface Cell {
  readonly score: number
  readonly from: number
}

function shareOf(common: number, one: readonly string[], other: readonly string[]): number {
  return one.length + other.length === 0 ? 0 : (2 * common) / (one.length + other.length)
}

/** In their order. */
function commonWords(one: readonly string[], other: readonly string[]): number {
  let before = new Uint16Array(other.length + 1)
  for (const word of one) {
    const row = new Uint16Array(other.length + 1)
    for (const [at, also] of other.entries())
      row[at + 1] = word === also ? (before[at] ?? 0) + 1 : Math.max(before[at + 1] ?? 0, row[at] ?? 0)
    before = row
  }
  return before.at(-1) ?? 0
}

function blocksOf(text: string): string[][] {
  return withoutCode(text)
    .split(/\n\s*\n|\n\s*(?:[-*+]|\d+\.)\s|\||¶|\n(?=#)|<\/?details>/)
    .map(wordsOf)
    .filter(({ length }) => length > 0)
}

/** Letters and digits of all that readers see, in lower case. */
function wordsOf(text: string): string[] {
  const seen = text.replace(/<[^<>]*>/g, ' ').replace(/\]\([^()\s]*\)|\]\[[^\]]*\]|^\[[^\]]*\]:.*$/gm, ' ')
  return seen.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}
