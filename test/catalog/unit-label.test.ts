import { expect, test } from 'vitest'
import { kindOf, labelled } from '../../pipeline/catalog/unit-label.ts'
import type { Unit, UnitKind } from '../../pipeline/model/article.ts'
import { message } from './sample.ts'

const kinds = {
  title: ' title, at most 110 characters',
  description: ' description, at most 200 characters',
  slug: ' slug',
  place: ' place',
  'image.alt': ' image.alt',
  'image.caption': ' image.caption',
  'image.credit': ' image.credit',
  correction: ' correction',
  heading: ' heading',
  paragraph: ' paragraph',
  'list item': ' list item',
  'table cell': ' table cell',
  caption: ' caption',
  credit: ' credit',
  'alternative text': ' alternative text',
  'note title': ' note title',
  author: ' author',
  'post translation': ' post translation',
} satisfies Record<UnitKind, string>

const unitOf = (kind: UnitKind): Unit => ({ kind, context: null, text: 'x', locale: null, frame: null, repeat: 0, spans: [] })

test.each(Object.entries(kinds) as [UnitKind, string][])('a message for a %s says so, and can be told by it', (kind, label) => {
  expect(labelled(unitOf(kind), [])).toEqual([label])
  expect(kindOf(message('x', '', { extracted: [' From oil', label] }))).toBe(kind)
  // Another kind's label goes, others' comments stay, and so does the result.
  const changed = labelled(unitOf('paragraph'), [label, ' From oil'])
  expect(changed).toEqual([' paragraph', ' From oil'])
  expect(labelled(unitOf('paragraph'), changed)).toEqual(changed)
  expect(labelled(unitOf(kind), [' From oil'])).toEqual([label, ' From oil'])
  expect(labelled(unitOf(kind), [' paragraph'])).toEqual([label])
  expect(labelled(unitOf(kind), [label, ' paragraph'])).toEqual([label])
})

test('a message without a label has no kind', () => {
  expect([kindOf(message('x', '')), kindOf(message('x', '', { extracted: [' From a paragraph', ''] }))]).toEqual([null, null])
})
