import { expect, test } from 'vitest'
import { adopt } from '../../../pipeline/catalog/foreign/adopt.ts'
import { foreignTexts } from '../../../pipeline/catalog/foreign/foreign-text.ts'
import { leftOver } from '../../../pipeline/catalog/foreign/left-over.ts'
import type { ArticleId } from '../../../pipeline/model/article.ts'
import { catalogOf, unitsOf } from '../sample.ts'

const po = `msgid "A ferry"
msgstr "Eine Fähre"

msgid "*A ferry*"
msgstr "*Eine Fähre*"

msgid "// sail twice"
msgstr "// fahre zweimal"

msgid "\\"ahoy\\""
msgstr "\\"moin\\""

msgid "sails ( 2 )"
msgstr "fährt ( 2 )"

msgid "[times]: times.md"
msgstr "[zeiten]: times.md"

#. type: Fenced code block (sh)
msgid "echo hello"
msgstr "echo hallo"

#, fuzzy
msgid "Nobody knows."
msgstr "Niemand weiß."

msgid "A text of last year"
msgstr "Ein alter Text"

msgid "boat"
msgid_plural "boats"
msgstr[0] "Boot"
msgstr[1] "Boote"

#~ msgid "An older text"
#~ msgstr "Ein noch älterer"
`

test('each translation that no unit has is left, with its line and why', () => {
  const catalog = catalogOf(po)
  const units = unitsOf('A ferry')
  const { left, stoodIn } = adopt(
    [{ id: 'page' as ArticleId, units }],
    foreignTexts(catalog, () => []),
    'de.po',
  )
  const told = leftOver(catalog, left, { units, code: ['let x = sails(2);'], stoodIn })
  expect(told.map(({ target }) => target)).toContain('Boot')
  expect(told.map(({ line, why, source, home }) => [line, why, source, home])).toEqual([
    [4, 'twice', '*A ferry*', 'page'],
    [7, 'code', '// sail twice', null],
    [10, 'code', '"ahoy"', null],
    [13, 'code', 'sails ( 2 )', null],
    [16, 'markup', '[times]: times.md', null],
    [19, 'code', 'echo hello', null],
    [23, 'fuzzy', 'Nobody knows.', null],
    [27, 'unmatched', 'A text of last year', 'page'],
    [30, 'plural', 'boat', null],
    [35, 'obsolete', 'An older text', null],
  ])
})

test('the last part of an article’s address says nothing that another text could fit better', () => {
  const catalog = catalogOf('msgid "ferry-boat"\nmsgstr "fährboot"\n')
  const units = unitsOf('slug: ferry-boat')
  const { left, stoodIn } = adopt(
    [{ id: 'page' as ArticleId, units }],
    foreignTexts(catalog, () => []),
    'de.po',
  )
  expect(leftOver(catalog, left, { units, code: [], stoodIn })).toMatchObject([{ why: 'unmatched' }])
})
