import { test as law } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { writeCatalog } from '../../pipeline/catalog/write-catalog.ts'
import { anyCatalog } from './po-files.ts'
import { catalog, catalogOf, content, message } from './sample.ts'

const canonical = String.raw`# Translators
msgid ""
msgstr ""
"Language: it\n"
"Content-Type: text/plain; charset=UTF-8\n"

# Translator: Ada
#. title, at most 110 characters
#: talks.md
#, fuzzy, ignore-doubled-word
#| msgctxt "slug"
#| msgid "Talks"
msgctxt "title"
msgid "Talks \"resume\""
msgstr "I colloqui \\ riprendono\n"

#. paragraph
msgid ""
"one\\\n"
"two"
msgstr ""
"\n"
"\n"

msgid "a day"
msgid_plural "%d days"
msgstr[0] "un giorno"
msgstr[1] ""

#, fuzzy
#~| msgid ""
#~| "a\n"
#~| "b"
#~ msgid "gone"
#~ msgstr ""
#~ "via\n"
#~ "di qua"

# the end
`

test('a canonical file is written as it was', () => {
  expect(writeCatalog(catalogOf(canonical))).toBe(canonical)
})

test('a file in another form becomes canonical', () => {
  const wrapped =
    '\uFEFF' +
    canonical
      .replace('"Talks \\"resume\\""', '""\n"Talks "\n\t"\\"resume\\""')
      .replace(/\n\n/g, '\n')
      .replace('#, fuzzy, ignore-doubled-word', '#,fuzzy\n#,  ignore-doubled-word')
      .replace(/\n/g, '\r\n')
  expect(writeCatalog(catalogOf(wrapped))).toBe(canonical)
})

test('a catalog of nothing is an empty file', () => {
  expect(writeCatalog(catalog())).toBe('')
})

test('a file without a header gets none', () => {
  expect(writeCatalog(catalog(message('a', 'b')))).toBe('msgid "a"\nmsgstr "b"\n')
})

test.each([
  ['a file of nothing but comments', '# a\n#~ # b\n'],
  ['a previous context without a text, which gettext refuses', '#| msgctxt "a"\nmsgid "b"\nmsgstr "c"\n'],
])('%s is written as it was', (_, file) => {
  expect(writeCatalog(catalogOf(file))).toBe(file)
})

law.prop([anyCatalog])('what was written reads as what was to be written', (any) => {
  expect(content(catalogOf(writeCatalog(any)))).toEqual(content(any))
})

law.prop([anyCatalog])('what was read is written as the same bytes', (any) => {
  const file = writeCatalog(any)
  expect(writeCatalog(catalogOf(file))).toBe(file)
})
