import { describe, expect, test } from 'vitest'
import type { ExchangeUnit } from '../../../pipeline/catalog/exchange/exchange-unit.ts'
import { takeUnits } from '../../../pipeline/catalog/exchange/take-units.ts'
import { unitId, wordsDigest } from '../../../pipeline/catalog/exchange/unit-id.ts'
import { writeCatalog } from '../../../pipeline/catalog/write-catalog.ts'
import { catalog, message, unitsOf } from '../sample.ts'

const old = 'The minister met the fishermen of the strait on Monday.'
const now = 'The minister met the fishermen of the strait on Tuesday.'
const oldWords = 'Il ministro ha incontrato i pescatori lunedì.'

const unit = (source: string, target: string, more: Partial<ExchangeUnit> = {}): ExchangeUnit => ({
  id: null,
  context: null,
  source,
  target,
  spaced: null,
  state: 'finished',
  exported: null,
  notes: [],
  offset: 0,
  ...more,
})

/** What the article's one paragraph (or headline) has after an import. */
function taken(before: ReturnType<typeof message>, ...delivered: readonly ExchangeUnit[]) {
  const units = unitsOf(before.context === null ? before.id : `${before.context}: ${before.id}`)
  const { catalog: after, left, finished, fuzzy } = takeUnits({ units, catalog: catalog(before), delivered })
  return { file: writeCatalog(after), left: left.map(({ why, unit: { target } }) => `${why}: ${target}`), finished, fuzzy }
}

const fuzzyOf = (words: string) =>
  message(now, words, { flags: ['fuzzy', 'no-wrap'], previous: { context: null, id: old, idPlural: null } })
const sent = wordsDigest(message(old, oldWords))

describe('a text that has changed since', () => {
  test('has no words: the old ones are outdated', () => {
    expect(taken(message(now, ''), unit(old, oldWords))).toEqual({
      file: `#, fuzzy\n#| msgid "${old}"\nmsgid "${now}"\nmsgstr "${oldWords}"\n`,
      left: [],
      finished: 0,
      fuzzy: 1,
    })
  })

  test('has no words: a draft is outdated too', () => {
    expect(taken(message(now, ''), unit(old, oldWords, { state: 'draft' })).file).toBe(
      `#, fuzzy\n#| msgid "${old}"\nmsgid "${now}"\nmsgstr "${oldWords}"\n`,
    )
  })

  test('has no words: a source that a tool copied is none', () => {
    expect(taken(message(now, ''), unit(old, old, { state: 'draft' }))).toMatchObject({ file: `msgid "${now}"\nmsgstr ""\n`, left: [] })
  })

  test('has the words that went out, as outdated ones: a correction of them takes their place', () => {
    const { file, left, fuzzy } = taken(fuzzyOf(oldWords), unit(old, `${oldWords} Davvero.`, { exported: sent }))
    expect(file).toBe(`#, fuzzy, no-wrap\n#| msgid "${old}"\nmsgid "${now}"\nmsgstr "${oldWords} Davvero."\n`)
    expect([left, fuzzy]).toEqual([[], 1])
  })

  test('has the words that went out, outdated even then: a correction of them takes their place', () => {
    const { file, left } = taken(fuzzyOf(oldWords), unit(old, 'Nuovo', { exported: wordsDigest(fuzzyOf(oldWords)) }))
    expect(file).toBe(`#, fuzzy, no-wrap\n#| msgid "${old}"\nmsgid "${now}"\nmsgstr "Nuovo"\n`)
    expect(left).toEqual([])
  })

  test('has the very words: nothing', () => {
    expect(taken(fuzzyOf(oldWords), unit(old, oldWords, { exported: sent }))).toMatchObject({ left: [], fuzzy: 0, finished: 0 })
  })

  test.each([
    ['somebody began', sent, fuzzyOf('Martedì')],
    ['nobody knows', null, fuzzyOf(oldWords)],
  ])('has words that %s: they stay, the others are in a comment', (_, exported, before) => {
    const { file, left } = taken(before, unit(old, 'Nuovo', { exported }))
    expect(file).toBe(writeCatalog(catalog({ ...before, comments: [' Another translation: "Nuovo"'] })))
    expect(left).toEqual(['changed: Nuovo'])
  })

  test.each(['Martedì', oldWords])('is translated as %s: it stays as it is, and the others are told', (words) => {
    const before = message(now, words)
    expect(taken(before, unit(old, 'Nuovo', { exported: sent }))).toMatchObject({
      file: writeCatalog(catalog(before)),
      left: ['unmatched: Nuovo'],
    })
  })

  test('is delivered for itself as well: its own words win, the old ones are told', () => {
    expect(taken(message(now, ''), unit(old, 'Vecchio'), unit(now, 'Nuovo'))).toMatchObject({
      file: `msgid "${now}"\nmsgstr "Nuovo"\n`,
      left: ['unmatched: Vecchio'],
    })
  })

  test('is the headline, and the tool dropped its name: the id tells', () => {
    const before = message('Tuesday', '', { context: 'title' })
    expect(taken(before, unit('Monday', 'Lunedì', { id: 'title' })).file).toBe(
      '#, fuzzy\n#| msgid "Monday"\nmsgctxt "title"\nmsgid "Tuesday"\nmsgstr "Lunedì"\n',
    )
  })
})

describe('the same text', () => {
  test.each<[string, string, Partial<ExchangeUnit>, string, string[]]>([
    ['newer words stay', 'Nuovo', { exported: sent }, '# Another translation: "Altro"\nmsgid "a"\nmsgstr "Nuovo"\n', ['changed: Altro']],
    ['words of unknown age stay', 'Nuovo', {}, '# Another translation: "Altro"\nmsgid "a"\nmsgstr "Nuovo"\n', ['changed: Altro']],
    ['words that went out are replaced', 'Nuovo', { exported: wordsDigest(message('a', 'Nuovo')) }, 'msgid "a"\nmsgstr "Altro"\n', []],
    [
      'words that went out are not replaced by blanks',
      'Nuovo',
      { exported: wordsDigest(message('a', 'Nuovo')), target: ' ' },
      'msgid "a"\nmsgstr "Nuovo"\n',
      [],
    ],
    ['blanks are filled', ' ', {}, 'msgid "a"\nmsgstr "Altro"\n', []],
    ['none are filled', '', {}, 'msgid "a"\nmsgstr "Altro"\n', []],
    ['none are filled by a draft', '', { state: 'draft' }, '#, fuzzy\nmsgid "a"\nmsgstr "Altro"\n', []],
  ])('%s', (_, words, more, file, left) => {
    expect(taken(message('a', words), unit('a', 'Altro', more))).toMatchObject({ file, left })
  })

  test('only the first form of a plural is replaced', () => {
    const plural = message('a', '', { idPlural: 'aa', strings: ['Uno', 'Due'] })
    const { catalog: after } = takeUnits({
      units: unitsOf('a'),
      catalog: catalog(plural),
      delivered: [unit('a', 'Altro', { exported: wordsDigest(plural) })],
    })
    expect(after.messages[0]?.strings).toEqual(['Altro', 'Due'])
  })

  test('fuzzy words that somebody wrote meanwhile are not lost', () => {
    const before = message('a', 'Bozza', { flags: ['fuzzy'] })
    expect(taken(before, unit('a', 'Altro'))).toMatchObject({
      file: '# Another translation: "Bozza"\nmsgid "a"\nmsgstr "Altro"\n',
      left: [],
      finished: 1,
    })
    expect(taken(before, unit('a', 'Altro', { state: 'draft' }))).toMatchObject({
      file: '# Another translation: "Altro"\n#, fuzzy\nmsgid "a"\nmsgstr "Bozza"\n',
      left: ['changed: Altro'],
    })
  })

  test('what was told before is not noted twice', () => {
    const before = message('a', 'Nuovo', { comments: [' Another translation: "Altro"'] })
    expect(taken(before, unit('a', 'Altro')).file).toBe(writeCatalog(catalog(before)))
  })

  test('an occurrence of its own is found by its id', () => {
    const second = message('a', '', { context: '2' })
    const units = unitsOf('a', 'a')
    const { catalog: after } = takeUnits({
      units,
      catalog: catalog(message('a', ''), second),
      delivered: [unit('a', 'Due', { id: unitId(second) })],
    })
    expect(after.messages.map(({ strings }) => strings[0])).toEqual(['', 'Due'])
  })

  test('an obsolete one keeps what it has, and what is new is told', () => {
    const gone = message('gone', 'Andato', { obsolete: true })
    const { catalog: after, left } = takeUnits({
      units: unitsOf('a'),
      catalog: catalog(message('a', 'A'), gone),
      delivered: [unit('gone', 'Andato'), unit('gone', 'Via', { context: 'x' })],
    })
    expect(after.messages[1]).toBe(gone)
    expect(left.map(({ why, unit: { target } }) => `${why}: ${target}`)).toEqual(['unmatched: Via'])
  })
})
