import type { Passage } from '../passage.ts'
import type { Hit, TextRule } from '../rule.ts'
import { replacement } from './replacement.ts'

/**
 * A letter of another alphabet that looks the same: a Cyrillic `о` in an English word, a Latin `c` in a Russian one.
 *
 * Nobody sees it, no search finds the word. Only words in which every letter of the one alphabet has a twin in the other.
 */
export const mixedScript: TextRule = {
  kind: 'text',
  name: 'mixed-script',
  severity: 'warning',
  options: {},
  check(passage) {
    if (!mixed.test(passage.words)) return []
    return Array.from(passage.words.matchAll(word)).flatMap(({ 0: text, index }) => {
      const hit = mixed.test(text) ? judge(passage, text, index) : null
      return hit === null ? [] : [hit]
    })
  },
}

const mixed = /[A-Za-z\u00C0-\u024F][\u0370-\u03FF\u0400-\u04FF]|[\u0370-\u03FF\u0400-\u04FF][A-Za-z\u00C0-\u024F]/

const word = /(?:[A-Za-z\u00C0-\u024F\u0370-\u03FF\u0400-\u04FF]\p{Mn}*)+/gu

/** Twins, by place (Unicode's confusables, those that no font tells apart). */
const alphabets = {
  Latin: { letters: /[A-Za-z\u00C0-\u024F]/, twins: 'AaBCcEeHIiJjKMOoPpSsTXxyYVvNZ' },
  Cyrillic: { letters: /[\u0400-\u04FF]/, twins: 'АаВСсЕеНІіЈјКМОоРрЅѕТХхуҮѴѵ--' },
  Greek: { letters: /[\u0370-\u03FF]/, twins: 'Α-Β--Ε-ΗΙ---ΚΜΟοΡ---ΤΧ--Υ-νΝΖ' },
}

type Alphabet = keyof typeof alphabets

function judge(passage: Passage, text: string, start: number): Hit | null {
  if (isEnding(text)) return null
  const used = (Object.keys(alphabets) as Alphabet[]).filter((name) => alphabets[name].letters.test(text))
  const options = used.flatMap((from) => used.filter((to) => to !== from).map((to) => ({ from, to, all: translated(text, from, to) })))
  const [best, other] = options
    .flatMap(({ from, to, all }) => (all === null ? [] : [{ from, to, all, count: countOf(text, from) }]))
    .sort((a, b) => a.count - b.count)
  // Where both ways are open, the smaller part is the intruder.
  if (best === undefined || (other !== undefined && other.count === best.count)) return null
  const message = `Unexpected ${best.from} letter in \`${text}\`, expected ${best.to} ones alone`
  return { message, ...replacement(passage, start, start + text.length, best.all) }
}

/** "VIPа", "iPhoneом", "ФАЙЛa": a word of the other alphabet with an ending. */
function isEnding(text: string): boolean {
  return /^(?:[A-Z]{2,}|[a-z]+[A-Z][A-Za-z]*|[A-Z][a-z]+)[\u0430-\u045F]{1,4}$|^[\u0400-\u042F]{2,}[a-z]{1,4}$/.test(text)
}

function countOf(text: string, name: Alphabet): number {
  return [...text].filter((letter) => alphabets[name].letters.test(letter)).length
}

/** With the letters of one alphabet as their twins of another; null where one has none. */
function translated(text: string, from: Alphabet, to: Alphabet): string | null {
  let out = ''
  for (const letter of text) {
    if (!alphabets[from].letters.test(letter)) {
      out += letter
      continue
    }
    const twin = alphabets[to].twins.charAt(alphabets[from].twins.indexOf(letter))
    if (!alphabets[from].twins.includes(letter) || twin === '-' || twin === '') return null
    out += twin
  }
  return out
}
