import { fc, test as property } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { shareAtMost, shareOf, wordsOf } from '../../pipeline/catalog/share-of.ts'
import { articleOf, frontMatter } from '../support/read-text.ts'
import { catalog, message, unitsOf } from './sample.ts'

const units = unitsOf('title: Talks', 'slug: talks', 'One.', 'Two.')

test.each([
  ['all of it', catalog(message('Talks', '', { context: 'title' }), message('One.', 'Uno.')), 1],
  ['half of it', catalog(message('One.', 'Uno.'), message('Three.', 'Tre.')), 0.5],
  ['obsolete messages don’t count', catalog(message('One.', ''), message('Two.', ''), message('Three.', '', { obsolete: true })), 1],
  ['a context makes another text', catalog(message('Talks', ''), message('One.', '')), 0.5],
  ['a slug tells nothing', catalog(message('talks', '', { context: 'slug' }), message('One.', ''), message('Two.', '')), 1],
  ['one message alone doesn’t either', catalog(message('One.', ''), message('talks', '', { context: 'slug' })), 0],
  ['an empty catalog is about nothing', catalog(), 0],
])('%s', (_why, one, share) => {
  expect(shareOf(one, units)).toBe(share)
})

test.each([
  ['words in any order', ['One two.', 'Three!'], 'Three two One', 1],
  ['a word that isn’t there', ['One two.', 'Three four.'], 'One two three', 0.5],
  ['capitals count', ['One two.', 'three'], 'one two three', 0.5],
  ['an address may stand elsewhere', ['[One](https://a.example/b)', 'Two'], 'Two', 1],
  ['one message alone tells nothing', ['One'], 'One', 0],
])('at most: %s', (_why, ids, text, share) => {
  expect(shareAtMost(catalog(...ids.map((id) => message(id, ''))))(wordsOf(text))).toBe(share)
})

test('at most: front matter may be written in other ways, and slugs tell nothing', () => {
  const one = catalog(message('Größe', '', { context: 'title' }), message('größe', '', { context: 'slug' }), message('Two', ''))
  expect(shareAtMost(one)(wordsOf('title: "Gr\\u00f6\\u00dfe"'))).toBe(0.5)
})

const line = fc.constantFrom(
  'A *word* and a\nword',
  '> quoted [link][x] and\n> more',
  '[x]: https://a.example/b',
  '- one\n  two\n- [ ] three',
  '| a \\| b | ‹c› |\n| --- | --- |\n| d*e*f | g |',
  '::figure{src=a.jpg alt="Boats in the harbour"}',
  ':::note\nMind *this*\n:::',
  'Said.[^1]\n\n[^1]: By whom',
  '# Größe der Häfen',
  '港は\n月曜日に開く。',
  'hard  \nbreak',
)

property.prop([fc.array(line, { minLength: 3, maxLength: 8 })])('the share is never more than the words allow', (lines) => {
  const text = frontMatter + lines.join('\n\n')
  const { units } = articleOf(text)
  const own = catalog(...units.map((unit) => message(unit.text, '', { context: unit.context })))
  expect(shareOf(own, units)).toBe(1)
  expect(shareAtMost(own)(wordsOf(text))).toBe(1)
})
