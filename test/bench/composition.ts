import { type Random, random } from './random.ts'
import { type Vocabulary, vocabularySize } from './vocabulary.ts'

/** A word (its number in every vocabulary), text that is the same in all languages, or a link to another article of the corpus. */
type Piece = number | string | { readonly article: number }

export type Phrase = readonly Piece[]

export type Block =
  | { readonly kind: 'heading' | 'paragraph' | 'quote' | 'footnote'; readonly text: Phrase }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly Phrase[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly Phrase[])[] }

/** An article before it is said in any language. */
export interface Composition {
  readonly number: number
  /** `2025/07/name-17`. */
  readonly id: string
  readonly title: Phrase
  readonly description: Phrase
  readonly date: Date
  readonly authors: readonly string[]
  readonly place: Phrase | null
  readonly tags: readonly string[]
  /** Whether paragraphs are wrapped at 80 columns in the article's file. */
  readonly wrapped: boolean
  readonly blocks: readonly Block[]
}

/** The article with this number of the corpus: about 700 words, the same ones for the same seed. It links to articles older than itself. */
export function compose(number: number, articles: number, seed: number): Composition {
  const dice = random(seed * 1_000_003 + number)
  const footnote = dice.once(3)
  const blocks = [0, 1, 2, 3].flatMap((part) => section(dice, part, footnote))
  if (number % 3 === 0) blocks.push(linkTo(dice, Math.min(number + 1 + dice.below(200), articles - 1)))
  if (footnote) blocks.push({ kind: 'footnote', text: [...sentence(dice, 16), '.'] })
  const date = new Date(Date.UTC(2025, 11, 1) - number * 3_600_000)
  return {
    number,
    id: articleId(number),
    title: distinct(sentence(dice, 6 + dice.below(4))),
    description: distinct([...sentence(dice, 18 + dice.below(8)), '.']),
    date,
    authors: dice.once(4) ? [dice.one(names), 'Ada Byron'] : [dice.one(names)],
    place: dice.once(2) ? [capital(dice)] : null,
    tags: [dice.one(topics), 'world'],
    wrapped: dice.once(4),
    blocks: [paragraph(dice, 3), ...blocks].map(distinctIn),
  }
}

/** An hour lies between two articles; the newest is number 0. */
export function articleId(number: number): string {
  const date = new Date(Date.UTC(2025, 11, 1) - number * 3_600_000)
  return `${date.getUTCFullYear()}/${String(date.getUTCMonth() + 1).padStart(2, '0')}/story-${number}`
}

/** The phrase in one language, as Markdown. */
export function say(phrase: Phrase, { locale, words, space }: Vocabulary, link: (article: number) => string): string {
  let text = ''
  let afterWord = false
  for (const piece of phrase) {
    const isWord = typeof piece === 'number'
    if (isWord && afterWord) text += space
    text += isWord ? words[piece] : typeof piece === 'string' ? piece : link(piece.article)
    afterWord = isWord
  }
  const [open = '“', close = '”'] = quotes[locale] ?? []
  return text.replace(/[“”]/g, (mark) => (mark === '“' ? open : close))
}

/** Where they aren't as in English. */
const quotes: Readonly<Record<string, readonly string[]>> = { de: ['„', '“'], pl: ['„', '”'] }

const names = [
  'Amina Haddad',
  'Chen Wei',
  'Giulia Ferri',
  'Jonas Lindqvist',
  'Leila Karimi',
  'Marek Nowak',
  'Sofía Ortega',
  'Tomás Pereira',
] as const
const topics = ['politics', 'economy', 'culture', 'science', 'climate', 'rights', 'sport'] as const

/** Frequent words are frequent: the square of a uniform number leans to small ones, much as in real text. */
function word(dice: Random): number {
  const uniform = dice.below(1_000_000) / 1_000_000
  return Math.floor(uniform * uniform * vocabularySize)
}

function capital(dice: Random): number {
  return vocabularySize + word(dice)
}

/** No word twice in a row: that is a mistake, which holds an article back. */
function distinct(phrase: Phrase): Phrase {
  let before = -1
  return phrase.map((piece) => {
    if (typeof piece !== 'number') return piece
    const repeats = piece % vocabularySize === before
    before = (piece + (repeats ? 1 : 0)) % vocabularySize
    return repeats ? (piece < vocabularySize ? before : vocabularySize + before) : piece
  })
}

function distinctIn(block: Block): Block {
  switch (block.kind) {
    case 'list':
      return { ...block, items: block.items.map(distinct) }
    case 'table':
      return { ...block, rows: block.rows.map((row) => row.map(distinct)) }
    case 'heading':
    case 'paragraph':
    case 'quote':
    case 'footnote':
      return { ...block, text: distinct(block.text) }
  }
}

function sentence(dice: Random, length: number): Piece[] {
  const pieces: Piece[] = [capital(dice)]
  for (let more = 1; more < length; more++) pieces.push(dice.once(12) ? capital(dice) : word(dice))
  return pieces
}

function section(dice: Random, part: number, footnote: boolean): Block[] {
  const special: Block[] = []
  if (part === 0 && footnote) special.push({ kind: 'paragraph', text: [...sentence(dice, 14), '.[^1]'] })
  if (part === 1 && dice.once(2)) special.push(list(dice))
  if (part === 2 && dice.once(3)) special.push(table(dice))
  if (part === 2 && dice.once(3)) special.push({ kind: 'quote', text: [...sentence(dice, 24), '.'] })
  return [
    { kind: 'heading', text: sentence(dice, 3 + dice.below(5)) },
    paragraph(dice, 4),
    ...special,
    paragraph(dice, 3),
    paragraph(dice, 3),
  ]
}

function paragraph(dice: Random, sentences: number): Block {
  const text: Piece[] = []
  for (let one = 0; one < sentences; one++) {
    if (one > 0) text.push('. ')
    text.push(...sentence(dice, 5 + dice.below(8)), ...decoration(dice), ...sentence(dice, 3 + dice.below(5)).slice(1))
  }
  text.push('.')
  return { kind: 'paragraph', text }
}

/** What a sentence has in its middle; it ends before a word. */
function decoration(dice: Random): Piece[] {
  switch (dice.below(12)) {
    case 0:
      return [' [', word(dice), word(dice), `](https://www.example.org/page/${dice.below(5000)}) `]
    case 1:
      return [' *', word(dice), word(dice), '* ']
    case 2:
      return [' **', word(dice), '** ']
    case 3:
      return [` ${1900 + dice.below(126)} `]
    case 4:
      return [' “', capital(dice), word(dice), word(dice), '” ']
    case 5:
      return [` ${dice.below(100)}% `]
    default:
      return [', ']
  }
}

function linkTo(dice: Random, article: number): Block {
  return {
    kind: 'paragraph',
    text: [...sentence(dice, 6), ' [', word(dice), word(dice), '](', { article }, ') ', ...sentence(dice, 6).slice(1), '.'],
  }
}

function list(dice: Random): Block {
  return { kind: 'list', ordered: dice.once(3), items: Array.from({ length: 4 }, () => sentence(dice, 8 + dice.below(6))) }
}

function table(dice: Random): Block {
  const head = Array.from({ length: 3 }, () => sentence(dice, 2))
  const rows = Array.from({ length: 4 }, () => [sentence(dice, 2), [String(dice.below(10_000))], [`${dice.below(100)}%`]])
  return { kind: 'table', rows: [head, ...rows] }
}
