import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Locale } from '../../../pipeline/model/locale.ts'
import { dictionaryText } from '../../../pipeline/read/dictionary/dictionary-text.ts'
import { findDictionaries } from '../../../pipeline/read/dictionary/find-dictionary.ts'
import { trunks } from '../../../pipeline/read/dictionary/trunks.ts'
import { declaration } from '../../bench/quality/declaration.ts'
import { dictionaryOf } from '../../check/dictionary-of.ts'

const affixes = 'SET UTF-8\nPFX U Y 1\nPFX U 0 un .\nSFX D Y 2\nSFX D y ied y\nSFX D 0 ed [^y]\n'
const possible = trunks(affixes, '3\ntidy/UD\nship/D\nIran\n')

test.each([
  ['a word', 'tidy', true],
  ['with an ending', 'tidied', true],
  ['with a prefix', 'untidied', true],
  ['a name in lower case', 'iran', true],
  ['in capitals', 'UNTIDIED', true],
  ['a prefix and nothing else', 'un', false],
  ['with an ending that only other words have', 'shipied', true],
  ['only the beginning of a word', 'ti', false],
  ['with an ending that no word has', 'shiping', false],
  ['with a letter too many', 'shhip', false],
])('a word that is %s', (_, word, expected) => {
  const asked = Array.from({ length: word.length + 1 }, (_, at) => possible?.is(word.slice(0, at), word.slice(at)))
  expect(asked).toEqual(asked.map(() => expected))
  const begins = Array.from({ length: word.length + 1 }, (_, at) => possible?.begins(word.slice(0, at), word.length - at))
  if (expected) expect(begins).toEqual(begins.map(() => true))
})

test.each([
  ['compounds', 'COMPOUNDFLAG C\n'],
  ['endings upon endings', 'SFX B Y 1\nSFX B 0 ing/D .\n'],
  ['an older encoding', null],
])('nothing is known of %s', (_, more) => {
  expect(trunks(affixes + (more ?? ''), more === null ? null : '1\nship\n')).toBeNull()
})

describe('what Hunspell accepts is possible', () => {
  test.each(['en', 'it', 'pl', 'ro', 'ru', 'el'] as const)('%s', async (language) => {
    const { accepts } = await dictionaryOf(language)
    const possible = findDictionaries(language as Locale, process.cwd(), []).map((pair) => {
      const text = dictionaryText(readFileSync(pair.affixes), readFileSync(pair.words))
      return trunks(text.affixes, text.words.toString())
    })
    const words = declaration(language).flatMap(({ text }) => text.match(/\p{L}+/gu) ?? [])
    const known = words.filter(accepts)
    expect(known.length).toBeGreaterThan(1000)
    expect(known.filter((word) => !possible.some((isOne) => isOne?.is('', word)))).toEqual([])
  })
})
