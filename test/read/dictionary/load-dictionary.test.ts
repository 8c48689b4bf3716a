import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type LoadedDictionary, loadDictionary } from '../../../pipeline/read/dictionary/load-dictionary.ts'
import { dictionaryOf } from '../../check/dictionary-of.ts'
import { temporarySite } from '../../support/temporary-site.ts'

async function load(affixes: string | Uint8Array, words: string | Uint8Array): Promise<LoadedDictionary> {
  const root = temporarySite({ 'a.aff': affixes, 'a.dic': words })
  const loaded = await loadDictionary([{ affixes: join(root, 'a.aff'), words: join(root, 'a.dic') }])
  if (loaded.kind === 'unusable') throw new Error(loaded.why)
  return loaded.dictionary
}

const latin2 = (text: string) => Uint8Array.from(text, (letter) => ({ ő: 0xf5, ó: 0xf3 })[letter] ?? letter.charCodeAt(0))

describe('encodings', () => {
  test.each<[name: string, affixes: string | Uint8Array, words: string | Uint8Array]>([
    ['UTF-8', 'SET UTF-8\n', '2\nerdő\nhajó\n'],
    ['UTF-8 with a byte order mark', '\uFEFFSET UTF-8\n', '2\nerdő\nhajó\n'],
    ['ISO 8859-2', latin2('SET ISO8859-2\nTRY őó\n'), latin2('2\nerdő\nhajó\n')],
  ])('%s', async (_, affixes, words) => {
    const { accepts } = await load(affixes, words)
    expect(['erdő', 'hajó', 'erdo'].map(accepts)).toEqual([true, true, false])
  })

  test('flags may be letters, though the file doesn’t say so', async () => {
    const { accepts } = await load('SET UTF-8\nSFX Ő Y 1\nSFX Ő 0 k .\n', '2\njog/Ő\nfog/Ĺ\n')
    expect(['jogk', 'fogk'].map(accepts)).toEqual([true, false])
  })

  test('raw bytes as flags stay apart', async () => {
    const bytes = (text: string) => Buffer.from(text, 'latin1')
    const { accepts } = await load(bytes('SET UTF-8\nSFX \xd5 Y 1\nSFX \xd5 0 k .\n'), bytes('2\njog/\xd5\nfog/\xc5\n'))
    expect(['jogk', 'fogk'].map(accepts)).toEqual([true, false])
  })

  test('HTML’s names of letters are letters', async () => {
    const { accepts } = await load('SET UTF-8\nSFX A Y 1\nSFX A 0 ok [^a&agrave;]\n', '1\njog/A\n')
    expect(accepts('jogok')).toBe(true)
  })

  test('one that nobody knows, and files that aren’t there, are told', async () => {
    const root = temporarySite({ 'a.aff': 'SET ISCII-DEVANAGARI\n', 'a.dic': '1\na\n' })
    const unknown = await loadDictionary([{ affixes: join(root, 'a.aff'), words: join(root, 'a.dic') }])
    expect(unknown).toEqual({ kind: 'unusable', why: expect.stringContaining('ISCII-DEVANAGARI') })
    const missing = await loadDictionary([{ affixes: join(root, 'b.aff'), words: join(root, 'a.dic') }])
    expect(missing).toEqual({ kind: 'unusable', why: expect.stringContaining('b.aff') })
  })

  test('what is no dictionary accepts nothing, and nothing breaks', async () => {
    const { accepts, suggest } = await load(
      new Uint8Array(300).map((_, index) => index),
      new Uint8Array(300).fill(0xff),
    )
    expect([accepts('word'), suggest('wrod')]).toEqual([false, []])
  })
})

describe('compounds', () => {
  test('of words are words', async () => {
    const { accepts } = await load('SET UTF-8\nCOMPOUNDMIN 1\nCOMPOUNDRULE 1\nCOMPOUNDRULE ab\n', '3\nsea/a\nmew/b\n1/ab\n')
    expect(['seamew', 'mewsea'].map(accepts)).toEqual([true, false])
  })

  test('of numbers aren’t asked for: nobody spells them', async () => {
    const { accepts } = await load(
      'SET UTF-8\nCOMPOUNDMIN 1\nONLYINCOMPOUND c\nCOMPOUNDRULE 1\nCOMPOUNDRULE n*t\n',
      '3\nsea\n2/n\n1st/tc\n',
    )
    expect(['sea', 'seasea', '1st'].map(accepts)).toEqual([true, false, false])
  })
})

describe('what may have been meant', () => {
  test.each([
    ['teh', 'the'],
    ['Thier', 'Their'],
    ['accomodate', 'accommodate'],
    ['recieve', 'receive'],
    ['ofthe', 'of the'],
    ['filosophy', 'philosophy'],
  ])('%s: %s', async (typed, meant) => {
    expect((await dictionaryOf('en-US')).suggest(typed)).toContain(meant)
  })

  test('of two varieties both are right', async () => {
    const { accepts, near } = await dictionaryOf('en')
    expect(['colour', 'color', 'colur'].map(accepts)).toEqual([true, true, false])
    expect(near('colur')).toEqual(expect.arrayContaining(['color', 'colour']))
  })
})

test('nobody listens to the process for a dictionary’s sake', async () => {
  const before = process.listenerCount('uncaughtException') + process.listenerCount('unhandledRejection')
  await dictionaryOf('en-US')
  expect(process.listenerCount('uncaughtException') + process.listenerCount('unhandledRejection')).toBe(before)
})
