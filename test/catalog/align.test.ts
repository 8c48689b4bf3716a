import { expect, test } from 'vitest'
import { align } from '../../pipeline/catalog/align.ts'
import type { Message } from '../../pipeline/model/catalog.ts'
import { catalog, message, unitsOf } from './sample.ts'
import { toldMatch } from './told-match.ts'

const fuzzy = (id: string, text: string, previous: string | null, more: Partial<Message> = {}) =>
  message(id, text, { flags: ['fuzzy'], previous: previous === null ? null : { context: null, id: previous, idPlural: null }, ...more })
const obsolete = (id: string, text: string, more: Partial<Message> = {}) => message(id, text, { obsolete: true, ...more })
const occurrence = (id: string, text: string, more: Partial<Message> = {}) => message(id, text, { context: '2', ...more })

const talks = 'The talks in Vienna will resume on Monday, the minister said.'
const talksAgain = 'The talks in Vienna will not resume on Monday, the minister said.'
const oil = 'Oil prices fell by three per cent in early trading.'
const fire = 'Four people were hurt when a warehouse burned down.'
const rain = 'Heavy rain is expected in the north until Thursday night.'

test.each<[what: string, units: string[], messages: Message[], matches: string[]]>([
  ['a translation of this text', [talks], [message(talks, 'T')], ['exact T']],
  ['an untranslated message', [talks], [message(talks, '')], [`missing, awaits ${talks}`]],
  ['a message of blanks', [talks], [message(talks, ' \n')], [`missing, awaits ${talks}`]],
  ['nothing', [talks], [], ['missing']],
  ['nothing alike', ['title: Talks', talks], [message(oil, 'O'), message(fire, 'F')], ['missing', 'missing']],
  ['a fuzzy message that says what it translates', [talks], [fuzzy(talks, 'T', oil)], [`fuzzy T (${oil})`]],
  ['a fuzzy message that doesn’t', [talks], [fuzzy(talks, 'T', null)], [`missing, awaits ${talks}`]],
  ['a fuzzy message without words', [talks], [fuzzy(talks, '', oil)], [`missing, awaits ${talks}`]],
  ['an obsolete message that comes back', [talks], [obsolete(talks, 'T')], ['exact T']],
  ['an obsolete fuzzy message that comes back', [talks], [obsolete(talks, 'T', { flags: ['fuzzy'] })], [`missing, awaits ${talks}`]],
  ['the words of another context', ['title: Talks'], [message('Talks', 'T')], ['missing']],
  [
    'the words of its own context',
    ['title: Talks', 'Talks'],
    [message('Talks', 'B'), message('Talks', 'T', { context: 'title' })],
    ['exact T', 'exact B'],
  ],
  [
    'a changed title, however changed',
    ['title: Oil falls', talks],
    [message('Talks', 'T', { context: 'title' }), message(talks, 'B')],
    ['neighbours T (Talks)', 'exact B'],
  ],
  [
    'an edited paragraph',
    [oil, talksAgain, fire],
    [message(oil, 'O'), message(talks, 'T'), message(fire, 'F')],
    ['exact O', `neighbours T (${talks})`, 'exact F'],
  ],
  [
    'a rewritten paragraph between unchanged ones',
    [oil, rain, fire],
    [message(oil, 'O'), message(talks, 'T'), message(fire, 'F')],
    ['exact O', `neighbours T (${talks})`, 'exact F'],
  ],
  [
    'a new paragraph beside an edited one',
    [oil, talksAgain, rain, fire],
    [message(oil, 'O'), message(talks, 'T'), message(fire, 'F')],
    ['exact O', `neighbours T (${talks})`, 'missing', 'exact F'],
  ],
  [
    'a paragraph that replaces one of another kind',
    [oil, rain, fire],
    [message(oil, 'O'), message(talks, 'T', { extracted: [' heading'] }), message(fire, 'F')],
    ['exact O', 'missing', 'exact F'],
  ],
  [
    'a moved paragraph',
    [fire, oil, talks],
    [message(oil, 'O'), message(talks, 'T'), message(fire, 'F')],
    ['exact F', 'exact O', 'exact T'],
  ],
  [
    'a paragraph moved and edited',
    [oil, fire, talksAgain],
    [message(talks, 'T'), message(oil, 'O'), message(fire, 'F')],
    ['exact O', 'exact F', `similar T (${talks})`],
  ],
  ['a paragraph that came back after a dropped one, edited', [talksAgain], [obsolete(talks, 'T')], [`similar T (${talks})`]],
  [
    'an edited paragraph whose words were outdated already',
    [talksAgain],
    [fuzzy(`${talks} Yes.`, 'T', talks)],
    [`neighbours T (${talks})`],
  ],
  ['an edited paragraph whose words nobody vouches for', [talksAgain], [fuzzy(talks, 'T', null)], [`missing, awaits ${talks}`]],
  [
    'a translated text whose words a fuzzy message translates, too',
    [talks, oil, fire],
    [message(talks, 'T'), fuzzy(rain, 'U', talks)],
    ['exact T', 'missing', 'missing'],
  ],
  [
    'a text with doubted words of its own, and words that a fuzzy message still uses',
    [talks],
    [fuzzy(talks, 'Mine?', null), fuzzy(rain, 'T', talks)],
    [`missing, awaits ${talks}`],
  ],
  ['a text that a later one’s fuzzy message translates', [talks], [fuzzy(rain, 'T', talks)], [`similar T (${talks})`]],
  [
    'a text with an untranslated message, too',
    [talks, oil],
    [message(talks, ''), message(oil, 'O'), fuzzy(rain, 'T', talks)],
    [`similar T (${talks})`, 'exact O'],
  ],
  ['one message for one unit', [talksAgain, `${talks} Yes.`], [message(talks, 'T')], [`neighbours T (${talks})`, 'missing']],
  [
    'a split paragraph',
    [talks, oil],
    [message(`${talks} ${oil}`, 'Primo e secondo.')],
    [`split Primo e secondo. (${talks} ${oil})`, `split Primo e secondo. (${talks} ${oil})`],
  ],
  [
    'a split paragraph with as many sentences',
    [talks, oil],
    [
      message(
        `${talks} ${oil}`,
        'I colloqui di Vienna riprenderanno lunedì, ha detto il ministro. Il petrolio è sceso del tre per cento in apertura.',
      ),
    ],
    [
      `split I colloqui di Vienna riprenderanno lunedì, ha detto il ministro. (${talks} ${oil})`,
      `split Il petrolio è sceso del tre per cento in apertura. (${talks} ${oil})`,
    ],
  ],
  [
    'a split paragraph, edited',
    [talksAgain, oil],
    [message(`${talks} ${oil}`, 'Uno. Due.')],
    [`split Uno. Due. (${talks} ${oil})`, `split Uno. Due. (${talks} ${oil})`],
  ],
  ['merged paragraphs', [`${talks} ${oil}`], [message(talks, 'T.'), message(oil, 'O.')], [`merge T. O. (${talks} ${oil})`]],
  [
    'merged paragraphs in Chinese',
    ['部长说会谈将恢复。油价下跌百分之三。'],
    [message('部长说会谈将恢复。', '一。'), message('油价下跌百分之三。', '二。')],
    ['merge 一。二。 (部长说会谈将恢复。油价下跌百分之三。)'],
  ],
  [
    'repeats of an edited text beside repeats of the old one',
    [talks, talks, talksAgain, talksAgain],
    [message(talks, 'T'), occurrence(talks, 'U'), fuzzy(talksAgain, 'T', talks)],
    ['exact T', 'exact U', `fuzzy T (${talks})`, `fuzzy T (${talks})`],
  ],
  ['a text whose words a fuzzy message still uses', [rain, talks], [fuzzy(talks, 'T', rain)], ['missing', `fuzzy T (${rain})`]],
  [
    'a paragraph like one that was merged',
    [`${talks} ${oil}`, `${oil} More.`],
    [message(talks, 'T.'), message(oil, 'O.')],
    [`merge T. O. (${talks} ${oil})`, 'missing'],
  ],
  ['a repeated text', [talks, talks], [message(talks, 'T')], ['exact T', 'exact T']],
  [
    'a repeated text with a message of its own',
    [talks, talks, talks],
    [message(talks, 'T'), occurrence(talks, 'U')],
    ['exact T', 'exact U', 'exact T'],
  ],
  [
    'a repeated text with an outdated message of its own, where the first one’s is current',
    [talks, talks],
    [message(talks, 'T'), fuzzy(talks, 'U', oil, { context: '2' })],
    ['exact T', 'exact T'],
  ],
  [
    'a repeated text with an outdated message of its own',
    [talks, talks],
    [fuzzy(talks, 'T', rain), fuzzy(talks, 'U', oil, { context: '2' })],
    [`fuzzy T (${rain})`, `fuzzy U (${oil})`],
  ],
  [
    'a repeated text with an outdated message of its own, beside one like it',
    [talks, talks, talksAgain],
    [fuzzy(talks, 'T', rain), fuzzy(talks, 'U', `${talks} Yes.`, { context: '2' })],
    [`fuzzy T (${rain})`, `fuzzy U (${talks} Yes.)`, 'missing'],
  ],
  [
    'repeats of a text like one that was repeated',
    [talksAgain, oil, talksAgain],
    [occurrence(talks, 'U'), message(oil, 'O')],
    [`neighbours U (${talks})`, 'exact O', `neighbours U (${talks})`],
  ],
  ['a message of its own without words', [talks, talks], [message(talks, 'T'), occurrence(talks, '')], ['exact T', 'exact T']],
  [
    'a repeated text that was edited',
    [talksAgain, talksAgain],
    [message(talks, 'T'), occurrence(talks, 'U')],
    [`neighbours T (${talks})`, `similar U (${talks})`],
  ],
  [
    'a repeated text that shares outdated words',
    [talksAgain, talksAgain],
    [message(talks, 'T')],
    [`neighbours T (${talks})`, `neighbours T (${talks})`],
  ],
  [
    'a text that is repeated no more',
    [oil, talksAgain],
    [message(oil, 'O'), occurrence(talks, 'U')],
    ['exact O', `neighbours U (${talks})`],
  ],
])('%s', (_, texts, messages, matches) => {
  expect(align(unitsOf(...texts), catalog(...messages)).map(toldMatch)).toEqual(matches)
})

test('an id that looks like a context and an id is neither', () => {
  const [match] = align(unitsOf('title: Talks'), catalog(message('title\u0004Talks', 'T')))
  expect(match?.kind).toBe('missing')
})

test.each<[better: string, words: string, ...messages: Message[]]>([
  ['the live one', 'live', fuzzy(rain, 'live', talks), fuzzy(fire, 'dropped long ago', talks, { obsolete: true })],
  ['the longer one', 'the longer', fuzzy(rain, 'the longer', talks), fuzzy(fire, 'shorter', talks)],
  ['the longer one, behind the other in the alphabet', 'the longer', fuzzy(fire, 'shorter', talks), fuzzy(rain, 'the longer', talks)],
  ['of two equally long ones the first in the alphabet', 'one', fuzzy(fire, 'one', talks), fuzzy(rain, 'two', talks)],
])('of two fuzzy messages that translate a text, %s, in whatever order they stand', (_, words, ...messages) => {
  for (const each of [messages, messages.toReversed()])
    expect(align(unitsOf(talks), catalog(...each)).map(toldMatch)).toEqual([`similar ${words} (${talks})`])
})
