import { expect, test } from 'vitest'
import { postingsOf } from '../../../pipeline/catalog/memory/postings.ts'
import { termsOf } from '../../../pipeline/catalog/memory/terms.ts'

const any = () => true

/** Texts without a word of the others, so that the words asked for are rare and buckets are many. */
const crowd = Array.from({ length: 500 }, (_, at) => `w${at}a w${at}b w${at}c w${at}d w${at}e`)

function asking(texts: readonly string[]) {
  const postings = postingsOf([...texts, ...crowd])
  return (text: string, most = 40, isWanted: (at: number) => boolean = any) => postings.sharing(termsOf(text), most, isWanted)
}

test('the text that shares more comes first', () => {
  const ask = asking(['ferry one two three', 'ferry leaves early two', 'ferry leaves early tomorrow'])
  expect(ask('ferry leaves early tomorrow').slice(0, 3)).toEqual([2, 1, 0])
})

test('of texts that share as much the shorter comes first', () => {
  const ask = asking(['ferry leaves on the last monday of the month', 'ferry leaves', 'ferry leaves on monday'])
  expect(ask('ferry leaves').slice(0, 3)).toEqual([1, 2, 0])
})

test('a rare word tells more than a frequent one', () => {
  const frequent = Array.from({ length: 20 }, (_, at) => `harbour h${at}x h${at}y`)
  const ask = asking(['harbour one other', ...frequent, 'zagreb one other'])
  expect(ask('zagreb harbour')[0]).toBe(21)
})

test('of equal texts the first come first, and no more than are asked for', () => {
  const ask = asking(['ferry leaves', 'ferry leaves', 'ferry leaves', 'ferry leaves early'])
  expect(ask('ferry leaves', 2)).toEqual([0, 1])
  expect(ask('ferry leaves', 3)).toEqual([0, 1, 2])
  expect(ask('ferry leaves early', 1)).toEqual([3])
})

test('only what is wanted is found, however near the rest is', () => {
  const ask = asking(['ferry leaves early', 'ferry leaves', 'ferry'])
  expect(ask('ferry leaves early', 1, (at) => at !== 0)).toEqual([1])
  expect(ask('ferry leaves early', 40, (at) => at === 2)).toEqual([2])
})

test('a word that repeats itself counts once', () => {
  const ask = asking(['ferry ferry ferry ferry', 'ferry'])
  expect(ask('ferry').slice(0, 2)).toEqual([1, 0])
  expect(ask('ferry ferry ferry').indexOf(0)).toBe(0)
})

test('a question leaves nothing behind for the next one', () => {
  const ask = asking(['ferry leaves', 'train leaves', 'ferry'])
  const first = ask('train leaves')
  ask('ferry leaves')
  expect(ask('train leaves')).toEqual(first)
})

test('nothing is found by nothing, or in nothing', () => {
  expect(asking(['ferry'])('–')).toEqual([])
  expect(postingsOf([]).sharing(termsOf('ferry'), 5, any)).toEqual([])
})

test('words of too many texts are passed over, unless there is nothing else to go by', () => {
  const texts = Array.from({ length: 12_500 }, (_, at) => `the t${at}`)
  const postings = postingsOf([...texts, 'the zagreb'])
  for (const asked of ['zagreb the', 'the zagreb']) {
    const found = postings.sharing(termsOf(asked), 100, any)
    expect([found.includes(12_500), found.length < 20]).toEqual([true, true])
  }
  expect(postings.sharing(termsOf('the'), 5, any)).toHaveLength(5)
})

test('texts of any length', () => {
  const long = Array.from({ length: 5000 }, (_, at) => `long${at}`).join(' ')
  const postings = postingsOf([long, 'ferry', `${long} ferry`])
  expect(postings.sharing(termsOf(long), 2, any)).toEqual([0, 2])
  expect(postings.sharing(termsOf('ferry'), 2, any)).toEqual([1, 2])
})

test('each of many texts is found by its word', () => {
  const texts = Array.from({ length: 2000 }, (_, at) => `x${at}`)
  const postings = postingsOf(texts)
  for (const [at, text] of texts.entries()) expect(postings.sharing(termsOf(text), 2000, any)).toContain(at)
})
