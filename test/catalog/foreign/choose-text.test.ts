import { describe, expect, test } from 'vitest'
import { takeAdopted } from '../../../pipeline/catalog/foreign/take-adopted.ts'
import type { ArticleId } from '../../../pipeline/model/article.ts'
import type { Message } from '../../../pipeline/model/catalog.ts'
import { catalog, message } from '../sample.ts'
import { adoptInto } from './adopting.ts'

const textsFor = (unit: string, messages: readonly Message[]) =>
  adoptInto({ page: [unit] }, messages).byArticle.get('page' as ArticleId) ?? []
const told = (unit: string, ...messages: readonly Message[]) =>
  [messages, messages.toReversed()].map((each) => textsFor(unit, each).map(({ text, doubt }) => `${text} ${doubt ?? 'surely'}`))

const fuzzy = { flags: ['fuzzy'] }

describe('of several texts that say what the unit says, in whatever order they stand', () => {
  test.each<[what: string, unit: string, wanted: string, ...messages: Message[]]>([
    ['the one that nobody doubts', 'One day', 'Ein Tag surely', message('One *day*', 'Einmal', fuzzy), message('One day', 'Ein Tag')],
    [
      'a doubted one only where there is no other',
      'One day',
      'Ein *Tag* other markup',
      message('One day', 'Einmal', fuzzy),
      message('One *day*', 'Ein *Tag*'),
    ],
    [
      'the one with the very marks',
      'One *day*',
      'Ein *Tag* surely',
      message('One _day_', 'Eines _Tages_'),
      message('One *day*', 'Ein *Tag*'),
    ],
    [
      'the one with as many marks',
      'One *day*',
      'Ein _Tag_ surely',
      message('One `day`', 'Eines `Tages`'),
      message('One _day_', 'Ein _Tag_'),
    ],
    [
      'a paragraph’s',
      'Talks',
      'Gespräche surely',
      message('Talks', 'Es wird verhandelt', { context: 'title' }),
      message('Talks', 'Gespräche'),
    ],
    [
      'a title’s',
      'title: Talks',
      'Es wird verhandelt surely',
      message('Talks', 'Es wird verhandelt', { context: 'title' }),
      message('Talks', 'Gespräche'),
    ],
    [
      'for a title a paragraph’s rather than a standfirst’s',
      'title: Talks',
      'Gespräche surely',
      message('Talks', 'Es geht weiter', { context: 'description' }),
      message('Talks', 'Gespräche'),
    ],
    ['a live one', 'Talks', 'Gespräche surely', message('Talks ', 'Früher', { obsolete: true }), message('Talks', 'Gespräche')],
  ])('%s', (_, unit, wanted, ...messages) => {
    expect(told(unit, ...messages)).toEqual([[wanted], [wanted]])
  })
})

test.each<[what: string, unit: string, ...messages: Message[]]>([
  ['its first', 'One\\\ntwo', message('One', 'Eins', fuzzy), message('two', 'zwei')],
  ['its last', 'One\\\ntwo', message('One', 'Eins'), message('two', 'zwei', fuzzy)],
  ['a piece beside an element', 'One <kbd>two</kbd>', message('One', 'Eins'), message('two', 'zwei', fuzzy)],
])('a text of pieces is as unsure as %s', (_, unit, ...messages) => {
  expect(textsFor(unit, messages).map(({ doubt }) => doubt)).toEqual(['fuzzy there'])
})

test.each<[what: string, unit: string, id: string, words: string, wanted: string]>([
  ['one of two moved', '[a](b.md), [c](d.md)', '[a](b.md), [c](d.html)', '[A](b.md), [C](d.html)', '[A](b.md), [C](d.md) surely'],
  [
    'one for two targets, which the translation lacks',
    '[a](p), [b](q), [c](r)',
    '[a](x), [b](x), [c](y)',
    'A, B, [C](y)',
    'A, B, [C](r) other links',
  ],
  ['one instead of two', '[Har](p)[bour](q)', '[Harbour](x)', '[Hafen](x)', '[Hafen](x) other links'],
])('links, %s', (_, unit, id, words, wanted) => {
  expect(told(unit, message(id, words))[0]).toEqual([wanted])
})

test('a text may be cut at one element alone, and what has no words at all gets none', () => {
  const messages = [message('One', 'Eins'), message('two', 'zwei')]
  expect(textsFor('One<br>two', messages)).toMatchObject([{ text: 'Eins<br>zwei', doubt: null }])
  expect(textsFor('<kbd>…</kbd>', messages)).toEqual([])
})

test('others’ remarks come along, once, and people are told where the words come from', () => {
  const comments = [' Ask Ada.']
  const pieces = [message('One', 'Eins', { comments, line: 7 }), message('two', 'zwei', { comments, line: 9 })]
  expect(textsFor('One\\\ntwo', pieces)).toMatchObject([{ comments, from: 'de.po:7' }])
})

describe('what is brought into a catalog', () => {
  const [sure] = textsFor('One', [message('One', 'Eins')])
  const [unsure] = textsFor('One', [message('One', 'Eins', fuzzy)])
  test.each([
    ['a sure text fills', '', sure, 'translated', ['Eins']],
    ['an unsure text fills', '', unsure, 'fuzzy', ['Eins', ' Imported from de.po:0, unsure: fuzzy there']],
    ['a sure text beside other words becomes a comment', 'Eine', sure, 'kept', ['Eine', ' Imported from de.po:0, not used:', ' Eins']],
    ['an unsure text beside other words isn’t even that', 'Eine', unsure, 'kept', ['Eine']],
    ['an unsure text that is there is known', 'Eins', unsure, 'known', ['Eins']],
  ])('%s', (_, words, text, fate, expected) => {
    const { catalog: after, fates } = takeAdopted(catalog(message('One', words)), text === undefined ? [] : [text])
    expect(fates).toEqual([fate])
    expect(after.messages.flatMap(({ strings, comments }) => [...strings, ...comments])).toEqual(expected)
  })
})
