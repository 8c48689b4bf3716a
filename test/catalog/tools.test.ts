import { describe, expect, test } from 'vitest'
import { align } from '../../pipeline/catalog/align.ts'
import { syncCatalog } from '../../pipeline/catalog/sync-catalog.ts'
import { writeCatalog } from '../../pipeline/catalog/write-catalog.ts'
import type { Locale } from '../../pipeline/model/locale.ts'
import { catalogOf, content, unitsOf } from './sample.ts'

const long =
  'The first boat leaves at six, says the harbour master, who has counted the passengers of every winter since the island was joined.'
const units = unitsOf('title: Ferries', long, 'Tickets cost 14 euros.', 'New: a café.')

/** The same article as each tool saves it. */
const files: Readonly<Record<string, string>> = {
  'Poedit, on Windows': `msgid ""
msgstr ""
"Project-Id-Version: Harbour news\\n"
"POT-Creation-Date: 2026-11-02 10:00+0100\\n"
"PO-Revision-Date: 2026-11-03 09:12+0100\\n"
"Last-Translator: Ada Bianchi <ada@example.org>\\n"
"Language-Team: Servizio traduzioni\\n"
"Language: it\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"X-Generator: Poedit 3.4.2\\n"
"X-Poedit-Bookmarks: -1,3,-1,-1,-1,-1,-1,-1,-1,-1\\n"

#. title, at most 110 characters
msgctxt "title"
msgid "Ferries"
msgstr "Traghetti"

# Ada: chiedere al porto.
#. paragraph
msgid ""
"The first boat leaves at six, says the harbour master, who has counted the "
"passengers of every winter since the island was joined."
msgstr ""
"Il primo traghetto parte alle sei, dice il comandante del porto, che conta i "
"passeggeri di ogni inverno."

#. paragraph
#, fuzzy
#| msgid "Tickets cost 12 euros."
msgid "Tickets cost 14 euros."
msgstr "I biglietti costano 12 euro."

#~ msgid "Gone."
#~ msgstr "Sparito."
`.replaceAll('\n', '\r\n'),

  Weblate: `# Translator: Ada Bianchi <ada@example.org>, 2026.
# Anonymous <noreply@weblate.org>, 2026.
msgid ""
msgstr "Project-Id-Version: Harbour news\\nReport-Msgid-Bugs-To: \\nPO-Revision-Date: 2026-11-03 09:12+0000\\nLast-Translator: Ada Bianchi <ada@example.org>\\nLanguage-Team: Italian <https://weblate.example/projects/harbour/it/>\\nLanguage: it\\nMIME-Version: 1.0\\nContent-Type: text/plain; charset=utf-8\\nPlural-Forms: nplurals=2; plural=n != 1;\\nX-Generator: Weblate 5.8\\n"

#. title, at most 110 characters
msgctxt "title"
msgid "Ferries"
msgstr "Traghetti"

#. paragraph
msgid "${long}"
msgstr "Il primo traghetto parte alle sei, dice il comandante del porto, che conta i passeggeri di ogni inverno."

#. paragraph
#, fuzzy
#| msgid "Tickets cost 12 euros."
msgid "Tickets cost 14 euros."
msgstr "I biglietti costano 12 euro."

#, read-only
#~ msgid "Gone."
#~ msgstr "Sparito."
`,

  po4a: `# Italian translations for Harbour news
# Copyright (C) 2026 Harbour news
#
#, fuzzy
msgid ""
msgstr ""
"Project-Id-Version: Harbour news 1\\n"
"POT-Creation-Date: 2026-11-02 10:00+0100\\n"
"PO-Revision-Date: YEAR-MO-DA HO:MI+ZONE\\n"
"Language: it\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

#. type: Title #
#: articles/ferries.md:1
#, markdown-text, no-wrap
msgctxt "title"
msgid "Ferries"
msgstr "Traghetti"

#. type: Plain text
#: articles/ferries.md:9 articles/other.md:12
#, markdown-text
msgid ""
"The first boat leaves at six, says the harbour master, who has counted the "
"passengers of every winter since the island was joined."
msgstr ""
"Il primo traghetto parte alle sei, dice il comandante del porto, che conta i "
"passeggeri di ogni inverno."

#. type: Plain text
#: articles/ferries.md:11
#, fuzzy, markdown-text
#| msgid "Tickets cost 12 euros."
msgid "Tickets cost 14 euros."
msgstr "I biglietti costano 12 euro."

#, markdown-text
#~ msgid "Gone."
#~ msgstr "Sparito."
`,

  'OmegaT, and messages without blank lines': `\uFEFFmsgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"X-Generator: OmegaT 6.0\\n"
msgctxt "title"
msgid "Ferries"
msgstr "Traghetti"
# nota di Ada
msgid "${long}"
msgstr "Il primo traghetto parte alle sei, dice il comandante del porto, che conta i passeggeri di ogni inverno."
#, fuzzy
#| msgid "Tickets cost 12 euros."
msgid "Tickets cost 14 euros."
msgstr "I biglietti costano 12 euro."
#~ msgid "Gone."
#~ msgstr "Sparito."
`,
}

describe.each(Object.keys(files))('a file as it is saved by %s', (tool) => {
  const file = files[tool] ?? ''
  const read = catalogOf(file)
  const synced = syncCatalog({ units, catalog: read, locale: 'it' as Locale })

  test('is read and written without a loss', () => {
    expect(content(catalogOf(writeCatalog(read)))).toEqual(content(read))
  })

  test('says what it says: a current, an outdated and a missing text', () => {
    expect(align(units, read).map(({ kind }) => kind)).toEqual(['exact', 'exact', 'outdated', 'missing'])
  })

  test('keeps through a sync every word, comment, flag, reference and header', () => {
    const after = new Map(synced.messages.map((message) => [message.id, message]))
    for (const { id, strings, comments, flags, references, previous, extracted } of read.messages) {
      const kept = after.get(id)
      expect(kept).toMatchObject({ strings, comments, flags, references, previous })
      expect(kept?.extracted).toEqual(expect.arrayContaining(extracted.filter((text) => text.startsWith(' type: '))))
    }
    expect(synced.headers).toEqual(expect.arrayContaining([...read.headers]))
    expect(synced.head?.comments).toEqual(read.head?.comments)
  })

  test('is the same after the next sync', () => {
    const saved = catalogOf(writeCatalog(synced))
    expect(writeCatalog(syncCatalog({ units, catalog: saved, locale: 'it' as Locale }))).toBe(writeCatalog(synced))
  })
})
