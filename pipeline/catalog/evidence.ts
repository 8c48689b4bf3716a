import type { Passage } from '../model/passage.ts'

/** What of a passage stays the same in any language, and how long it is. */
export interface Evidence {
  /** Characters that a reader sees. */
  readonly length: number
  /** Sorted, in ASCII digits: `1,000`, `1.000` and `١٠٠٠` are `1000`. */
  readonly numbers: readonly string[]
  /** Targets, sorted. */
  readonly links: readonly string[]
  /** Inline code, sorted. */
  readonly codes: readonly string[]
  /** Identifiers of footnotes, sorted. */
  readonly footnotes: readonly string[]
  /** Words in Latin letters that may stay: long ones, and those with capitals, digits or underscores. */
  readonly words: ReadonlySet<string>
  readonly hasMarkup: boolean
}

/** Characters; the marks of a longer text aren't looked for, so that no text can take unbounded time. */
export const LONGEST = 5000

export function evidenceOf({ kind, text }: Passage): Evidence {
  const isCode = kind === 'code' || text.length > LONGEST
  const plain = isCode ? text : plainOf(text)
  const codes = isCode ? [] : Array.from(text.matchAll(CODE), ([, , code = '']) => code.trim()).sort()
  const links = isCode ? [] : linksIn(text)
  const footnotes = Array.from(isCode ? [] : text.matchAll(/\[\^([^\]\s]+)\]/g), ([, id = '']) => id).sort()
  return {
    length: Array.from(plain.replace(/\s+/g, ' ').trim()).length,
    numbers: isCode ? [] : numbersIn(plain),
    links,
    codes,
    footnotes,
    words: new Set(plain.match(/[\p{Script=Latin}][\p{Script=Latin}\p{N}_]{2,}/gu)?.filter(isTelling) ?? []),
    hasMarkup: links.length + codes.length + footnotes.length > 0 || /(?<![\\\p{L}])[*_~]{1,2}(?=\S)/u.test(text),
  }
}

/** The words that a reader sees, on one line; of a text longer than `LONGEST` its marks too. */
export function plainOf(text: string): string {
  if (text.length > LONGEST) return text.replace(/\s+/g, ' ').trim()
  return text
    .replace(CODE, '$2')
    .replace(/\[\^[^\]\s]+\]/g, '')
    .replace(/!?\[((?:[^\][\\]|\\.|\[[^\]]*\])*)\]\((?:[^()\\]|\\.|\([^)]*\))*\)/g, '$1')
    .replace(/<[^<>]*>/g, '')
    .replace(/\\(?=[\p{P}\p{S}\n])/gu, '')
    .replace(/(?<![\p{L}\p{N}])(?:\*{1,3}|_{1,3}|~~)(?=\S)|(?<=\S)(?:\*{1,3}|_{1,3}|~~)(?![\p{L}\p{N}])|\*\*/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
}

const CODE = /(?<!`)(`+)(?!`)([\s\S]*?[^`])\1(?!`)/g

function linksIn(text: string): string[] {
  const withoutCode = text.replace(CODE, '')
  const targets = Array.from(withoutCode.matchAll(/\]\(<?([^()\s<>]*(?:\([^()\s]*\)[^()\s<>]*)*)/g), ([, target = '']) => target)
  const bare = Array.from(withoutCode.matchAll(/<((?:https?|mailto):[^<>\s]+)>/g), ([, target = '']) => target)
  return [...targets, ...bare].sort()
}

function numbersIn(plain: string): string[] {
  const ascii = plain.replace(/\p{Nd}/gu, (digit) => String(digitValue(digit)))
  const grouped = ascii.replace(/(?<=\d)[.,٬'’\u00a0\u202f ](?=\d{3}(?!\d))/g, '').replace(/(?<=\d)[,٫](?=\d)/g, '.')
  return (grouped.match(/\d+(?:\.\d+)*/g) ?? []).sort()
}

/** Decimal digits of any script stand in runs of ten that begin at their zero. */
function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0
  let zero = code
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--
  return (code - zero) % 10
}

function isTelling(word: string): boolean {
  return word.length > 4 || /[\p{Lu}\p{N}_]/u.test(word)
}
