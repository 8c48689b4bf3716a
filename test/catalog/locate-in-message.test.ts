import { test as law } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { locateInMessage } from '../../pipeline/catalog/locate-in-message.ts'
import { writeCatalog } from '../../pipeline/catalog/write-catalog.ts'
import { anyCatalog } from './po-files.ts'
import { catalog, catalogOf, message } from './sample.ts'

const file = String.raw`# c
msgid "a"
msgstr "è \"due\" tre"

#, fuzzy
#| msgid "msgstr"
msgctxt "msgstr"
msgid ""
"msgstr\n"
"x"
msgstr ""
"uno "
  "\\\n"
"\303\251t" "ù"

#~ msgid "p"
#~ msgid_plural "q"
#~ msgstr[0] "r"
#~ msgstr[1] ""
#~ "stu"
`

test.each([
  ['the first character', 0, 0, 0, 3, 9],
  ['behind an escape', 0, 0, 3, 3, 13],
  ['the end of a text', 0, 0, 11, 3, 22],
  ['beyond the end', 0, 0, 99, 3, 22],
  ['a piece of a wrapped text', 1, 0, 2, 12, 4],
  ['the first character of the next piece', 1, 0, 4, 13, 4],
  ['an escaped line feed', 1, 0, 5, 13, 6],
  ['the character after bytes in octal', 1, 0, 7, 14, 10],
  ['the second piece of a line', 1, 0, 8, 14, 14],
  ['the end of the last piece', 1, 0, 9, 14, 15],
  ['the first plural form', 2, 0, 0, 18, 15],
  ['the second plural form', 2, 1, 1, 20, 6],
])('finds %s', (_, nth, form, offset, line, column) => {
  const read = catalogOf(file)
  const found = read.messages[nth]
  expect(found && locateInMessage(read, found, form, offset)).toEqual({ line, column })
})

test.each([
  ['CRLF', file.replace(/\n/g, '\r\n')],
  ['a byte order mark', `\uFEFF${file}`],
])('finds the same place with %s', (_, text) => {
  const read = catalogOf(text)
  const plain = catalogOf(file)
  for (const [nth, each] of read.messages.entries()) {
    expect(locateInMessage(read, each, 0, 5)).toEqual(locateInMessage(plain, plain.messages[nth] ?? each, 0, 5))
  }
})

test('counts no column for a byte order mark in the first line', () => {
  const read = catalogOf('\uFEFFmsgid "a" msgstr "bcd"')
  expect(read.messages.map((each) => locateInMessage(read, each, 0, 1))).toEqual([{ line: 1, column: 20 }])
})

test('a message that was never in a file stands at its beginning', () => {
  const read = catalog(message('a', 'b'))
  expect(read.messages.map((each) => locateInMessage(read, each, 0, 1))).toEqual([{ line: 1, column: 1 }])
})

law.prop([anyCatalog])('a plain character stands where it is said to stand', (any) => {
  const written = writeCatalog(any)
  const lines = written.split('\n')
  const read = catalogOf(written)
  for (const each of read.messages) {
    for (const [form, string] of each.strings.entries()) {
      for (let offset = 0; offset < string.length; offset++) {
        const { line, column } = locateInMessage(read, each, form, offset)
        const found = lines[line - 1]?.charAt(column - 1)
        expect(/["\\\u0007-\r]/.test(string.charAt(offset)) ? '\\' : string.charAt(offset)).toBe(found)
      }
    }
  }
})
