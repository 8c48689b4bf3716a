import { expect, test } from 'vitest'
import { align } from '../../pipeline/catalog/align.ts'
import { unusedMessages } from '../../pipeline/catalog/unused-messages.ts'
import { catalog, message, unitsOf } from './sample.ts'

test('messages with words whose text the article doesn’t have are unused; near, obsolete and untranslated ones aren’t', () => {
  const units = unitsOf('title: Talks', 'One.', 'The ferry sails at ten today.', 'Again.', 'Again.')
  const file = catalog(
    message('Talks', 'Colloqui', { context: 'title' }),
    message('One.', 'Uno.'),
    message('The ferry sails at ten.', 'Alle dieci.'),
    message('Again.', 'Ancora.'),
    message('Again.', 'Di nuovo.', { context: '2' }),
    message('Quite another text', 'Altro'),
    message('Untranslated', ' '),
    message('Talks', 'Discorsi', { context: 'description' }),
    message('Gone', 'Andato', { obsolete: true }),
  )
  expect(unusedMessages(file, align(units, file)).map(({ context, id }) => [context, id])).toEqual([
    [null, 'Quite another text'],
    ['description', 'Talks'],
  ])
})
