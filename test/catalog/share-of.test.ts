import { expect, test } from 'vitest'
import { shareOf } from '../../pipeline/catalog/share-of.ts'
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
