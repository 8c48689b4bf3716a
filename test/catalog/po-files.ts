import { fc } from '@fast-check/vitest'
import type { Catalog, Message } from '../../pipeline/model/catalog.ts'

const line = fc
  .string({ unit: fc.constantFrom('a', 'B', ' ', '#', '"', '~', '|', ':', 'é', '语', '\u{1F600}', '\\', 'msgid') })
  .map((text) => text.trimEnd())
/** Of all that PO must escape, or msgcat could break a line at. */
export const text = fc.string({
  unit: fc.constantFrom(
    'a',
    'b',
    ' ',
    '\n',
    '"',
    '\\',
    '\\n',
    'n',
    '\t',
    '\r',
    '\u0007',
    '\b',
    '\v',
    '\f',
    'é',
    '语',
    '\u{1F600}',
    '#',
    'msgid',
    '\u2028',
  ),
})
const word = fc.stringMatching(/^[a-z]{1,6}$/)
const flags = fc.uniqueArray(fc.constantFrom('fuzzy', 'no-wrap', 'c-format', 'ignore-doubled-word', 'range: 0..3'))
const previous = fc.option(fc.record({ context: fc.option(text), id: text, idPlural: fc.option(text) }))

const message: fc.Arbitrary<Message> = fc
  .record({
    context: fc.option(fc.oneof(word, text)),
    id: text,
    idPlural: fc.option(text, { freq: 8 }),
    strings: fc.array(text, { minLength: 1, maxLength: 3 }),
    comments: fc.array(
      line.filter((each) => !/^[.:,!~|]/.test(each)),
      { maxLength: 3 },
    ),
    extracted: fc.array(line, { maxLength: 2 }),
    references: fc.array(line, { maxLength: 2 }),
    flags,
    previous,
    obsolete: fc.boolean(),
  })
  .filter(({ context, id }) => context !== null || id !== '')
  .map((each) => ({ ...each, strings: each.idPlural === null ? each.strings.slice(0, 1) : each.strings, line: 0 }))

const value = fc.string({ unit: fc.constantFrom('a', ' ', ':', 'é', '"', '\\') })
/** A line without a name is kept, too. */
const header = fc.oneof(fc.tuple(word, value), fc.tuple(fc.constant(''), fc.stringMatching(/^(:[a:]*|[a é]*)$/)))

/** Every catalog that a file can hold. */
export const anyCatalog: fc.Arbitrary<Catalog> = fc
  .record({
    source: fc.constant(null),
    headers: fc.array(header, { maxLength: 4 }),
    messages: fc.uniqueArray(message, { selector: ({ context, id }) => JSON.stringify([context, id]), maxLength: 8 }),
    trailing: fc.array(
      line.map((each) => `# ${each}`.trim()),
      { maxLength: 2 },
    ),
    head: fc.option(
      fc.record({
        comments: fc.array(
          line.map((each) => ` ${each}`),
          { maxLength: 2 },
        ),
        flags,
      }),
    ),
  })
  .map(({ head, ...rest }) => ({
    ...rest,
    head: head === null && rest.headers.length === 0 ? null : headOf(head?.comments ?? [], head?.flags ?? []),
  }))

function headOf(comments: readonly string[], flags: readonly string[]): Message {
  return {
    context: null,
    id: '',
    idPlural: null,
    strings: [''],
    comments,
    extracted: [],
    references: [],
    flags,
    previous: null,
    obsolete: false,
    line: 0,
  }
}
