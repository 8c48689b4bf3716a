/**
 * A word as dictionaries have it: composed, with straight apostrophes and hyphens, without invisible characters and without the marks that are
 * written over letters to help readers (Arabic and Hebrew vowels, the stress of a Russian word).
 */
export function plainWord(written: string): string {
  if (isPlain.test(written)) return written
  return written
    .normalize('NFC')
    .replace(/[’ʼ‘׳`´]/g, "'")
    .replace(/[‐‑]/g, '-')
    .replaceAll('״', '"')
    .replace(invisible, '')
    .replace(readersMarks, '')
}

const isPlain = /^[A-Za-z]+$/
const invisible = /[\u200D-\u200F\u00AD\u200B\u2060\u2066-\u2069\uFEFF]/g

/** Arabic vowels and the stroke that lengthens a word; Hebrew points and accents; an acute over Cyrillic. */
const readersMarks = /[\u0640\u064B-\u0652\u0670\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7]|(?<=\p{Script=Cyrillic})\u0301/gu
