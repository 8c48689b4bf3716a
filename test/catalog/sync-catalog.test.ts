import { expect, test } from 'vitest'
import { syncCatalog } from '../../pipeline/catalog/sync-catalog.ts'
import { writeCatalog } from '../../pipeline/catalog/write-catalog.ts'
import type { Locale } from '../../pipeline/model/locale.ts'
import { hasGettext, msgfmt } from './gettext.ts'
import { catalogOf, unitsOf } from './sample.ts'

const italian = 'it' as Locale
const header = 'msgid ""\nmsgstr ""\n"Language: it\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'

function synced(texts: readonly string[], file: string | null, options: { prune?: boolean; team?: string } = {}): string {
  const catalog = file === null ? null : catalogOf(header + file)
  return writeCatalog(syncCatalog({ units: unitsOf(...texts), catalog, locale: italian, ...options })).replace(header, '')
}

const fresh = `msgid ""
msgstr ""
"Language: it\\n"
"Language-Team: Translation Service of Withub\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

#. title, at most 110 characters
msgctxt "title"
msgid "Talks resume"
msgstr ""

#. description, at most 200 characters
msgctxt "description"
msgid "In Vienna"
msgstr ""

#. paragraph
msgid "The minister spoke."
msgstr ""
`

test('a new file names its language and team and labels every message', () => {
  const texts = ['title: Talks resume', 'description: In Vienna', 'The minister spoke.', 'The minister spoke.']
  expect(synced(texts, null, { team: 'Translation Service of Withub' })).toBe(fresh)
})

test.runIf(hasGettext)('msgfmt takes a new file', () => {
  expect(msgfmt(fresh)).toBe(null)
})

test.each([
  [
    'an edited text becomes fuzzy and says what it translates; the old pair stays',
    ['One two three four.'],
    'msgid "One two three."\nmsgstr "Uno due tre."\n',
    '\n#. paragraph\n#, fuzzy\n#| msgid "One two three."\nmsgid "One two three four."\nmsgstr "Uno due tre."\n\n#~ msgid "One two three."\n#~ msgstr "Uno due tre."\n',
  ],
  [
    'a text that comes back is revived as it was',
    ['One two three.'],
    '#, fuzzy\n#| msgid "One two three."\nmsgid "One two three four."\nmsgstr "Uno due tre."\n\n# Translator: Ada\n#, ignore-numbers\n#~ msgid "One two three."\n#~ msgstr "Uno due tre."\n',
    '\n# Translator: Ada\n#. paragraph\n#, ignore-numbers\nmsgid "One two three."\nmsgstr "Uno due tre."\n',
  ],
  [
    'half-edited words go back to their source, as a comment where that has its own',
    ['One two three.'],
    '#, fuzzy\n#| msgid "One two three."\nmsgid "One two three four."\nmsgstr "Uno due tre quattro\\nforse."\n\n#~ msgid "One two three."\n#~ msgstr "Uno due tre."\n',
    '\n# Another translation: "Uno due tre quattro\\nforse."\n#. paragraph\nmsgid "One two three."\nmsgstr "Uno due tre."\n',
  ],
  [
    'a dropped fuzzy is kept under the source that it translates',
    ['Rain.'],
    'msgid "Rain."\nmsgstr "Pioggia."\n\n# Translator: Ada\n#, fuzzy\n#| msgid "One two three."\nmsgid "One two three four."\nmsgstr "Uno due"\n',
    '\n#. paragraph\nmsgid "Rain."\nmsgstr "Pioggia."\n\n# Translator: Ada\n#, fuzzy\n#~| msgid "One two three."\n#~ msgid "One two three."\n#~ msgstr "Uno due"\n',
  ],
  [
    'dropped messages without words go, unless somebody said something',
    ['Rain.'],
    'msgid "Rain."\nmsgstr "Pioggia."\n\nmsgid "Gone"\nmsgstr ""\n\n# Ask Ada\nmsgid "Away"\nmsgstr ""\n',
    '\n#. paragraph\nmsgid "Rain."\nmsgstr "Pioggia."\n\n# Ask Ada\n#~ msgid "Away"\n#~ msgstr ""\n',
  ],
  [
    'what others put there stays',
    ['Rain.'],
    '# Translator: Ada\n#. From memory: 2025/07/iran-talks\n#. heading\n#: talks.md\n#, ignore-numbers\nmsgid "Rain."\nmsgstr "Pioggia."\n# end\n',
    '\n# Translator: Ada\n#. paragraph\n#. From memory: 2025/07/iran-talks\n#: talks.md\n#, ignore-numbers\nmsgid "Rain."\nmsgstr "Pioggia."\n\n# end\n',
  ],
  [
    'a second message stands behind the first, as long as the text is repeated',
    ['Rain.', 'Sun.', 'Rain.'],
    'msgctxt "2"\nmsgid "Rain."\nmsgstr "Piove."\n\nmsgid "Sun."\nmsgstr "Sole."\n\nmsgid "Rain."\nmsgstr "Pioggia."\n',
    '\n#. paragraph\nmsgid "Rain."\nmsgstr "Pioggia."\n\n#. paragraph\nmsgid "Sun."\nmsgstr "Sole."\n\n#. paragraph\nmsgctxt "2"\nmsgid "Rain."\nmsgstr "Piove."\n',
  ],
  [
    'a second message that awaits its words stays',
    ['Rain.', 'Rain.'],
    'msgid "Rain."\nmsgstr "Pioggia."\n\nmsgctxt "2"\nmsgid "Rain."\nmsgstr ""\n',
    '\n#. paragraph\nmsgid "Rain."\nmsgstr "Pioggia."\n\n#. paragraph\nmsgctxt "2"\nmsgid "Rain."\nmsgstr ""\n',
  ],
  [
    'the words of a plural say what they translate',
    ['One day later.'],
    'msgid "One day late."\nmsgid_plural "%d days late."\nmsgstr[0] "Un giorno dopo."\nmsgstr[1] "%d giorni dopo."\n',
    '\n#. paragraph\n#, fuzzy\n#| msgid "One day late."\n#| msgid_plural "%d days late."\nmsgid "One day later."\nmsgstr "Un giorno dopo."\n\n#~ msgid "One day late."\n#~ msgid_plural "%d days late."\n#~ msgstr[0] "Un giorno dopo."\n#~ msgstr[1] "%d giorni dopo."\n',
  ],
  [
    'the words of a plural say what they translate, after another edit too',
    ['One day later on.'],
    '#, fuzzy\n#| msgid "One day late."\n#| msgid_plural "%d days late."\nmsgid "One day later."\nmsgstr "Un giorno dopo."\n',
    '\n#. paragraph\n#, fuzzy\n#| msgid "One day late."\n#| msgid_plural "%d days late."\nmsgid "One day later on."\nmsgstr "Un giorno dopo."\n',
  ],
  [
    'the words of a second message say from which context they come',
    ['Sun.', 'Rain is expected today.'],
    'msgid "Sun."\nmsgstr "Sole."\n\nmsgctxt "2"\nmsgid "Rain is expected."\nmsgstr "Piove."\n',
    '\n#. paragraph\nmsgid "Sun."\nmsgstr "Sole."\n\n#. paragraph\n#, fuzzy\n#| msgctxt "2"\n#| msgid "Rain is expected."\nmsgid "Rain is expected today."\nmsgstr "Piove."\n\n#~ msgctxt "2"\n#~ msgid "Rain is expected."\n#~ msgstr "Piove."\n',
  ],
  [
    'dropped words fill a message of their source that has none',
    ['Sun is here today.'],
    'msgid "Sun is here today."\nmsgstr "Sole."\n\n#, fuzzy, ignore-numbers\n#| msgid "Snow will fall."\nmsgid "Snow has fallen."\nmsgstr "Neve"\n\n# Ask Ada\n#~ msgid "Snow will fall."\n#~ msgstr ""\n',
    '\n#. paragraph\nmsgid "Sun is here today."\nmsgstr "Sole."\n\n# Ask Ada\n#, fuzzy, ignore-numbers\n#~| msgid "Snow will fall."\n#~ msgid "Snow will fall."\n#~ msgstr "Neve"\n',
  ],
  [
    'every plural form of dropped words is kept',
    ['Sun.'],
    'msgid "Sun."\nmsgstr "Sole."\n\n#, fuzzy\n#| msgid "a day or so"\nmsgid "a day"\nmsgid_plural "days"\nmsgstr[0] "un giorno"\nmsgstr[1] "giorni"\n',
    '\n#. paragraph\nmsgid "Sun."\nmsgstr "Sole."\n\n# Another translation: "giorni"\n#, fuzzy\n#~| msgid "a day or so"\n#~ msgid "a day or so"\n#~ msgstr "un giorno"\n',
  ],
  [
    'dropped words of a second message are kept under its context',
    ['Sun.'],
    'msgid "Sun."\nmsgstr "Sole."\n\n#, fuzzy\n#| msgctxt "2"\n#| msgid "Rain."\nmsgid "Heavy rain fell."\nmsgstr "Piove"\n',
    '\n#. paragraph\nmsgid "Sun."\nmsgstr "Sole."\n\n#, fuzzy\n#~| msgid "Rain."\n#~ msgctxt "2"\n#~ msgid "Rain."\n#~ msgstr "Piove"\n',
  ],
  [
    'an obsolete message stays, with words or without',
    ['Sun.'],
    'msgid "Sun."\nmsgstr "Sole."\n\n#~ msgid "Rain."\n#~ msgstr ""\n',
    '\n#. paragraph\nmsgid "Sun."\nmsgstr "Sole."\n\n#~ msgid "Rain."\n#~ msgstr ""\n',
  ],
  [
    'joined words that somebody remarked on are kept',
    ['Sun.'],
    'msgid "Sun."\nmsgstr "Sole."\n\n# Ada: one sentence?\n#, fuzzy\n#| msgid "It rains. It snows."\nmsgid "It rains and snows."\nmsgstr "Piove. Nevica."\n\n#~ msgid "It rains."\n#~ msgstr "Piove."\n\n#~ msgid "It snows."\n#~ msgstr "Nevica."\n',
    '\n#. paragraph\nmsgid "Sun."\nmsgstr "Sole."\n\n#~ msgid "It rains."\n#~ msgstr "Piove."\n\n# Ada: one sentence?\n#, fuzzy\n#~| msgid "It rains. It snows."\n#~ msgid "It rains. It snows."\n#~ msgstr "Piove. Nevica."\n\n#~ msgid "It snows."\n#~ msgstr "Nevica."\n',
  ],
  [
    'joined words that nobody touched come apart',
    ['Sun.'],
    'msgid "Sun."\nmsgstr "Sole."\n\n#, fuzzy\n#| msgid "It rains. It snows."\nmsgid "It rains and snows."\nmsgstr "Piove. Nevica."\n\n#~ msgid "It rains."\n#~ msgstr "Piove."\n\n#~ msgid "It snows."\n#~ msgstr "Nevica."\n',
    '\n#. paragraph\nmsgid "Sun."\nmsgstr "Sole."\n\n#~ msgid "It rains."\n#~ msgstr "Piove."\n\n#~ msgid "It snows."\n#~ msgstr "Nevica."\n',
  ],
  [
    'a remark is kept though its words live on elsewhere',
    ['Rain today.'],
    '#, fuzzy\n#| msgid "Rain."\nmsgid "Rain today."\nmsgstr "Cade"\n\n# Ada: falls?\n#, fuzzy\n#| msgid "Snow."\nmsgid "Snow in spring."\nmsgstr "Cade"\n',
    '\n#. paragraph\n#, fuzzy\n#| msgid "Rain."\nmsgid "Rain today."\nmsgstr "Cade"\n\n# Ada: falls?\n#, fuzzy\n#~| msgid "Snow."\n#~ msgid "Snow."\n#~ msgstr "Cade"\n',
  ],
  [
    'both messages of a repeated text that was edited become fuzzy',
    ['It rains today.', 'It rains today.'],
    'msgid "It rains."\nmsgstr "Piove."\n\nmsgctxt "2"\nmsgid "It rains."\nmsgstr "Piove ancora."\n',
    '\n#. paragraph\n#, fuzzy\n#| msgid "It rains."\nmsgid "It rains today."\nmsgstr "Piove."\n\n#. paragraph\n#, fuzzy\n#| msgid "It rains."\nmsgctxt "2"\nmsgid "It rains today."\nmsgstr "Piove ancora."\n\n#~ msgctxt "2"\n#~ msgid "It rains."\n#~ msgstr "Piove ancora."\n\n#~ msgid "It rains."\n#~ msgstr "Piove."\n',
  ],
  [
    'an untranslated message gets its own words back, and keeps its remarks',
    ['It rains.'],
    '# Ada: when?\nmsgid "It rains."\nmsgstr ""\n\n# Bo: now\n#, fuzzy\n#| msgid "It rains."\nmsgid "Something else."\nmsgstr "Piove"\n',
    '\n# Ada: when?\n# Bo: now\n#. paragraph\n#, fuzzy\n#| msgid "It rains."\nmsgid "It rains."\nmsgstr "Piove"\n',
  ],
  [
    'doubted words move on, and are doubted still',
    ['One two three four.'],
    '#, fuzzy\nmsgid "One two three."\nmsgstr "Uno?"\n',
    '\n#. paragraph\n#, fuzzy\nmsgid "One two three four."\nmsgstr "Uno?"\n',
  ],
])('%s', (_, texts, before, after) => {
  expect(synced(texts, before)).toBe(after)
  expect(synced(texts, after)).toBe(after)
})

test('prune drops obsolete messages, and nothing else', () => {
  const file = '# x\nmsgid "Rain."\nmsgstr "Pioggia."\n\nmsgid "Sun."\nmsgstr "Sole."\n\n#~ msgid "Snow."\n#~ msgstr "Neve."\n\n# end\n'
  expect(synced(['Rain.'], file, { prune: true })).toBe('\n# x\n#. paragraph\nmsgid "Rain."\nmsgstr "Pioggia."\n\n# end\n')
})

test('a header keeps its fields, their order, comments and flags, and gets what it lacks', () => {
  const file =
    '# Withub\n#, fuzzy\nmsgid ""\nmsgstr ""\n"X-Generator: Poedit 3\\n"\n"PO-Revision-Date: 2026-01-02\\n"\n"language: it_IT\\n"\n"Language-Team:\\n"\n"Content-Type: text/plain; charset=CHARSET\\n"\n"Plural-Forms: nplurals=2; plural=n != 1;\\n"\n'
  const { headers, head } = syncCatalog({ units: [], catalog: catalogOf(file), locale: italian, team: 'Withub' })
  expect(headers).toEqual([
    ['X-Generator', 'Poedit 3'],
    ['PO-Revision-Date', '2026-01-02'],
    ['language', 'it_IT'],
    ['Language-Team', 'Withub'],
    ['Content-Type', 'text/plain; charset=UTF-8'],
    ['Plural-Forms', 'nplurals=2; plural=n != 1;'],
  ])
  expect(head).toMatchObject({ comments: [' Withub'], flags: ['fuzzy'] })
})

test('a new file has a place for the credit, and a blank one is filled', () => {
  const fields = (catalog: ReturnType<typeof catalogOf> | null, team?: string) =>
    syncCatalog({ units: [], catalog, locale: italian, ...(team === undefined ? {} : { team }) }).headers
  expect(fields(null)).toContainEqual(['Language-Team', ''])
  expect(fields(catalogOf('msgid ""\nmsgstr "Language-Team:  \\n"\n'), 'Withub')).toContainEqual(['Language-Team', 'Withub'])
})
