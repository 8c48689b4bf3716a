import { fc, test as law } from '@fast-check/vitest'
import { po } from 'gettext-parser'
import { expect } from 'vitest'
import { writeCatalog } from '../../pipeline/catalog/write-catalog.ts'
import type { Catalog, Message } from '../../pipeline/model/catalog.ts'
import { hasGettext, msgcat, msgfmt } from './gettext.ts'
import { anyCatalog, text } from './po-files.ts'
import { catalogOf, content } from './sample.ts'

if (!hasGettext) console.warn('Skipped: msgcat and msgfmt aren’t installed (Debian: gettext), they don’t judge our PO files')

const headers: Catalog['headers'] = [
  ['Language', 'it'],
  ['Content-Type', 'text/plain; charset=UTF-8'],
]

/** gettext drops flags that it doesn't know, writes references its own way and puts obsolete messages last; a file with a header has live ones without a comment of ours. */
const judged: fc.Arbitrary<Catalog> = anyCatalog.map((any) => {
  const known = any.messages.map((message) => ({ ...message, references: [], flags: message.flags.filter((flag) => flag === 'fuzzy') }))
  const plain = known.filter(({ context }) => context === null || !context.includes('\u0004'))
  return { ...any, headers, head: null, trailing: [], messages: [...plain.filter(({ obsolete }) => !obsolete), ...plain.filter(({ obsolete }) => obsolete)] }
})

law.runIf(hasGettext).prop([judged], { numRuns: 60 })('msgcat reads what we wrote and writes the same bytes', (any) => {
  expect(content(catalogOf(msgcat(writeCatalog(any))))).toEqual(content(any))
})

law.runIf(hasGettext).prop([fc.uniqueArray(text.filter((id) => id !== '' && !/^\n|\n$/.test(id))), fc.boolean()], { numRuns: 60 })('msgfmt takes what we wrote', (ids, obsolete) => {
  const messages = ids.map((id): Message => ({ ...blank, id, strings: [id], obsolete, previous: { context: null, id: `${id}!`, idPlural: null } }))
  expect(msgfmt(writeCatalog({ source: null, headers, head: null, messages, trailing: [] }))).toBe(null)
})

law.prop([judged])('gettext-parser reads the same messages', (any) => {
  const live = any.messages.filter(({ obsolete }) => !obsolete)
  const { translations } = po.parse(writeCatalog({ ...any, messages: live }))
  for (const { context, id, idPlural, strings } of live) {
    const theirs = translations[context ?? '']?.[id]
    // It knows no difference between no context and an empty one.
    if (live.some((other) => other.id === id && other.context !== context && (other.context ?? '') === (context ?? ''))) continue
    expect(theirs).toMatchObject({ msgid: id, msgstr: strings, ...(idPlural === null || idPlural === '' ? {} : { msgid_plural: idPlural }) })
  }
})

const blank = { context: null, idPlural: null, comments: [], extracted: [], references: [], flags: [], line: 0 }
