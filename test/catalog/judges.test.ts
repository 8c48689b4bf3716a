import { fc, test as law } from '@fast-check/vitest'
import { po } from 'gettext-parser'
import { describe, expect } from 'vitest'
import { writeCatalog } from '../../pipeline/catalog/write-catalog.ts'
import type { Catalog, Message } from '../../pipeline/model/catalog.ts'
import { hasGettext, msgcat, msgfmt } from './gettext.ts'
import { anyCatalog, text } from './po-files.ts'
import { catalogOf, content } from './sample.ts'

if (!hasGettext) process.stderr.write('SKIPPED: msgcat and msgfmt aren’t installed (Debian: gettext), so they don’t judge our PO files\n')

const headers: Catalog['headers'] = [
  ['Language', 'it'],
  ['Content-Type', 'text/plain; charset=UTF-8'],
]

/** gettext drops flags that it doesn't know, the fuzzy one of messages without words and obsolete messages without words, writes comments with a blank and references its own way and puts obsolete messages last. */
const judged: fc.Arbitrary<Catalog> = anyCatalog.map((any) => {
  const known = any.messages
    .filter(({ id, obsolete, strings }) => id !== 'first' && !(obsolete && strings[0] === ''))
    .map((message) => ({
      ...message,
      comments: message.comments.map(spaced),
      extracted: message.extracted.map(spaced),
      references: [],
      flags: message.flags.filter((flag) => flag === 'fuzzy' && message.strings[0] !== ''),
    }))
  const plain = known.filter(({ context }) => context === null || !context.includes('\u0004'))
  const first: Message = { ...blank, id: 'first', strings: ['primo'], previous: null, obsolete: false }
  return {
    ...any,
    headers,
    head: null,
    trailing: [],
    messages: [first, ...plain.filter(({ obsolete }) => !obsolete), ...plain.filter(({ obsolete }) => obsolete)],
  }
})

/** A backslash at its end would join it with the next line. */
function spaced(comment: string): string {
  const text = comment.replace(/[\s\\]+$/, '').trim()
  return text === '' ? '' : ` ${text}`
}

describe.runIf(hasGettext)('gettext', () => {
  law.prop([judged], { numRuns: 60 })('msgcat reads what we wrote as it was meant', (any) => {
    expect(content({ ...catalogOf(msgcat(writeCatalog(any))), head: null })).toEqual(content(any))
  })

  law.prop([fc.uniqueArray(text.filter((id) => id !== '' && !/^\n|\n$/.test(id))), fc.boolean()], { numRuns: 60 })(
    'msgfmt takes what we wrote',
    (ids, obsolete) => {
      const messages = ids.map(
        (id): Message => ({ ...blank, id, strings: [id], obsolete, previous: { context: null, id: `${id}!`, idPlural: null } }),
      )
      expect(msgfmt(writeCatalog({ source: null, headers, head: null, messages, trailing: [] }))).toBe(null)
    },
  )
})

law.prop([judged])('gettext-parser reads the same messages', (any) => {
  const live = any.messages.filter(({ obsolete }) => !obsolete)
  const { translations } = po.parse(writeCatalog({ ...any, messages: live }))
  for (const { context, id, idPlural, strings } of live) {
    const theirs = translations[context ?? '']?.[id]
    // It unescapes \a, \b, \f and \v to letters.
    if (/[\u0007\b\f\v]/.test([context, id, idPlural, ...strings].join(''))) continue
    // It knows no difference between no context and an empty one.
    if (live.some((other) => other.id === id && other.context !== context && (other.context ?? '') === (context ?? ''))) continue
    expect(theirs).toMatchObject({
      msgid: id,
      msgstr: strings,
      ...(idPlural === null || idPlural === '' ? {} : { msgid_plural: idPlural }),
    })
  }
})

const blank = { context: null, idPlural: null, comments: [], extracted: [], references: [], flags: [], line: 0 }
