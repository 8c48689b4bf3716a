import { type Locale, likelyScript } from '../model/locale.ts'

/** From one code point to another, both included. */
export type Letters = readonly (readonly [from: number, to: number])[]

/** What every page may hold: printable ASCII, Latin-1, general punctuation, the euro, the minus, the arrow back from a footnote. */
const everywhere: Letters = [
  [0x20, 0x7e],
  [0xa0, 0xff],
  [0x2010, 0x2027],
  [0x202f, 0x203a],
  [0x20ac, 0x20ac],
  [0x2122, 0x2122],
  [0x21a9, 0x21a9],
  [0x2212, 0x2212],
]

/** The blocks of Unicode that texts in a script are written with; vowel signs, joiners and directions included. */
const blocks: Readonly<Record<string, Letters>> = {
  Latn: [
    [0x100, 0x17f],
    [0x218, 0x21b],
  ],
  Cyrl: [
    [0x400, 0x45f],
    [0x490, 0x491],
  ],
  Grek: [[0x370, 0x3ff]],
  Arab: [
    [0x600, 0x6ff],
    [0x200c, 0x200f],
  ],
  Hebr: [
    [0x591, 0x5f4],
    [0x200e, 0x200f],
  ],
  Deva: [
    [0x900, 0x97f],
    [0x200c, 0x200d],
  ],
  Thai: [[0xe01, 0xe5b]],
  Armn: [[0x530, 0x58f]],
  Geor: [[0x10a0, 0x10ff]],
  Beng: [[0x980, 0x9ff]],
  Taml: [[0xb80, 0xbff]],
}

/**
 * The letters that pages in a locale have in common; none where the script has thousands of them, of which each page needs its own.
 *
 * It depends on no page: what one page says changes nothing for the others.
 */
export function commonLetters(locale: Locale): Letters {
  const own = blocks[likelyScript(locale) ?? '']
  return own === undefined ? [] : [...everywhere, ...own].sort(([one], [other]) => one - other)
}

/** A language's name in a switcher. */
const languageName = /<a\b(?=[^>]*\shreflang=)(?=[^>]*\slang=)[^>]*>[^<]*<\/a>/gi

/**
 * The code points that a page shows, in order, those of other languages' names in its switcher aside; small letters as capitals too, since a stylesheet
 * may show them so.
 */
export function pageLetters(html: string, locale: Locale): number[] {
  const text = html.replace(languageName, '').replace(/<(script|style)\b[\s\S]*?<\/\1>|<[^>]*>/gi, '')
  const letters = new Set(text + text.toLocaleUpperCase(locale))
  return [...letters]
    .map((letter) => letter.codePointAt(0) ?? 0)
    .filter((code) => code >= 0x20)
    .sort((one, other) => one - other)
}

export function within(letters: Letters, code: number): boolean {
  return letters.some(([from, to]) => code >= from && code <= to)
}

/** Code points in order as runs. */
export function runs(codes: readonly number[]): Letters {
  const found: [number, number][] = []
  for (const code of codes) {
    const last = found.at(-1)
    if (last !== undefined && last[1] === code - 1) last[1] = code
    else found.push([code, code])
  }
  return found
}

/** As CSS writes it: `U+20-7E,U+20AC`. */
export function unicodeRange(letters: Letters): string {
  return letters.map(([from, to]) => `U+${hex(from)}${to === from ? '' : `-${hex(to)}`}`).join(',')
}

function hex(code: number): string {
  return code.toString(16).toUpperCase()
}
