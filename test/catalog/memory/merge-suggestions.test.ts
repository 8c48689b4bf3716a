import { expect, test } from 'vitest'
import { mergeCatalogs } from '../../../pipeline/catalog/merge-catalogs.ts'
import type { Message } from '../../../pipeline/model/catalog.ts'
import { catalog, message } from '../sample.ts'

const untranslated = message('Talks', '')
const suggested = message('Talks', 'Colloqui', { flags: ['fuzzy'], extracted: [' From 2026/talks'] })

/** Both ways round. */
function merged(one: Message, other: Message): Message[] {
  const base = catalog(untranslated)
  const merge = (ours: Message, theirs: Message) => mergeCatalogs({ base, ours: catalog(ours), theirs: catalog(theirs) }).catalog.messages
  return [...merge(one, other), ...merge(other, one)]
}

test('a suggestion on one branch that was confirmed on the other is confirmed', () => {
  const confirmed = { ...suggested, flags: [] }
  expect(merged(suggested, confirmed)).toEqual([confirmed, confirmed])
})

test('the same suggestion on both branches is one', () => {
  expect(merged(suggested, suggested)).toEqual([suggested, suggested])
})

test('words that somebody doubts stay doubtful', () => {
  const doubted = message('Talks', 'Colloqui', { flags: ['fuzzy'] })
  for (const one of merged(doubted, message('Talks', 'Colloqui'))) expect(one.flags).toEqual(['fuzzy'])
})

test('a translation wins over a suggestion', () => {
  for (const one of merged(suggested, message('Talks', 'Trattative'))) expect([one.strings, one.flags]).toEqual([['Trattative'], []])
})
