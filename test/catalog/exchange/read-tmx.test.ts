import { describe, expect, test } from 'vitest'
import { readTmx } from '../../../pipeline/catalog/exchange/read-tmx.ts'
import { takeUnits } from '../../../pipeline/catalog/exchange/take-units.ts'
import { writeTmx } from '../../../pipeline/catalog/exchange/write-tmx.ts'
import type { Locale } from '../../../pipeline/model/locale.ts'
import { catalog, message, unitsOf } from '../sample.ts'
import { unitsIn } from './units.ts'

const tmx = (body: string, header = '<header srclang="en"/>') => `<tmx version="1.4">${header}<body>${body}</body></tmx>`
const tuv = (lang: string, seg: string) => `<tuv xml:lang="${lang}"><seg>${seg}</seg></tuv>`
/** A pair of an article of ours. */
const own = (source: string, target: string) =>
  tmx(`<tu><prop type="x-article">articles/talks.md</prop>${tuv('en', source)}${tuv('it', target)}</tu>`)

function pairsIn(file: string): unknown[] {
  const read = readTmx(file)
  if (read.kind !== 'read') throw new Error(JSON.stringify(read))
  return read.deliveries.flatMap(({ source, target, units }) => units.map((unit) => [source, unit.source, target, unit.target]))
}

describe('which of a unit’s texts is the source', () => {
  const [italian, english] = [tuv('it', 'b'), tuv('en-GB', 'a')]
  test.each([
    ['its own language', tmx(`<tu srclang="en-GB">${italian}${english}</tu>`, '<header srclang="it"/>')],
    ['the header’s', tmx(`<tu>${italian}${english}</tu>`, '<header srclang="en-GB"/>')],
    ['the header’s, however it is written', tmx(`<tu>${italian}${english}</tu>`, '<header srclang="EN_gb"/>')],
    ['the first one', tmx(`<tu>${english}${italian}</tu>`, '<header/>')],
    ['by older tools’ attribute', tmx(`<tu>${italian}${english}</tu>`, '<header srclang="en-GB"/>').replaceAll('xml:lang', 'lang')],
  ])('%s', (_, file) => {
    expect(pairsIn(file)).toEqual([['en-GB', 'a', 'it', 'b']])
  })
})

test.each(['1.1', '1.2', '1.3', '1.4', '1.4b'])('a file of version %s is read', (version) => {
  const file = tmx(`<tu>${tuv('EN', 'a')}${tuv('IT', 'b')}</tu>`).replace('1.4', version)
  expect(pairsIn(version === '1.1' ? file.replaceAll('xml:lang', 'lang') : file)).toEqual([['en', 'a', 'it', 'b']])
})

test.each(['1.0', '1.5', '2.0'])('one of version %s is not', (version) => {
  expect(readTmx(tmx('').replace('1.4', version))).toMatchObject({ kind: 'foreign', found: `TMX ${version}` })
})

test('a unit without texts, or a text without a segment, says nothing', () => {
  expect(pairsIn(tmx('<tu/>'))).toEqual([])
  expect(pairsIn(tmx(`<tu>${tuv('en', 'a')}<tuv xml:lang="it"/></tu>`))).toEqual([['en', 'a', 'it', '']])
})

test.each([
  ['plain words', own('a', 'b'), 'finished'],
  ['highlighted words', own('a', '<hi>b</hi> c'), 'finished'],
  ['a code of another tool', own('a', 'b <ph/>c'), 'draft'],
  ['a code in highlighted words', own('a', '<hi>b <ph/>c</hi> d'), 'draft'],
  ['a code in the source', own('a <ph/>', 'b'), 'draft'],
  ['no article', own('a', 'b').replace(/<prop.*<\/prop>/, ''), 'draft'],
])('%s: a pair is finished where its article is named and nothing was left out', (_, file, state) => {
  expect(unitsIn(readTmx(file)).map((unit) => unit.state)).toEqual([state])
})

test.each([
  ['no XML', '<tmx', 'broken'],
  ['TMX without a version', '<tmx/>', 'foreign'],
])('%s is refused', (_, file, kind) => {
  expect(readTmx(file)).toMatchObject({ kind, ...(kind === 'foreign' && { found: 'TMX without a version' }) })
})

describe('what we wrote', () => {
  const before = catalog(
    message('Talks', 'Colloqui', { context: 'title' }),
    message('One.', 'Uno.'),
    message('One.', 'Ancora uno.', { context: '2' }),
  )
  const [en, it] = ['en' as Locale, 'it' as Locale]
  const exported = () => writeTmx({ editions: [{ catalog: before, original: 'articles/talks.md', source: en }], source: en, target: it })
  const taken = (file: string) =>
    takeUnits({ units: unitsOf('title: Talks', 'One.', 'One.'), catalog: before, delivered: unitsIn(readTmx(file)) })
  test.each([
    ['as it went out', / {99}/],
    ['without its contexts', / *<prop type="x-context">.*\n/g],
    ['without its ids', / tuid="[^"]*"/g],
  ])('comes back corrected, but else %s: corrections take the place of the words that went out', (_, lost) => {
    const corrected = exported().replace('Colloqui', 'I colloqui').replace('Ancora uno.', 'Uno ancora.')
    const { catalog: after, left } = taken(corrected.replace(lost, ''))
    expect(after.messages.map(({ strings, comments }) => [...strings, ...comments])).toEqual([['I colloqui'], ['Uno.'], ['Uno ancora.']])
    expect(left).toEqual([])
  })
})
