import { expect, test } from 'vitest'
import { align } from '../../pipeline/catalog/align.ts'
import { syncCatalog } from '../../pipeline/catalog/sync-catalog.ts'
import type { Message } from '../../pipeline/model/catalog.ts'
import type { Locale } from '../../pipeline/model/locale.ts'
import { catalog, message, unitsOf } from './sample.ts'

const was = (id: string, idPlural: string | null = null) => ({ context: null, id, idPlural })

const fuzzy = (id: string, text: string, previous: string | null, more: Partial<Message> = {}): Message =>
  message(id, text, { flags: ['fuzzy'], previous: previous === null ? null : was(previous), ...more })

/** What becomes of these messages when the article has these texts. */
function synced(texts: readonly string[], ...messages: readonly Message[]): readonly Message[] {
  return syncCatalog({ units: unitsOf(...texts), catalog: catalog(...messages), locale: 'it' as Locale }).messages
}

function obsolete(messages: readonly Message[]): (readonly [string, ...string[]])[] {
  return messages.filter((each) => each.obsolete).map(({ id, strings }) => [id, ...strings])
}

const ferry = fuzzy('The ferry leaves at ten.', 'Il traghetto parte alle nove.', 'The ferry leaves at nine.')
const kept = ['The ferry leaves at nine.', 'Il traghetto parte alle nove.']

test.each<[string, Message]>([
  ['current words', message('Rain is expected in the whole of the north.', 'È prevista pioggia in tutto il nord del paese.')],
  [
    'outdated words',
    fuzzy('Rain is expected in the whole of the north.', 'È prevista neve in tutto il nord.', 'Snow is expected in the north.'),
  ],
  ['the same words for another text', message('Off at nine.', 'Il traghetto parte alle nove.')],
  ['no words', message('Rain is expected in the whole of the north.', '')],
])('the words of a dropped outdated message are kept under their source, whatever stays: %s', (_, stays) => {
  expect(obsolete(synced([stays.id], stays, ferry))).toEqual([kept])
})

test('a dropped message that needs work, and does not say what it translates, is kept as it is, obsolete', () => {
  const [first, second] = synced(['One.'], message('One.', 'Uno.'), fuzzy('Gone.', 'Andato.', null))
  expect([first?.id, first?.obsolete]).toEqual(['One.', false])
  expect([second?.id, second?.strings, second?.flags, second?.obsolete]).toEqual(['Gone.', ['Andato.'], ['fuzzy'], true])
})

test('a translator’s comment outlives its message, words or not', () => {
  const comments = [' Ask Ada what this means.']
  const messages = synced(['One.'], message('One.', 'Uno.'), fuzzy('Gone now.', '', null, { comments }))
  expect(messages.flatMap((each) => each.comments)).toEqual(comments)
})

test('every form of a plural is kept', () => {
  const plural = fuzzy('%d ferries left', 'x', null, {
    idPlural: '%d ferries left',
    strings: ['Un traghetto', 'Due traghetti'],
    previous: was('%d ferry', '%d ferries'),
  })
  const [, dropped] = synced(['One.'], message('One.', 'Uno.'), plural)
  expect(dropped).toMatchObject({ id: '%d ferry', idPlural: '%d ferries', strings: ['Un traghetto', 'Due traghetti'], obsolete: true })
})

test('words that live on in part are kept whole', () => {
  const plural = fuzzy('The ferry leaves at ten.', 'x', null, {
    strings: ['Il traghetto parte alle nove.', 'I traghetti partono alle nove.'],
    previous: was('The ferry leaves at nine.'),
  })
  const text = JSON.stringify(synced(['The ferry leaves at eleven.'], plural))
  expect(text).toContain('Il traghetto parte alle nove.')
  expect(text).toContain('I traghetti partono alle nove.')
})

test('joined words go with their paragraph only where the parts still have them', () => {
  const parts = [message('We met. ', 'Ci siamo visti. '), message('We spoke.', 'Abbiamo parlato.')]
  const own = fuzzy('We met and spoke.', 'Incontro e colloquio, tutto qui.', 'We met. We spoke.')
  expect(
    obsolete(
      synced(
        parts.map(({ id }) => id),
        ...parts,
        own,
      ),
    ),
  ).toEqual([['We met. We spoke.', 'Incontro e colloquio, tutto qui.']])
})

test('of two dropped words for one source both are kept, in whatever order they stood', () => {
  const [one, other] = [fuzzy('B then.', 'Uno.', 'A now.'), fuzzy('C then.', 'Due.', 'A now.')]
  const stays = message('Something else entirely.', 'Tutt’altro.')
  const [forth, back] = [synced([stays.id], stays, one, other), synced([stays.id], stays, other, one)]
  expect(forth).toEqual(back)
  expect(JSON.stringify(obsolete(forth))).toContain('Uno.')
  expect(JSON.stringify(forth)).toContain('Due.')
})

test('a text that comes back gets the words that were being edited away from it, whatever else was dropped', () => {
  const waiting = message('The ferry leaves at nine.', '')
  const edited = fuzzy('The ferry leaves at ten.', 'Il traghetto parte alle nove.', 'The ferry leaves at nine.', {
    flags: ['fuzzy', 'no-wrap'],
  })
  const other = message('Gone.', 'Andato.', { obsolete: true })
  for (const messages of [[edited], [edited, other], [other, edited]]) {
    expect(align(unitsOf(waiting.id), catalog(waiting, ...messages))[0]?.kind).toBe('outdated')
    const [live] = synced([waiting.id], waiting, ...messages)
    expect(live).toMatchObject({ id: waiting.id, strings: ['Il traghetto parte alle nove.'], flags: ['fuzzy', 'no-wrap'], obsolete: false })
  }
})
