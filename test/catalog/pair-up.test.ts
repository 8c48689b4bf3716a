import { expect, test } from 'vitest'
import { align } from '../../pipeline/catalog/align.ts'
import type { Message } from '../../pipeline/model/catalog.ts'
import { catalog, message, unitsOf } from './sample.ts'
import { toldMatch } from './told-match.ts'

const obsolete = (id: string, text: string, more: Partial<Message> = {}) => message(id, text, { obsolete: true, ...more })
const titled = (id: string, text: string, more: Partial<Message> = {}) => message(id, text, { context: 'title', ...more })
const told = (texts: readonly string[], messages: readonly Message[]) => align(unitsOf(...texts), catalog(...messages)).map(toldMatch)

const talks = 'The talks in Vienna will resume on Monday, the minister said.'
/** 0.97 like the talks. */
const talksAgain = 'The talks in Vienna will not resume on Monday, the minister said.'
/** 0.66 like the talks, 0.63 like those again. */
const brokenOff = 'The talks in Vienna were broken off on Friday without a word.'
/** 0.62 like all of these. */
const allNight = 'The talks in Vienna went on all night behind closed doors.'
/** 0.55 like the talks, 0.52 like those broken off. */
const geneva = 'The talks in Geneva may begin again in spring, two people close to them said.'
// At most 0.44 like any other.
const oil = 'Oil prices fell by three per cent in early trading.'
const rain = 'Heavy rain is expected in the north until Thursday night.'
const fire = 'Four people were hurt when a warehouse burned down.'

/** Texts that are alike by so many of ten characters. */
const ten = (alike: number, fill: string) => 'abcdefghij'.slice(0, alike).padEnd(10, fill)

test.each<[what: string, units: string[], messages: Message[], matches: string[]]>([
  [
    'of two texts the liker one gets the words, though it comes later',
    [brokenOff, talksAgain],
    [obsolete(talks, 'T')],
    ['missing', `similar T (${talks})`],
  ],
  [
    'of two texts the liker one gets the words, though it comes first',
    [talksAgain, brokenOff],
    [obsolete(talks, 'T')],
    [`similar T (${talks})`, 'missing'],
  ],
  ['of two equally like texts the first', [ten(7, 'x'), ten(7, 'y')], [obsolete(ten(7, 'z'), 'T')], ['similar T (abcdefgzzz)', 'missing']],
  [
    'a text gets the words of the liker one, wherever it stands',
    [talksAgain],
    [obsolete(talks, 'T'), obsolete(brokenOff, 'B')],
    [`similar T (${talks})`],
  ],
  [
    'a text gets the words of the liker one, behind it too',
    [talksAgain],
    [obsolete(brokenOff, 'B'), obsolete(talks, 'T')],
    [`similar T (${talks})`],
  ],
  [
    'two texts get the words of the two that they are most like',
    [talksAgain, brokenOff],
    [obsolete(`${brokenOff} So.`, 'B'), obsolete(talks, 'T')],
    [`similar T (${talks})`, `similar B (${brokenOff} So.)`],
  ],
  ['what is less like than 0.6 is another text', [geneva], [obsolete(talks, 'T')], ['missing']],
  ['exactly 0.6 is enough', [ten(6, 'x')], [obsolete(ten(6, 'y'), 'T')], ['similar T (abcdefyyyy)']],
  ['as it is where one is a part of the other', ['abcdef'], [obsolete('abcdefghijklmn', 'T')], ['similar T (abcdefghijklmn)']],
  [
    'between the same neighbours 0.5 is enough, beside other texts too',
    [oil, geneva, rain, fire],
    [message(oil, 'O'), message(talks, 'T'), message('Sport.', 'S'), message(fire, 'F')],
    ['exact O', `neighbours T (${talks})`, 'missing', 'exact F'],
  ],
  [
    'exactly 0.5 is enough there',
    [oil, ten(5, 'x'), rain, fire],
    [message(oil, 'O'), message(ten(5, 'y'), 'T'), message('Sport.', 'S'), message(fire, 'F')],
    ['exact O', 'neighbours T (abcdeyyyyy)', 'missing', 'exact F'],
  ],
  [
    'between other neighbours it isn’t',
    [oil, geneva, rain, fire],
    [message(talks, 'T'), message(oil, 'O'), message('Sport.', 'S'), message(fire, 'F')],
    ['exact O', 'missing', 'missing', 'exact F'],
  ],
  [
    'nor when it was dropped',
    [oil, geneva, rain, fire],
    [message(oil, 'O'), message('Sport.', 'S'), message(fire, 'F'), obsolete(talks, 'T')],
    ['exact O', 'missing', 'missing', 'exact F'],
  ],
  [
    'of two that are about as like, the one between the same neighbours',
    [oil, allNight, fire],
    [message(brokenOff, 'B'), message(oil, 'O'), message(geneva, 'G'), message(fire, 'F')],
    ['exact O', `neighbours G (${geneva})`, 'exact F'],
  ],
  [
    'of two, the one elsewhere where it is much more like',
    [oil, talksAgain, fire],
    [message(talks, 'T'), message(oil, 'O'), message(geneva, 'G'), message(fire, 'F')],
    ['exact O', `similar T (${talks})`, 'exact F'],
  ],
  [
    'a text that stands alone between its neighbours takes nothing that was dropped elsewhere',
    [oil, rain, fire],
    [message(oil, 'O'), message('Sport.', ''), message(fire, 'F'), message(talks, 'T')],
    ['exact O', 'missing', 'exact F'],
  ],
  [
    'two rewritten paragraphs, each between neighbours of its own',
    [oil, rain, fire, 'Sport: the final ends in a draw.', geneva],
    [message(oil, 'O'), message(talks, 'T'), message(fire, 'F'), message('Prices of bread are up.', 'P'), message(geneva, 'G')],
    ['exact O', `neighbours T (${talks})`, 'exact F', 'neighbours P (Prices of bread are up.)', 'exact G'],
  ],
  [
    'title and standfirst, both rewritten, keep each its own words',
    ['title: Oil falls', 'description: Rain ends, sun expected in the north', talks],
    [titled('Sport', 'T'), message('Fire in a warehouse', 'D', { context: 'description' }), message(talks, 'B')],
    ['neighbours T (Sport)', 'neighbours D (Fire in a warehouse)', 'exact B'],
  ],
  [
    'a rewritten title takes no words that an earlier one lost',
    ['title: Oil falls', talks],
    [titled('Sport', ''), message(talks, 'B'), titled('Fire in a warehouse', 'T', { obsolete: true })],
    ['missing', 'exact B'],
  ],
  ['a paragraph takes nothing from a title', [talksAgain, oil], [titled(talks, 'T'), message(oil, 'O')], ['missing', 'exact O']],
  [
    'a paragraph takes the words of a text that was repeated',
    [talksAgain, oil],
    [message(talks, 'T', { context: '2' }), message(oil, 'O')],
    [`neighbours T (${talks})`, 'exact O'],
  ],
])('%s', (_, units, messages, matches) => {
  expect(told(units, messages)).toEqual(matches)
})

const [y, z] = [ten(7, 'y'), ten(7, 'z')]

test.each<[what: string, words: string, ...orders: Message[][]]>([
  [
    'a live one',
    `similar Z (${z})`,
    [message(z, 'Z'), message(fire, 'F'), obsolete(y, 'Y')],
    [obsolete(y, 'Y'), message(z, 'Z'), message(fire, 'F')],
  ],
  [
    'a live one, behind the other in the alphabet or before it',
    `similar Y (${y})`,
    [message(y, 'Y'), message(fire, 'F'), obsolete(z, 'Z')],
    [obsolete(z, 'Z'), message(y, 'Y'), message(fire, 'F')],
  ],
  [
    'the first in the alphabet',
    `similar Y (${y})`,
    [obsolete(y, 'Y'), obsolete(z, 'Z'), message(fire, 'F')],
    [obsolete(z, 'Z'), obsolete(y, 'Y'), message(fire, 'F')],
  ],
])('of two equally like ones, %s, in whatever order they stand', (_, words, ...orders) => {
  for (const messages of orders) expect(told([fire, rain, ten(7, 'x')], messages).at(-1)).toBe(words)
})
