import { describe, expect, test } from 'vitest'
import type { ArticleId } from '../../../pipeline/model/article.ts'
import { adopted, adoptInto, type Given, messagesOf } from './adopting.ts'

const unit =
  'The "island ferry" typically takes its time as long as the tide is low, and nobody in the harbour has ever complained about it.'

test('a text that was worked into a longer one is unsure there', () => {
  const id = 'The island ferry often takes its time as long as the tide is low.'
  expect(adopted([unit], [id, 'Die Fähre braucht ihre Zeit.'])).toEqual({
    texts: [{ unit, text: 'Die Fähre braucht ihre Zeit.', doubt: 'another source', previous: id }],
    left: [],
  })
})

test('a text put in another order is unsure there', () => {
  const now = 'The third case is common. You will need a small amount of glue, because very few harbours show a pier.'
  const id = 'Very few harbours show a pier, so that all of them will need a small amount of glue.'
  expect(adopted([now], [id, 'Kaum ein Hafen'])).toMatchObject({ texts: [{ unit: now, text: 'Kaum ein Hafen', doubt: 'another source' }] })
})

test('a short text counts in the article that it stood in, nowhere else', () => {
  const id = 'Never hold a rope.'
  const long =
    'Never hold a rope that somebody else has made fast on a boat which is about to leave the harbour for the open sea in the morning.'
  const homes = (article: string) =>
    adoptInto({ pier: [long], boats: ['A boat.'] }, messagesOf([[id, 'Nie ein Tau', article]])).byArticle.get('pier' as ArticleId)
  expect(homes('pier')).toMatchObject([{ text: 'Nie ein Tau', doubt: 'another source' }])
  expect(homes('boats')).toEqual([])
})

test('a title with another word is unsure', () => {
  expect(adopted(['`let else` Statements'], ['let-else', 'let-else'])).toMatchObject({ texts: [{ doubt: 'another source' }], left: [] })
  expect(adopted(['Ferries and let else statements'], ['let-else', 'let-else'])).toMatchObject({ texts: [], left: ['let-else'] })
})

test('each unit gets the text that shares most with it, each text one unit', () => {
  const more = 'The island ferry often takes its time as long as the tide is low.'
  const less = 'The island ferry takes two hours as long as the tide is low.'
  const both = ['The pier is closed for the whole month.', unit]
  for (const given of [
    [less, more],
    [more, less],
  ]) {
    const { texts, left } = adopted(both, ...given.map((id): Given => [id, `de: ${id}`]))
    expect([texts.map(({ previous }) => previous), left]).toEqual([[more], [less]])
  }
  const twice = adopted([unit, `${unit} Again and again, on every single day of the long year.`], [more, 'mehr'])
  expect(twice.texts.map(({ text }) => text)).toEqual(['mehr'])
})

test('at least half of the pairs of words are the unit’s, of a text with ten or in its own article', () => {
  const now = 'a1 a2 a3 a4 a5 a6 z1 z2 z3 z4 z5 z6 z7 z8 z9 y1 y2 y3 y4 y5 y6 y7 y8 y9'
  const elsewhere = (id: string) =>
    adoptInto({ other: ['A boat.'], here: [now] }, messagesOf([[id, 'x', 'other']])).byArticle.get('here' as ArticleId)?.length
  expect(elsewhere('a1 a2 a3 a4 a5 a6 b1 b2 b3 b4 b5')).toBe(1)
  expect(elsewhere('a1 a2 a3 a4 a5 b0 b1 b2 b3 b4 b5')).toBe(0)
  expect(elsewhere('a1 a2 a3 a4 a5 a6 b1 b2 b3 b4')).toBe(0)
  expect(adopted([now], ['a1 a2 a3 a4 b1 b2 b3', 'x']).texts).toHaveLength(1)
  expect(adopted([now], ['a1 a2 a3 b1 b2', 'x']).texts).toHaveLength(0)
})

describe('of texts that stood in another article', () => {
  const run = (letter: string, count: number) => Array.from({ length: count }, (_, at) => `${letter}${at}`).join(' ')
  const long = (words: string) => `${words} ${run('z', 30)}`
  /** What each text of `here` gets. */
  function given(here: readonly string[], ...ids: readonly string[]) {
    const { byArticle, left } = adoptInto({ other: ['A boat.'], here }, messagesOf(ids.map((id): Given => [id, `de: ${id}`, 'other'])))
    const texts = byArticle.get('here' as ArticleId) ?? []
    return {
      got: texts.map(({ unit, previous }) => [here.indexOf(unit.text), ids.indexOf(previous ?? '')]),
      left: left.map(({ id }) => ids.indexOf(id)),
    }
  }
  const [less, more] = [`${run('a', 7)} ${run('b', 6)}`, `${run('a', 10)} ${run('c', 3)}`]

  test('the one that shares most comes first, whatever the order, and alone', () => {
    expect(given([long(run('a', 12))], less, more)).toEqual({ got: [[0, 1]], left: [0] })
    expect(given([long(run('a', 12))], more, less)).toEqual({ got: [[0, 0]], left: [1] })
  })

  test('one stands in one place, however many are like it', () => {
    expect(given([long(run('a', 12)), `${run('y', 9)} ${long(run('a', 12))}`], more).got).toEqual([[0, 0]])
  })

  test('a pair of words that stands in many texts tells of each', () => {
    expect(given([long(run('a', 12)), 'a0 a1 a2 a3 a4 a5 a6 a7 or so', 'a8 a9 then'], more).got).toEqual([[0, 0]])
    expect(given(['a0 a1 a2 a3 a4 a5 a6 a7 or so', long(run('a', 12))], more).got).toEqual([[1, 0]])
  })

  test('other forms of the same words, of which no pair is the same, are near by their letters', () => {
    expect(given(['The ferry sails slowly.'], 'The ferries sail slowly.').got).toEqual([[0, 0]])
  })

  test('a title of some words with one word more', () => {
    expect(given(['To go by sea notwithstanding'], 'To go by sea: extraordinarily').got).toEqual([[0, 0]])
  })
})

test('words of code are no text of an article', () => {
  const { byArticle } = adoptInto(
    { boats: ['A boat.'], setup: ['Setting Up'] },
    messagesOf([['"Setting up boats"', '"Bootsbau"', 'boats']]),
  )
  expect(byArticle.get('setup' as ArticleId)).toEqual([])
})
