import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { knownMisspellings } from '../../../pipeline/check/rules/known-misspellings.ts'
import { misspelling } from '../../../pipeline/check/rules/misspelling.ts'
import { plainWord } from '../../../pipeline/check/spelling/plain-word.ts'
import type { Locale } from '../../../pipeline/model/locale.ts'
import { findDictionaries } from '../../../pipeline/read/dictionary/find-dictionary.ts'
import { dictionaryOf } from '../dictionary-of.ts'
import { hitsIn } from '../sample.ts'

const languages = Object.entries(knownMisspellings)
  .filter(([language]) => findDictionaries(language as Locale, process.cwd(), []).length > 0)
  .map(([language, written]) => ({ language, pairs: written.split(/,\s+/).map((pair) => pair.trim().split('=')) }))

describe.each(languages)('$language', ({ language, pairs }) => {
  test('none of them is a word, and what is meant is one', async () => {
    const { accepts } = await dictionaryOf(language)
    const isWord = (word: string) => accepts(word) || accepts(word.charAt(0).toUpperCase() + word.slice(1))
    const whole = pairs.filter(([wrong = '']) => !wrong.includes('*'))
    expect(whole.filter(([wrong = '']) => isWord(wrong))).toEqual([])
    const wordsOf = (right: string) =>
      plainWord(right)
        .split(' ')
        .filter((word) => !/^(?:po'|d'accordo|qual)$/.test(word))
    expect(whole.filter(([, right = '']) => !wordsOf(right).every(isWord))).toEqual([])
  })

  test('none of them begins a word, whatever ending follows, or ends one', async () => {
    const { accepts } = await dictionaryOf(language)
    const files = findDictionaries(language as Locale, process.cwd(), [])
    const [words, endings] = [files.flatMap(({ words: path }) => wordsOf(path)), files.flatMap(({ affixes }) => endingsOf(affixes))]
    const starts = pairs.flatMap(([wrong = '']) => (wrong.endsWith('*') ? [wrong.slice(0, -1)] : []))
    const made = starts.flatMap((start) => endings.flatMap((ending) => [start + ending, ...overlapped(start, ending)]))
    const begun = words.filter((word) => starts.some((start) => word.toLowerCase().startsWith(start)))
    expect([...made, ...begun].filter(accepts)).toEqual([])
    const ends = pairs.flatMap(([wrong = '']) => (wrong.startsWith('*') ? [wrong.slice(1)] : []))
    expect(words.filter((word) => ends.some((end) => word.endsWith(end)) && accepts(word))).toEqual([])
  })
})

function wordsOf(path: string): string[] {
  const lines = readFileSync(path, 'utf8').split('\n').slice(1)
  return lines.map((line) => line.split(/[/\s]/, 1)[0] ?? '')
}

/** Of all the dictionary's words. */
function endingsOf(path: string): string[] {
  const found = readFileSync(path, 'utf8').matchAll(/^SFX\s+\S+\s+\S+\s+([^\s/]+)/gm)
  return [...new Set([...found].map(([, ending = '']) => ending))]
}

/** "gratefull" and "ly" share an l. */
function overlapped(start: string, ending: string): string[] {
  return [1, 2, 3]
    .filter((shared) => ending.length > shared && start.endsWith(ending.slice(0, shared)))
    .map((shared) => start + ending.slice(shared))
}

test.each([
  [
    'en',
    'They recieved it. Recieving is seperate from teh rest.',
    ['recieved → received', 'Recieving → Receiving', 'seperate → separate', 'teh → the'],
  ],
  ['en', 'The Adress Group and John Wierd of Teh left; “alot” [sic], said Colleen Harrassowitz.', []],
  [
    'it',
    'Perchè no? Nè l’uno nè l’altro: un pò d’accellerazione.',
    ['Perchè → Perché', 'Nè → Né', 'nè → né', 'pò → po’', 'accellerazione → accelerazione'],
  ],
  ['it', 'Qual’è la scelta?', ['Qual’è → Qual è']],
  ['de', 'Der Wiederspruch: garnicht seperat.', ['Wiederspruch → Widerspruch', 'garnicht → gar nicht', 'seperat → separat']],
  ['es', 'La informacion tambien.', ['informacion → información', 'tambien → también']],
  ['zh', 'teh', []],
])('%s: %s', (locale, text, expected) => {
  expect(hitsIn(misspelling, locale, text)).toEqual(expected)
})

test('what a site allows or accepts is none', () => {
  expect(hitsIn(misspelling, 'en', 'The Teh: alot.', { allow: ['alot'] })).toEqual([])
})
