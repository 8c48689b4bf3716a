import { expect, test } from 'vitest'
import { catalogOf, findingIn, message } from './sample.ts'

const rows: [what: string, file: string, messages: object[]][] = [
  ['a message', 'msgid "a"\nmsgstr "b"\n', [message('a', 'b', { line: 1 })]],
  ['no line feed at the end', 'msgid "a"\nmsgstr "b"', [message('a', 'b', { line: 1 })]],
  ['an untranslated message', 'msgid "a"\nmsgstr ""\n', [message('a', '', { line: 1 })]],
  ['a context', 'msgctxt "title"\nmsgid "a"\nmsgstr "b"\n', [message('a', 'b', { context: 'title', line: 1 })]],
  ['an empty context, which differs from none', 'msgctxt ""\nmsgid ""\nmsgstr "b"\n', [message('', 'b', { context: '', line: 1 })]],
  ['texts in several pieces', 'msgid ""\n"a "\n  "b"\nmsgstr "c" "d"\n"e"\n', [message('a b', 'cde', { line: 1 })]],
  ['a text on the line below its keyword', 'msgid\n"a"\nmsgstr\n\n"b"\n', [message('a', 'b', { line: 1 })]],
  ['all on one line', 'msgid"a"msgstr"b"', [message('a', 'b', { line: 1 })]],
  ['every escape', 'msgid "\\n\\t\\r\\a\\b\\f\\v\\"\\\\"\nmsgstr ""', [message('\n\t\r\u0007\b\f\v"\\', '', { line: 1 })]],
  ['bytes in octal and hexadecimal', 'msgid "\\303\\251 \\xc3\\xa9 \\101"\nmsgstr ""', [message('é é A', '', { line: 1 })]],
  ['a backslash before the closing quote', String.raw`msgid "a\\" msgstr "\\\""`, [message('a\\', '\\"', { line: 1 })]],
  ['a hash and keywords inside a text', 'msgid "# msgstr"\nmsgstr "#~ x"', [message('# msgstr', '#~ x', { line: 1 })]],
  [
    'messages without blank lines',
    'msgid "a"\nmsgstr "b"\n# c\nmsgid "d"\nmsgstr "e"\nmsgid "f"\nmsgstr "g"\n',
    [message('a', 'b', { line: 1 }), message('d', 'e', { comments: [' c'], line: 3 }), message('f', 'g', { line: 6 })],
  ],
  [
    'CRLF',
    '# c\r\n#, fuzzy\r\nmsgid ""\r\n"a\\n"\r\n"b"\r\nmsgstr "d"\r\n',
    [message('a\nb', 'd', { comments: [' c'], flags: ['fuzzy'], line: 1 })],
  ],
  ['a byte order mark', '\uFEFF# c\nmsgid "a"\nmsgstr "b"\n', [message('a', 'b', { comments: [' c'], line: 1 })]],
  ['blanks before everything', '  # c\n\tmsgid  "a"\n\f msgstr\t"b"\n', [message('a', 'b', { comments: [' c'], line: 1 })]],
  [
    'every kind of comment',
    '# Translator: Ada\n#\n#tight\n#. paragraph\n#: a.md:1 b.md\n#: c.md\n#, fuzzy, c-format\n#, ignore-x\nmsgid "a"\nmsgstr "b"\n',
    [
      message('a', 'b', {
        comments: [' Translator: Ada', '', 'tight'],
        extracted: [' paragraph'],
        references: [' a.md:1 b.md', ' c.md'],
        flags: ['fuzzy', 'c-format', 'ignore-x'],
        line: 1,
      }),
    ],
  ],
  ['flags behind `#!`', '#! fuzzy\nmsgid "a"\nmsgstr "b"\n', [message('a', 'b', { flags: ['fuzzy'], line: 1 })]],
  ['an escaped byte order mark', 'msgid "\\xef\\xbb\\xbfa"\nmsgstr ""', [message('\uFEFFa', '', { line: 1 })]],
  [
    'flags without commas, and with blanks of their own',
    '#,fuzzy no-wrap, range: 0..10,\nmsgid "a"\nmsgstr "b"\n',
    [message('a', 'b', { flags: ['fuzzy', 'no-wrap', 'range: 0..10'], line: 1 })],
  ],
  [
    'comments that stand apart, and inside',
    '# a\n\n# b\nmsgid "a"\n# c\nmsgstr "b"\n',
    [message('a', 'b', { comments: [' a', ' b', ' c'], line: 1 })],
  ],
  [
    'previous texts',
    '#| msgctxt "old"\n#| msgid ""\n#| "a\\n"\n#| "b"\n#| msgid_plural "c"\nmsgid "d"\nmsgstr "e"\n',
    [message('d', 'e', { previous: { context: 'old', id: 'a\nb', idPlural: 'c' }, line: 1 })],
  ],
  [
    'previous texts right after a message',
    'msgid "a"\nmsgstr "b"\n#| msgid "c"\nmsgid "d"\nmsgstr "e"\n',
    [message('a', 'b', { line: 1 }), message('d', 'e', { previous: { context: null, id: 'c', idPlural: null }, line: 3 })],
  ],
  [
    'plurals',
    'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr [ 1 ] ""\n"d"\n',
    [message('a', '', { idPlural: 'b', strings: ['c', 'd'], line: 1 })],
  ],
  [
    'obsolete messages',
    '# c\n#, fuzzy\n#~| msgid ""\n#~| "x"\n#~ msgctxt "t"\n#~ msgid ""\n#~ "a"\n#~ msgstr "b"\n#~msgid "d"\n#~msgstr ""\n',
    [
      message('a', 'b', {
        context: 't',
        comments: [' c'],
        flags: ['fuzzy'],
        previous: { context: null, id: 'x', idPlural: null },
        obsolete: true,
        line: 1,
      }),
      message('d', '', { obsolete: true, line: 9 }),
    ],
  ],
  [
    'obsolete plurals',
    '#~ msgid "a"\n#~ msgid_plural "b"\n#~ msgstr[0] "c"\n',
    [message('a', '', { idPlural: 'b', strings: ['c'], obsolete: true, line: 1 })],
  ],
  [
    'obsolete comments',
    '#~ # c\n#~ #, fuzzy\n#~ msgid "a"\n#~ msgstr "b"\n',
    [message('a', 'b', { comments: [' c'], flags: ['fuzzy'], obsolete: true, line: 1 })],
  ],
  [
    '`#|` before an obsolete message',
    '#| msgid "x"\n#~ msgid "a"\n#~ msgstr "b"\n',
    [message('a', 'b', { previous: { context: null, id: 'x', idPlural: null }, obsolete: true, line: 1 })],
  ],
  ['nothing', '', []],
  ['an unusual text', 'msgid "__proto__"\nmsgstr "a\u2028b\u0001"\n', [message('__proto__', 'a\u2028b\u0001', { line: 1 })]],
]

test.each(rows)('reads %s', (_, file, messages) => {
  expect(catalogOf(file).messages).toEqual(messages)
})

test('reads the header apart, wherever it stands', () => {
  const file =
    'msgid "a"\nmsgstr "b"\n\n# Team\n#, fuzzy\nmsgid ""\nmsgstr ""\n"language:it\\n"\n"X-Odd\\n"\n"Empty: \\n"\n"Content-Type: text/plain; charset=utf8\\n"\n'
  const { headers, head, messages } = catalogOf(file)
  expect(headers).toEqual([
    ['language', 'it'],
    ['', 'X-Odd'],
    ['Empty', ''],
    ['Content-Type', 'text/plain; charset=utf8'],
  ])
  expect(head).toMatchObject({ comments: [' Team'], flags: ['fuzzy'], line: 4 })
  expect(messages).toEqual([message('a', 'b', { line: 1 })])
})

test('a header without a line feed at its end keeps its last field', () => {
  expect(catalogOf('msgid ""\nmsgstr "Language: it\\nLast-Translator: Ada"\n').headers).toEqual([
    ['Language', 'it'],
    ['Last-Translator', 'Ada'],
  ])
})

test.each([
  ['plain', 'msgid "a"\nmsgstr "b"\n\n# end\n#. x\n\n#~ # y\n', ['# end', '#. x', '#~ # y']],
  ['dangling previous texts', 'msgid "a"\nmsgstr "b"\n#| msgid "c"\n', ['#| msgid "c"']],
  ['a file of comments', '\uFEFF# a\r\n# b', ['# a', '# b']],
  ['that look obsolete, in the first line', '#~ # a\n', ['#~ # a']],
  ['behind a text in its line', 'msgid "a"\nmsgstr "b" # c', ['# c']],
])('keeps trailing comments: %s', (_, file, trailing) => {
  expect(catalogOf(file).trailing).toEqual(trailing)
})

test.each([
  '',
  'Content-Type: text/plain\\n',
  'Content-Type: text/plain; charset=CHARSET\\n',
  'content-type: text/plain; Charset=utf-8\\n',
])('takes a file as UTF-8 with the header `%s`', (header) => {
  expect(catalogOf(`msgid ""\nmsgstr "${header}"\n`).messages).toEqual([])
})

test('another charset is a finding that names file and charset', () => {
  const finding = findingIn('# ISO-8859-1\nmsgid ""\nmsgstr ""\n"Language: it\\n"\n"Content-Type: text/plain; charset=ISO-8859-1\\n"\n')
  expect(finding).toMatchObject({
    rule: 'catalog-charset',
    severity: 'error',
    line: 5,
    column: 36,
    endColumn: 46,
    actual: 'ISO-8859-1',
    expected: ['UTF-8'],
  })
  expect(finding.message).toContain('locales/it/articles/talks.po')
  expect(finding.message).toContain('`ISO-8859-1`')
})

test('a charset in two pieces is a finding at the header', () => {
  const finding = findingIn('msgid "a"\nmsgstr "b"\n\nmsgid ""\nmsgstr "Content-Type: text/plain; charset=ISO-"\n"8859-1\\n"\n')
  expect(finding).toMatchObject({ rule: 'catalog-charset', line: 4, column: 1, actual: '' })
})

test.each([
  ['of a text', 'a', null, '`a`'],
  ['of a text in a context', 'a', 't', '`a` in the context `t`'],
  ['of a text of 60 characters', 'a'.repeat(60), null, `\`${'a'.repeat(60)}\``],
  ['of a longer text', 'a'.repeat(61), null, `\`${'a'.repeat(59)}…\``],
])('a duplicate %s is named', (_, id, context, name) => {
  const message = `${context === null ? '' : `msgctxt "${context}"\n`}msgid "${id}"\nmsgstr ""\n`
  expect(findingIn(message + message).message).toContain(`second message ${name} in line`)
})

test.each([
  ['two live ones', '# c\nmsgid "a"\nmsgstr "b"\n\n# d\nmsgid "a"\nmsgstr "c"\n', 2, 6],
  ['a live and an obsolete one', 'msgid "a"\nmsgstr "b"\n\n#~ msgid "a"\n#~ msgstr "c"\n', 1, 4],
  ['two in one context', 'msgctxt "t"\nmsgid "a"\nmsgstr "b"\n\n#| msgid "x"\nmsgctxt "t"\nmsgid "a"\nmsgstr "b"\n', 1, 6],
  ['two headers', 'msgid ""\nmsgstr ""\n\nmsgid ""\nmsgstr ""\n', 1, 4],
])('a duplicate is a finding with both lines: %s', (_, file, first, second) => {
  const finding = findingIn(file)
  expect(finding).toMatchObject({ rule: 'catalog-duplicate', severity: 'error', line: second })
  expect(finding.message).toContain(`line ${first}`)
  expect(finding.message).toContain(`line ${second}`)
})

test('the same text in two contexts is no duplicate', () => {
  expect(catalogOf('msgid "a"\nmsgstr "b"\nmsgctxt ""\nmsgid "a"\nmsgstr "c"\nmsgctxt "t"\nmsgid "a"\nmsgstr "d"\n').messages).toHaveLength(
    3,
  )
})

test.each([
  ['an unknown keyword', 'msgid "a"\nmsgstrr "b"\n', 2, 1, '`msgstrr`, expected `msgstr` or `msgid_plural`'],
  ['a word that goes on and on', `${'msgid'.repeat(12)}s "a"\n`, 1, 1, `\`${'msgid'.repeat(12).slice(0, 59)}…\`, expected`],
  ['a word that almost does', `${'msgid'.repeat(12)} "a"\n`, 1, 1, `\`${'msgid'.repeat(12)}\`, expected`],
  ['a text alone', '\n  "a"\n', 2, 3, '`"a"`, expected a keyword'],
  ['a text behind a comment', 'msgid "a"\nmsgstr "b"\n# c\n"d"\n', 4, 1, '`"d"`, expected a keyword'],
  ['a plural form alone', '[0]\n', 1, 1, '`[0]`, expected `msgstr` before it'],
  ['a piece of a previous text', 'msgid "a"\n#| "b"\n', 2, 4, '`"b"`, expected no `|` in this line'],
  [
    'a previous text twice',
    '#| msgid "a"\n#| msgid "b"\nmsgid "c"\nmsgstr ""\n',
    2,
    4,
    '`msgid`, expected `msgctxt` or `msgid` or `msgid_plural`, each once',
  ],
  ['a previous plural twice', '#| msgid_plural "a"\n#| msgid_plural "b"\nmsgid "c"\nmsgstr ""\n', 2, 4, '`msgid_plural`'],
  ['a previous translation', '#| msgstr "a"\nmsgid "c"\nmsgstr ""\n', 1, 4, '`msgstr`'],
  ['a text that isn’t closed', 'msgid "a\nmsgstr "b"\n', 1, 7, 'end of line'],
  ['a text that isn’t closed, with CRLF', 'msgid "a\\"\r\nmsgstr "b"\r\n', 1, 7, 'end of line'],
  ['a text that isn’t closed at the end', 'msgid "a"\nmsgstr "', 2, 8, 'end of line'],
  ['a stray backslash', 'msgid "é a\\zb"\nmsgstr ""\n', 1, 11, '`\\z`'],
  ['an escaped NUL byte', 'msgid "\\0"\nmsgstr ""\n', 1, 8, '`\\0`'],
  ['an escaped NUL byte behind others', 'msgid "\\101\\0"\nmsgstr ""\n', 1, 8, '`\\1`'],
  ['a byte that is none', 'msgid "\\101\\777"\nmsgstr ""\n', 1, 8, '`\\1`'],
  ['bytes that aren’t UTF-8', 'msgid "\\xff"\nmsgstr ""\n', 1, 8, 'escape'],
  [
    'a quote inside a text',
    'msgid "a"\nmsgstr "He said "no" to us."\n',
    2,
    18,
    '`no`, expected `msgctxt` or `msgid`: a `"` inside a text is written `\\"`',
  ],
  [
    'a quote at the start of a text',
    'msgid ""No" she said"\n',
    1,
    9,
    '`No`, expected `msgstr` or `msgid_plural`: a `"` inside a text is written `\\"`',
  ],
  ['no msgstr', 'msgid "a"\n\nmsgid "b"\nmsgstr ""\n', 3, 1, '`msgid`, expected `msgstr`'],
  ['no msgstr at the end', 'msgid "a"\n', 2, 1, 'end of the file, expected `msgstr`'],
  ['no msgid at the end', 'msgctxt "a"\n', 2, 1, 'end of the file, expected `msgid`'],
  ['no plural form at the end', 'msgid "a"\nmsgid_plural "b"\n', 3, 1, 'end of the file, expected `msgstr[0]`'],
  ['no plural form', 'msgid "a"\nmsgid_plural "b"\nmsgid "c"\n', 3, 1, '`msgid`, expected `msgstr[0]`'],
  ['no msgid', 'msgctxt "a"\nmsgstr "b"\n', 2, 1, '`msgstr`, expected `msgid`'],
  ['two msgstr', 'msgid "a"\nmsgstr "b"\nmsgstr "c"\n', 3, 1, '`msgstr`, expected `msgid`'],
  ['no text behind a keyword', 'msgid\nmsgstr "b"\n', 2, 1, '`msgstr`, expected a text in quotes'],
  ['no text behind the last keyword', 'msgid "a"\nmsgstr\n', 3, 1, 'end of the file, expected a text in quotes'],
  ['a plural form too many', 'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[2] "d"\n', 4, 7, '`[2]`, expected `[1]`'],
  ['a plural form without a plural', 'msgid "a"\nmsgstr[0] "c"\n', 2, 7, '`[0]`'],
  ['a plural without forms', 'msgid "a"\nmsgid_plural "b"\nmsgstr "c"\n', 3, 8, '`"c"`, expected `[0]`'],
  ['an odd plural form', 'msgid "a"\nmsgid_plural "b"\nmsgstr[x] "c"\n', 3, 7, '`[`'],
  ['a plural form on two lines', 'msgid "a"\nmsgid_plural "b"\nmsgstr[0\n] "c"\n', 3, 7, '`[`'],
  ['half an obsolete message', '#~ msgid "a"\nmsgstr "b"\n', 2, 1, ', expected `#~` before it'],
  ['an obsolete half', 'msgid "a"\n#~ msgstr "b"\n', 2, 4, 'no `#~` before it'],
  ['a piece that isn’t obsolete', '#~ msgid "a"\n"b"\n#~ msgstr "c"\n', 2, 1, '`#~` before it'],
  ['a piece without its bar', '#| msgid "a"\n"b"\nmsgid "c"\nmsgstr ""\n', 2, 1, '`#|` before it'],
  ['a domain', 'domain "a"\n', 1, 1, '`domain`, expected `msgctxt` or `msgid`'],
  ['a conflict of a merge', 'msgid "a"\n<<<<<<< HEAD\nmsgstr "b"\n', 2, 1, 'conflict'],
  ['a byte order mark counts as no column', '\uFEFFmsgit "a"\n', 1, 1, '`msgit`'],
  ['NUL bytes', '\u0000\u0000', 1, 1, 'NUL'],
  ['a NUL byte', 'msgid "a\u0000"\nmsgstr ""\n', 1, 9, 'NUL'],
  ['a page of something else', '<!doctype html>\n<p>Hello\n', 1, 1, '`<!doctype`'],
])('a finding points at %s', (_, file, line, column, text) => {
  const finding = findingIn(file)
  expect(finding).toMatchObject({ rule: 'catalog-syntax', severity: 'error', file: 'locales/it/articles/talks.po', line, column })
  expect(finding.message).toContain(text)
  expect(finding.message.includes('conflict')).toBe(text === 'conflict')
  expect(finding.message.includes('inside a text is written')).toBe(text.includes('inside a text is written'))
  expect(finding.article ?? finding.locale).toBeUndefined()
})

test('a stray backslash can be mended by writing it twice', () => {
  expect(findingIn('msgid "a\\z"\nmsgstr ""\n')).toMatchObject({ actual: '\\z', expected: ['\\\\z'] })
})
