import { leftOut } from '../cut.ts'
import type { Passage } from '../passage.ts'

export interface EndMark {
  readonly kind: 'stop' | 'question' | 'exclamation' | 'ellipsis' | 'colon' | 'pause' | 'none'
  /** In the passage's words; of a text without a mark its last character. */
  readonly start: number
  readonly end: number
}

const kinds: Readonly<Record<string, EndMark['kind']>> = {
  ...of('stop', '. 。 ． ｡ । ॥ ۔ ։ ። ܁ ᠃ 。'),
  ...of('question', '? ？ ؟ ՞ ፧ ⸮ ⁇ ⁉ ⁈ ‽'),
  ...of('exclamation', '! ！ ՜ ‼'),
  ...of('ellipsis', '… ⋯ ‥'),
  ...of('colon', ': ： ︰ ፦'),
  ...of('pause', ', ، ， 、 ; ； ؛ · – — - ― / ፤ ፣'),
}

function of(kind: EndMark['kind'], marks: string): Record<string, EndMark['kind']> {
  return Object.fromEntries(marks.split(' ').map((mark) => [mark, kind]))
}

/** What may stand behind the last mark: closing quotation marks and brackets, footnote marks, code, invisible characters. */
const behind = new RegExp(`[\\s\\p{Cf}\\p{Pf}\\p{Pi}\\p{Pe}"'"＂＇${leftOut}]+$`, 'u')

/** Its stop may be the sentence's, or not. */
const abbreviation =
  /(?<!\p{L})(?:etc|ecc|usw|vs|al|a\.?m|p\.?m|inc|ltd|co|jr|sr|st|corp|dept|art|no|nr|ca|cf|т\. ?[дпе]|др|stb|itd|itp|osv|m\.m|enz|atd|vb|vs|u\.a|\p{L}\.[ \u00A0\u202F]?\p{L})\.$/iu

/** How the text ends; null where it has no letters, or ends in code, a picture, an emoji or an abbreviation, which say nothing. */
export function endOf({ words, language }: Passage): EndMark | null {
  const text = words.replace(behind, '')
  if (!/\p{L}/u.test(text) || abbreviation.test(text)) return null
  const marks = /(?:\.{2,}|[?!？！]{2,}|.)$/su.exec(text)
  const kind = marks === null ? undefined : kindOf(marks[0], language)
  if (marks === null || kind === undefined || (kind === 'none' && words.slice(text.length).includes(leftOut))) return null
  return { kind, start: marks.index, end: text.length }
}

function kindOf(marks: string, language: string): EndMark['kind'] | undefined {
  if (/^\.+$/.test(marks)) return marks.length > 2 ? 'ellipsis' : 'stop'
  if (/^[?!？！]{2,}$/.test(marks)) return /[?？]/.test(marks) ? 'question' : 'exclamation'
  if (language === 'el' && (marks === ';' || marks === '\u037E')) return 'question'
  return kinds[marks] ?? (/^[\p{L}\p{M}\p{N}%°€$£]/u.test(marks) ? 'none' : undefined)
}

/** The marks of that kind that the language uses, the usual one first. */
export function marksOf(kind: EndMark['kind'], { language }: Passage): readonly string[] {
  const own = ofLanguage[language]?.[kind]
  return own ?? usual[kind]
}

const usual: Readonly<Record<EndMark['kind'], readonly string[]>> = {
  stop: ['.', '。', '।', '॥', '۔', '．'],
  question: ['?', '？', '⁇', '⁉', '⁈', '‽'],
  exclamation: ['!', '！', '‼'],
  ellipsis: ['…', '...', '⋯', '……', '‥', '....'],
  colon: [':', '：'],
  pause: [','],
  none: [''],
}

type Own = Partial<Record<EndMark['kind'], readonly string[]>>

const wide: Own = {
  stop: ['。', '｡', '．'],
  question: ['？', '⁇', '⁉', '⁈'],
  exclamation: ['！', '‼'],
  colon: ['：', ':', '︰'],
}
const arabic: Own = { question: ['؟', '⸮'] }

const ofLanguage: Readonly<Record<string, Own>> = {
  zh: wide,
  ja: wide,
  yue: wide,
  ar: arabic,
  fa: arabic,
  ps: arabic,
  ckb: arabic,
  ug: arabic,
  ur: { ...arabic, stop: ['۔', '.'] },
  sd: { ...arabic, stop: ['۔', '.'] },
  el: { question: [';', '\u037E'] },
  hi: { stop: ['।', '.', '॥'] },
  mr: { stop: ['.', '।'] },
  ne: { stop: ['।', '.'] },
  bn: { stop: ['।', '.'] },
  hy: { stop: ['։', ':'], question: ['՞', '?'], exclamation: ['՜', '!'], colon: ['.', ':', '՝'] },
  am: { stop: ['።', '.'], colon: ['፦', ':', '፥'] },
}
