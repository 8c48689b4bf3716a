import { expect, test } from 'vitest'
import { readXliff } from '../../../pipeline/catalog/exchange/read-xliff.ts'
import { unitsIn } from './units.ts'

const xliff = (inside: string) =>
  `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="it"><file id="f" original="articles/talks.md">${inside}</file></xliff>`
const unit = (...segments: readonly string[]) => xliff(`<unit id="u">${segments.join('')}</unit>`)
const segment = (source: string, target: string, attributes = 'state="final"') =>
  `<segment ${attributes}><source>${source}</source>${target}</segment>`
const read = (file: string) => unitsIn(readXliff(file)).map(({ source, target, state }) => [source, target, state])

test('a file names its article and its languages', () => {
  expect(readXliff(unit(segment('a', '<target>b</target>')))).toMatchObject({
    kind: 'read',
    deliveries: [{ article: 'articles/talks.md', source: 'en', target: 'it' }],
  })
})

test('units in groups in groups are read', () => {
  const inside = (id: string) => `<unit id="${id}">${segment(id, `<target>${id}!</target>`)}</unit>`
  expect(read(xliff(`<group id="g">${inside('a')}<group id="h">${inside('b')}</group></group>${inside('c')}`))).toEqual([
    ['a', 'a!', 'finished'],
    ['b', 'b!', 'finished'],
    ['c', 'c!', 'finished'],
  ])
})

test.each([
  ['a state', segment('a', '<target>b</target>', 'state="translated"'), 'finished'],
  ['none, which is the first one', segment('a', '<target>b</target>', ''), 'draft'],
  ['the first one', segment('a', '<target>b</target>', 'state="initial"'), 'draft'],
  ['annotated words', segment('a', '<target><mrk id="m">b</mrk> <sm id="n"/>c<em startRef="n"/></target>'), 'finished'],
  ['a code of another tool', segment('a', '<target>b<ph id="p"/></target>'), 'draft'],
])('%s: words are finished where their state says so, and nothing was left out', (_, inside, state) => {
  expect(read(unit(inside)).map(([, , found]) => found)).toEqual([state])
})

test('a unit is finished where all of its sentences are', () => {
  const [one, two] = [segment('A. ', '<target>Uno. </target>'), segment('B.', '<target>Due.</target>')]
  expect(read(unit(one, two))).toEqual([['A. B.', 'Uno. Due.', 'finished']])
  expect(read(unit(one, two.replace('final', 'initial')))).toEqual([['A. B.', 'Uno. Due.', 'draft']])
  expect(read(unit(one.replace('final', 'initial'), two))).toEqual([['A. B.', 'Uno. Due.', 'draft']])
  expect(read(unit(one, segment('B.', '')))).toEqual([['A. B.', 'Uno. ', 'draft']])
  expect(read(unit(one, segment('B.', '<target> </target>')))).toEqual([['A. B.', 'Uno.  ', 'draft']])
  expect(read(unit(segment('A.', '')))).toEqual([['A.', '', 'draft']])
})

test('what stands between sentences is kept, in the words too, unless they have their own', () => {
  const [one, two] = [segment('A.', '<target>Uno.</target>'), segment('B.', '<target>Due.</target>')]
  const between = (target: string) => `<ignorable><source>\\\n</source>${target}</ignorable>`
  expect(read(unit(one, between(''), two))).toEqual([['A.\\\nB.', 'Uno.\\\nDue.', 'finished']])
  expect(read(unit(one, between('<target> – </target>'), two))).toEqual([['A.\\\nB.', 'Uno. – Due.', 'finished']])
})

test('sentences stand in the order that they ask for, the others where they stood', () => {
  const segments = [
    segment('A. ', '<target order="2">Uno. </target>'),
    segment('B. ', '<target order="1">Due. </target>'),
    segment('C. ', '<target>Tre. </target>'),
    segment('D.', '<target>Quattro.</target>'),
  ]
  expect(read(unit(...segments))).toEqual([['A. B. C. D.', 'Due. Uno. Tre. Quattro.', 'finished']])
})
