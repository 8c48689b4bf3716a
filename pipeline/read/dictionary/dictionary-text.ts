import { isUtf8 } from 'node:buffer'
import { decodeNamedCharacterReference } from 'decode-named-character-reference'

/** A dictionary's two files as Hunspell gets them: as text to be written in UTF-8, or byte by byte. */
export interface DictionaryText {
  readonly affixes: string | Uint8Array
  readonly words: string | Uint8Array
}

/**
 * Both files in UTF-8, which is what words are asked in.
 *
 * A dictionary in an older encoding is recoded. One that says to be UTF-8 and has raw bytes as flags (Debian's Hungarian one) is left as it is. All
 * others are told that flags are letters (`FLAG UTF-8`), and HTML's names of letters are resolved: npm's Hungarian one was recoded without the one and
 * with the other, and accepts half of the language.
 *
 * @throws {RangeError} for an encoding that nobody knows
 */
export function dictionaryText(affixes: Buffer, words: Buffer): DictionaryText {
  const encoding = /^\uFEFF?\s*SET[ \t]+(\S+)/m.exec(affixes.toString('latin1').replace(/^ï»¿/, ''))?.[1] ?? 'ISO8859-1'
  const isUnicode = /^utf-?8$/i.test(encoding)
  if (isUnicode && !isUtf8(affixes)) return { affixes, words }
  const rule = ofNumbers(affixes, words)
  const decoder = new TextDecoder(isUnicode ? 'utf-8' : label(encoding))
  const text = decoder.decode(affixes).replace(/^\s*SET[ \t].*$/m, '')
  const flags = /^\s*FLAG[ \t]/m.test(text) ? '' : 'FLAG UTF-8\n'
  const own = `SET UTF-8\n${flags}${text.replace(/&([A-Za-z]{2,8});/g, named)}`.replace(rule, '')
  return { affixes: own, words: isUnicode ? words : decoder.decode(words) }
}

/**
 * Rules for compounds of numbers alone ("21st"): no word with a digit is ever asked about, and with such a rule Hunspell takes three times as long
 * for each word that it doesn't know.
 *
 * @returns what finds their lines; nothing where other words have their flags
 */
function ofNumbers(affixes: Buffer, words: Buffer): RegExp | string {
  const text = affixes.toString('latin1')
  const rules = [...text.matchAll(/^COMPOUNDRULE[ \t]+(\D\S*)/gm)].map(([, rule = '']) => rule)
  const flags = [...new Set(rules.join('').replace(/[*?]/g, ''))].join('')
  if (!/^[A-Za-z0-9]+$/.test(flags) || /^FLAG[ \t]+(?:long|num)/m.test(text)) return ''
  const isForWords = new RegExp(`^[^\\d\\s/]+/\\S*[${flags}]`, 'm').test(words.toString('latin1'))
  return isForWords ? '' : /^COMPOUNDRULE[ \t].*$/gm
}

/** `ISO8859-2` as the web's encodings are called: `iso-8859-2`. */
function label(encoding: string): string {
  const [, part] = /^iso-?8859-(\d+)$/i.exec(encoding) ?? []
  const [, page] = /^(?:microsoft-)?cp-?(\d+)$/i.exec(encoding) ?? []
  return part === undefined ? (page === undefined ? encoding : `windows-${page}`) : `iso-8859-${part}`
}

function named(whole: string, name: string): string {
  return decodeNamedCharacterReference(name) || whole
}
