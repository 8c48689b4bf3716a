import { likelyScript } from '../../model/locale.ts'
import { type Passage, rangeIn } from '../passage.ts'
import type { PairRule } from '../rule.ts'

/** A text that begins with a capital and whose translation begins with a small letter: most often its beginning went missing. */
export const lostCapital: PairRule = {
  kind: 'pair',
  name: 'lost-capital',
  severity: 'warning',
  options: {},
  check(source, translation) {
    if (!hasCapitals(translation)) return []
    const wanted = firstWord(source)
    const found = firstWord(translation)
    if (wanted === null || found === null || !/^\p{Lu}\p{Ll}/u.test(wanted.text) || !isSmall(found.text)) return []
    if (!isProse(source) || isKept(found.text, source)) return []
    const capital = found.text.charAt(0).toLocaleUpperCase(translation.locale) + found.text.slice(1)
    const range = rangeIn(translation, found.start, found.start + found.text.length)
    return [{ range, message: `Unexpected \`${found.text}\` at the beginning, expected \`${capital}\``, expected: [capital] }]
  },
}

function hasCapitals({ language }: Passage): boolean {
  return ['Latn', 'Cyrl', 'Grek', 'Armn'].includes(likelyScript(language) ?? '')
}

interface Word {
  readonly text: string
  readonly start: number
}

/** Behind quotation marks, brackets and dashes; null where something else stands first: a number, code, a link's address. */
function firstWord({ words }: Passage): Word | null {
  const found = /^[\s"“”„‚‘«»‹›([¿¡–—-]*([\p{L}\p{M}’']+)/u.exec(words)
  return found?.[1] === undefined ? null : { text: found[1], start: found[0].length - found[1].length }
}

/** "iPhone", "d’Artagnan", "'s morgens" have their capital elsewhere. */
function isSmall(word: string): boolean {
  return /^\p{Ll}[\p{Ll}\p{M}]*$/u.test(word)
}

/** Sentences: of items in a list, cells and captions each language has its own habit. */
function isProse({ words, kind }: Passage): boolean {
  return /\p{L}\s+\P{Lu}*\p{Ll}.*[.!?…]["”’»)]*\s*$/su.test(words) && kind !== 'list item' && kind !== 'table cell'
}

/** A name that is written with a small letter wherever it stands. */
function isKept(word: string, { words }: Passage): boolean {
  return words.toLowerCase().includes(word) && word.length > 3
}
