import { expect, test } from 'vitest'
import { align } from '../../pipeline/catalog/align.ts'
import type { Message } from '../../pipeline/model/catalog.ts'
import { catalog, message, unitsOf } from './sample.ts'
import { toldMatch } from './told-match.ts'

const told = (texts: readonly string[], messages: readonly Message[]) => align(unitsOf(...texts), catalog(...messages)).map(toldMatch)

const talks = 'The talks in Vienna will resume on Monday, the minister said.'
const oil = 'Oil prices fell by three per cent in early trading.'
const rain = 'Heavy rain is expected in the north until Thursday night.'
const fire = 'Four people were hurt when a warehouse burned down.'
const sport = 'The final ended in a draw after two hours.'

const [talksIt, oilIt, rainIt, fireIt] = [
  'I colloqui di Vienna riprenderanno lunedì, ha detto il ministro.',
  'Il petrolio è sceso del tre per cento in apertura.',
  'Forti piogge sono attese al nord fino a giovedì notte.',
  'Quattro persone sono rimaste ferite in un incendio.',
]

test.each<[what: string, units: string[], messages: Message[], matches: string[]]>([
  [
    'a paragraph cut in three, further down the article',
    [fire, sport, talks, oil, rain],
    [message(fire, 'F'), message(sport, 'S'), message(`${talks} ${oil} ${rain}`, `${talksIt} ${oilIt} ${rainIt}`)],
    ['exact F', 'exact S', ...[talksIt, oilIt, rainIt].map((words) => `split ${words} (${talks} ${oil} ${rain})`)],
  ],
  [
    'three paragraphs put together, further down the article',
    [fire, sport, `${talks} ${oil} ${rain}`],
    [message(fire, 'F'), message(sport, 'S'), message(talks, talksIt), message(oil, oilIt), message(rain, rainIt)],
    ['exact F', 'exact S', `merge ${talksIt} ${oilIt} ${rainIt} (${talks} ${oil} ${rain})`],
  ],
  [
    'two paragraphs, each cut in two',
    [talks, oil, rain, fire],
    [message(`${talks} ${oil}`, `${talksIt} ${oilIt}`), message(`${rain} ${fire}`, `${rainIt} ${fireIt}`)],
    [
      `split ${talksIt} (${talks} ${oil})`,
      `split ${oilIt} (${talks} ${oil})`,
      `split ${rainIt} (${rain} ${fire})`,
      `split ${fireIt} (${rain} ${fire})`,
    ],
  ],
  [
    'of two pairs of paragraphs that might be the halves, the liker one',
    [talks.replace('Monday', 'Friday'), oil.replace('three', 'five'), sport, talks, oil],
    [message(`${talks} ${oil}`, `${talksIt} ${oilIt}`), message(sport, 'S')],
    ['missing', 'missing', 'exact S', `split ${talksIt} (${talks} ${oil})`, `split ${oilIt} (${talks} ${oil})`],
  ],
  [
    'halves with another paragraph between them are none',
    [talks, fire, oil, sport],
    [message(`${talks} ${oil}`, 'T'), message(fire, 'F')],
    [`neighbours T (${talks} ${oil})`, 'exact F', 'missing', 'missing'],
  ],
  [
    'paragraphs that were apart in the file are not put together',
    [`${talks} ${oil}`, fire],
    [message(talks, 'T'), message(fire, 'F'), message(oil, 'O'), message(sport, 'S')],
    [`neighbours T (${talks})`, 'exact F'],
  ],
  [
    'dropped ones neither',
    [`${talks} ${oil}`],
    [message(talks, 'T', { obsolete: true }), message(oil, 'O', { obsolete: true })],
    [`similar T (${talks})`],
  ],
  [
    'a paragraph that lost a short sentence to the next one was edited, not cut',
    [talks, 'Sources say.'],
    [message(`${talks} Sources say.`, 'T')],
    [`neighbours T (${talks} Sources say.)`, 'missing'],
  ],
  [
    'a paragraph that got a short sentence was edited, not put together',
    [`${talks} Sources say.`],
    [message(talks, 'T'), message('Sources say.', 'S')],
    [`neighbours T (${talks})`],
  ],
  [
    'a paragraph of which less than 0.8 is left was not cut',
    [talks, oil],
    [message(`${talks} ${rain} ${oil} ${fire}`, 'T')],
    ['missing', 'missing'],
  ],
  [
    'a title is no half of a paragraph',
    [`title: ${talks}`, oil],
    [message(`${talks} ${oil}`, 'T')],
    ['missing', `neighbours T (${talks} ${oil})`],
  ],
  [
    'nor are paragraphs the halves of a standfirst',
    [talks, oil],
    [message(`${talks} ${oil}`, 'T', { context: 'description' })],
    ['missing', 'missing'],
  ],
  [
    'nor a title and a paragraph what was put together',
    [`${talks} ${oil}`],
    [message(talks, 'T', { context: 'title' }), message(oil, 'O')],
    [`neighbours O (${oil})`],
  ],
  ['nor a title what two paragraphs became', [`title: ${talks} ${oil}`], [message(talks, 'T'), message(oil, 'O')], ['missing']],
])('%s', (_, units, messages, matches) => {
  expect(told(units, messages)).toEqual(matches)
})

const whole = `${talks} ${oil}`
const short = 'Sì.'

test.each<[what: string, translation: string, first: string, second: string]>([
  ['sentences of about their lengths', `${talksIt} ${oilIt}`, talksIt, oilIt],
  ['blanks before, behind and between', ` ${talksIt}  ${oilIt} `, talksIt, oilIt],
  ['as many sentences of other lengths', `${short} ${talksIt}`, `${short} ${talksIt}`, `${short} ${talksIt}`],
  ['another number of sentences', `${talksIt} ${short} ${oilIt}`, `${talksIt} ${short} ${oilIt}`, `${talksIt} ${short} ${oilIt}`],
])('the words of a cut paragraph, %s', (_, translation, first, second) => {
  expect(told([talks, oil], [message(whole, translation)])).toEqual([`split ${first} (${whole})`, `split ${second} (${whole})`])
})

test('the words of a paragraph cut in three are cut only where all three are sure', () => {
  const [source, words] = [`${talks} ${oil} ${rain}`, `${talksIt} ${short} ${oilIt.replace('.', ' e')} ${rainIt}`]
  expect(told([talks, oil, rain], [message(source, words)])).toEqual(Array.from({ length: 3 }, () => `split ${words} (${source})`))
})
