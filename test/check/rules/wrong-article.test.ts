import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { wrongArticle } from '../../../pipeline/check/rules/wrong-article.ts'
import { hitsIn } from '../sample.ts'

const find = (text: string) => hitsIn(wrongArticle, 'en', text)

const vowels = `hour honest honour heir umbrella unanticipated MP NHS FBI RSS IAEA X-ray e-mail f-string iPhone 8 11 18 80 8,000 11,000
  uncle unimportant understanding egg idea area oasis onerous SUV eight-year-old urban utter`
const consonants = `university union unique user European one one-off once-only ewe UN UK US EU UNESCO NATO BBC U-turn T-shirt uniform utopia uranium
  10 100 110 180 1 17 house woman year house yellow word`

describe('both articles before one word', () => {
  test.each(vowels.split(/\s+/))('an %s', (word) => {
    expect(find(`It was a ${word} then.`)).toEqual(['a → an'])
    expect(find(`It was an ${word} then.`)).toEqual([])
  })

  test.each(consonants.split(/\s+/))('a %s', (word) => {
    expect(find(`It was an ${word} then.`)).toEqual(['an → a'])
    expect(find(`It was a ${word} then.`)).toEqual([])
  })

  test.each([
    'historic',
    'hotel',
    'herb',
    'H-bomb',
    'SQL',
    'SAT',
    'nginx',
    'rgba',
    'XIV',
    '1800',
    '1,100',
    'Oaxaca',
    'Ürümqi',
    'u',
    'mRNA',
  ])('either before %s', (word) => {
    expect(find(`It was a ${word} then, it was an ${word} then.`)).toEqual([])
  })
})

test.each([
  'Vitamin A is good, A and B are better.',
  'from a to e, plan A or plan B',
  'Plan A. It works.',
  'An Nguyen and An Post, an Taoiseach',
  'Serie A e Serie B',
  'the A-Z and/or a/an',
  'at 9 a.m. everyone',
  'R&A open',
])('no alarm: %s', (text) => {
  expect(find(text)).toEqual([])
})

test.each([
  ['“A hour,” he said. A *honest* man.', ['A → An', 'A → An']],
  ['a “old” [island](x.md)', ['a → an']],
])('%s', (text, expected) => {
  expect(find(text)).toEqual(expected)
})

test.prop([fc.stringMatching(/^[A-Za-z0-9'’-]{1,12}$/)])('no word wants both articles at once', (word) => {
  expect([...find(`It is a ${word} here.`), ...find(`It is an ${word} here.`)].length).toBeLessThan(2)
})
