import { direction } from '../../model/locale.ts'
import { type Passage, rangeIn } from '../passage.ts'
import type { Hit, TextRule } from '../rule.ts'

/**
 * An invisible control of the writing direction that isn't closed, closes nothing, or stands where no text runs from right to left.
 *
 * An open one turns what follows on the page; others hide in names and addresses.
 */
export const strayBidi: TextRule = {
  kind: 'text',
  name: 'stray-bidi',
  severity: 'warning',
  options: {},
  check(passage) {
    if (!controls.test(passage.words)) return []
    if (!rightToLeft.test(passage.words) && direction(passage.locale) === 'ltr') return needless(passage)
    return unpaired(passage.words).map((at) => hitAt(passage, at, `${nameOf(passage.words, at)} without its partner`))
  },
}

const controls = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/
const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/

/** In a text that runs from left to right as a whole, none does anything. */
function needless(passage: Passage): Hit[] {
  return Array.from(passage.words.matchAll(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g), ({ index }) => ({
    ...hitAt(passage, index, `${nameOf(passage.words, index)} in a text without words from right to left`),
    expected: [''],
    certain: true,
  }))
}

/** LRE, RLE, LRO and RLO end with PDF; LRI, RLI and FSI with PDI. */
function unpaired(words: string): number[] {
  const open: { at: number; closes: string }[] = []
  const stray: number[] = []
  for (const { 0: mark, index: at } of words.matchAll(/[\u202A-\u202E\u2066-\u2069]/g)) {
    if (mark !== '\u202C' && mark !== '\u2069') open.push({ at, closes: mark < '\u2066' ? '\u202C' : '\u2069' })
    else if (open.at(-1)?.closes === mark) open.pop()
    else stray.push(at)
  }
  return [...stray, ...open.map(({ at }) => at)].sort((a, b) => a - b)
}

const names: Readonly<Record<string, string>> = {
  '\u061C': 'ARABIC LETTER MARK',
  '\u200E': 'LEFT-TO-RIGHT MARK',
  '\u200F': 'RIGHT-TO-LEFT MARK',
  '\u202A': 'LEFT-TO-RIGHT EMBEDDING',
  '\u202B': 'RIGHT-TO-LEFT EMBEDDING',
  '\u202C': 'POP DIRECTIONAL FORMATTING',
  '\u202D': 'LEFT-TO-RIGHT OVERRIDE',
  '\u202E': 'RIGHT-TO-LEFT OVERRIDE',
  '\u2066': 'LEFT-TO-RIGHT ISOLATE',
  '\u2067': 'RIGHT-TO-LEFT ISOLATE',
  '\u2068': 'FIRST STRONG ISOLATE',
  '\u2069': 'POP DIRECTIONAL ISOLATE',
}

function nameOf(words: string, at: number): string {
  const mark = words.charAt(at)
  return `${names[mark] ?? ''} (U+${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')})`
}

function hitAt(passage: Passage, at: number, what: string): Hit {
  return { range: rangeIn(passage, at, at + 1), message: `Unexpected ${what}`, expected: [] }
}
