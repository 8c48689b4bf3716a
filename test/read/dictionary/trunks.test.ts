import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Locale } from '../../../pipeline/model/locale.ts'
import { dictionaryText } from '../../../pipeline/read/dictionary/dictionary-text.ts'
import { findDictionaries } from '../../../pipeline/read/dictionary/find-dictionary.ts'
import { type Possible, trunks } from '../../../pipeline/read/dictionary/trunks.ts'
import { declaration } from '../../bench/quality/declaration.ts'
import { dictionaryOf } from '../../check/dictionary-of.ts'

const affixes = 'SET UTF-8\nPFX U Y 1\nPFX U 0 un .\nSFX D Y 2\nSFX D y ied y\nSFX D 0 ed [^y]\n'
const possible = trunks(affixes, '3\ntidy/UD\nship/D\nIran\n')

/** Letter by letter. */
function isReached(possible: Possible, word: string, from: number): boolean {
  const steps = Array.from(word).slice(from)
  return steps.every((letter, at) => possible.following(word.slice(0, from + at), [letter.toLowerCase()]).length === 1)
}

test.each([
  ['a word', 'tidy', true],
  ['with an ending', 'tidied', true],
  ['with a prefix', 'untidied', true],
  ['a name in lower case', 'iran', true],
  ['in capitals', 'UNTIDIED', true],
  ['a prefix and nothing else', 'un', false],
  ['with an ending that only other words have', 'shipied', false],
  ['with an ending whose flag it lacks', 'iraned', false],
  ['only the beginning of a word', 'ti', false],
  ['with an ending that no word has', 'shiping', false],
  ['with a letter too many', 'shhip', false],
])('a word that is %s', (_, word, expected) => {
  const asked = Array.from({ length: word.length + 1 }, (_, at) => possible?.is(word.slice(0, at), word.slice(at)))
  expect(asked).toEqual(asked.map(() => expected))
  const begins = Array.from({ length: word.length + 1 }, (_, at) => possible?.begins(word.slice(0, at), word.length - at))
  if (expected) expect(begins).toEqual(begins.map(() => true))
  if (expected) expect(possible === null ? null : isReached(possible, word, 0)).toBe(true)
})

test.each([
  [
    'endings upon endings',
    'SFX B Y 2\nSFX B 0 ing/S .\nSFX B e ing/S e\nSFX S Y 1\nSFX S 0 s .\n',
    '2\nship/B\nmake/B\n',
    'shipings makings making',
    'shipinged makinged',
  ],
  [
    'an ending that takes another one away',
    'SFX B Y 1\nSFX B 0 y/I .\nSFX I Y 1\nSFX I y ier y\n',
    '1\nrust/B\n',
    'rusty rustier',
    'rustyier',
  ],
  ['compounds', 'COMPOUNDFLAG C\n', '3\nship/C\nyard/C\nox/C\n', 'shipyard yardshipship ship', 'shipyar oxship shipox'],
  ['a letter between the parts', 'COMPOUNDBEGIN C\nSFX F Y 1\nSFX F 0 s/C .\n', '2\nstaat/F\nchef\n', 'staatschef', 'staatchef chefstaat'],
  ['long flags', 'FLAG long\nSFX Aa Y 1\nSFX Aa 0 s .\n', '2\nship/XxAa\nyard/aAXx\n', 'ships', 'yards'],
  ['numbered flags', 'FLAG num\nSFX 12 Y 1\nSFX 12 0 s .\n', '2\nship/3,12\nyard/1,2\n', 'ships', 'yards'],
  ['parts that a hyphen joins', '', '2\nship\nyard\n', 'ship-yard ship- -yard', 'ship-yar'],
  ['what a dictionary breaks off', 'BREAK 2\nBREAK -\nBREAK -beli$\n', '1\nship\n', 'ship-beli', 'ship-bela'],
  ['letters that count for nothing', 'IGNORE ()\n', '1\nsh(i)p\n', 'ship', 'shp'],
])('%s', (_, more, words, right, wrong) => {
  const known = trunks(`SET UTF-8\n${more}`, words)
  expect(right.split(' ').filter((word) => !known?.is('', word))).toEqual([])
  expect(wrong.split(' ').filter((word) => known?.is('', word))).toEqual([])
  expect(right.split(' ').filter((word) => known === null || !isReached(known, word, 0))).toEqual([])
})

test.each([
  ['numbered lists of flags', `AF 1\nAF D\n${affixes}`, '1\nship\n'],
  ['an older encoding', affixes, null],
])('nothing is known of %s', (_, more, words) => {
  expect(trunks(more, words)).toBeNull()
})

describe('what Hunspell accepts is possible', () => {
  test.each(['en', 'it', 'fr', 'es', 'cs', 'ro', 'ru'] as const)('%s', async (language) => {
    const { accepts } = await dictionaryOf(language)
    const possible = findDictionaries(language as Locale, process.cwd(), []).map((pair) => {
      const text = dictionaryText(readFileSync(pair.affixes), readFileSync(pair.words))
      return trunks(text.affixes, text.words.toString())
    })
    const words = declaration(language).flatMap(({ text }) => text.match(/[\p{L}\p{M}]+/gu) ?? [])
    const known = words.filter(accepts)
    expect(known.length).toBeGreaterThan(1000)
    expect(known.filter((word) => !possible.some((isOne) => isOne?.is('', word)))).toEqual([])
    expect(known.filter((word) => !possible.some((isOne) => isOne !== null && isReached(isOne, word, 1)))).toEqual([])
  })
})
