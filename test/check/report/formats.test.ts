import { XMLParser } from 'fast-xml-parser'
import { describe, expect, test } from 'vitest'
import { formatNames, reportAs } from '../../../pipeline/check/report/formats.ts'
import { frame } from '../../../pipeline/check/report/frame.ts'
import { styleOf } from '../../../pipeline/check/report/style.ts'
import { sortFindings } from '../../../pipeline/check/sort-findings.ts'
import { summarise } from '../../../pipeline/check/summary.ts'
import type { ArticleId } from '../../../pipeline/model/article.ts'
import type { Finding } from '../../../pipeline/model/finding.ts'
import type { Locale } from '../../../pipeline/model/locale.ts'

const files: Readonly<Record<string, string>> = {
  'articles/talks.md': '\uFEFFThe end\r\n\tof 日本 the the talks\r\n',
  'locales/it/articles/50%,a:b.po': 'msgstr "Vedi é."\n',
}
const doubled: Finding = {
  rule: 'doubled-word',
  severity: 'error',
  file: 'articles/talks.md',
  line: 2,
  column: 8,
  endLine: 2,
  endColumn: 15,
  article: 'talks' as ArticleId,
  locale: 'en' as Locale,
  message: 'Unexpected `the the`, expected `the` once',
  actual: 'the the',
  expected: ['the'],
  url: 'docs/rules/doubled-word.md',
}
const lost: Finding = {
  rule: 'lost-link',
  severity: 'warning',
  file: 'locales/it/articles/50%,a:b.po',
  line: 1,
  column: 9,
  message: 'Missing link `a%0A::error::<b>\n\u001B[31m&"`',
  expected: [],
}
const findings = [doubled, lost]
const report = async (format: (typeof formatNames)[number], given: readonly Finding[] = findings) => {
  return (await reportAs(format, false))(given, summarise(given, 3, 1200), (file) => files[file] ?? null)
}

test('pretty', async () => {
  expect(await report('pretty')).toBe(`articles/talks.md:2:8 error doubled-word Unexpected \`the the\`, expected \`the\` once
  2 |     of 日本 the the talks
    |             ^^^^^^^

locales/it/articles/50%,a:b.po:1:9 warning lost-link Missing link \`a%0A::error::<b>\uFFFD\uFFFD[31m&"\`
  1 | msgstr "Vedi é."
    |         ^

1 error, 1 warning: 1200 words in 3 files checked.
`)
})

test('pretty, without a finding', async () => {
  expect(await report('pretty', [])).toBe('No mistakes found: 1200 words in 3 files checked.\n')
})

test('pretty, in colour and without the file', async () => {
  const text = (await reportAs('pretty', true))([doubled], summarise([doubled], 1, 1), () => null)
  expect(text).toContain('\u001B[31merror\u001B[39m')
  expect(text).toContain('1 word in 1 file checked.')
})

test('json', async () => {
  expect(JSON.parse(await report('json'))).toEqual({ findings, summary: { errors: 1, warnings: 1, files: 3, words: 1200 } })
  expect(Object.keys(JSON.parse(await report('json')).findings[0])).toEqual([
    'rule',
    'severity',
    'file',
    'line',
    'column',
    'endLine',
    'endColumn',
    'locale',
    'article',
    'message',
    'actual',
    'expected',
    'url',
  ])
})

test('github', async () => {
  expect(await report('github')).toBe(
    '::error file=articles/talks.md,line=2,col=8,endLine=2,endColumn=15,title=doubled-word::Unexpected `the the`, expected `the` once\n' +
      '::warning file=locales/it/articles/50%25%2Ca%3Ab.po,line=1,col=9,title=lost-link::Missing link `a%250A::error::<b>%0A\u001B[31m&"`\n',
  )
})

test('sarif', async () => {
  const { version, runs } = JSON.parse(await report('sarif'))
  expect(version).toBe('2.1.0')
  expect(runs[0].tool.driver.rules).toEqual([{ id: 'doubled-word' }, { id: 'lost-link' }])
  expect(runs[0].columnKind).toBe('utf16CodeUnits')
  expect(runs[0].results[0]).toEqual({
    ruleId: 'doubled-word',
    ruleIndex: 0,
    level: 'error',
    message: { text: doubled.message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: 'articles/talks.md' },
          region: { startLine: 2, startColumn: 8, endLine: 2, endColumn: 15, snippet: { text: 'the the' } },
        },
      },
    ],
    partialFingerprints: { 'colophonFinding/v1': expect.stringMatching(/^[0-9a-f]{64}$/) },
    fixes: [
      {
        artifactChanges: [
          {
            artifactLocation: { uri: 'articles/talks.md' },
            replacements: [
              { deletedRegion: { startLine: 2, startColumn: 8, endLine: 2, endColumn: 15 }, insertedContent: { text: 'the' } },
            ],
          },
        ],
      },
    ],
    properties: { locale: 'en', article: 'talks' },
  })
  expect(runs[0].results[1].locations[0].physicalLocation.artifactLocation.uri).toBe('locales/it/articles/50%25,a:b.po')
})

test('a fingerprint stays when lines move, and differs between two equal mistakes', async () => {
  const prints = async (given: readonly Finding[]) => {
    const { runs } = JSON.parse(await report('sarif', given))
    return runs[0].results.map(
      (result: { partialFingerprints: Record<string, string> }) => result.partialFingerprints['colophonFinding/v1'],
    )
  }
  const [first, second] = await prints([doubled, { ...doubled, line: 3, endLine: 3 }])
  expect(first).not.toBe(second)
  expect(await prints([{ ...doubled, line: 9, endLine: 9 }])).toEqual([first])
})

test('junit', async () => {
  const { testsuites } = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' }).parse(await report('junit'))
  expect(testsuites).toMatchObject({ tests: '2', failures: '1' })
  expect(testsuites.testsuite[0]).toMatchObject({ name: 'articles/talks.md', tests: '1', failures: '1' })
  expect(testsuites.testsuite[0].testcase).toMatchObject({
    name: 'doubled-word 2:8',
    failure: { type: 'doubled-word', message: doubled.message },
  })
  expect(testsuites.testsuite[1].testcase['system-out']).toContain('warning: locales/it/articles/50%,a:b.po:1:9 Missing link')
})

test('checkstyle', async () => {
  expect(await report('checkstyle')).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<checkstyle version="4.3">
  <file name="articles/talks.md">
    <error line="2" column="8" severity="error" message="Unexpected \`the the\`, expected \`the\` once" source="colophon.doubled-word"/>
  </file>
  <file name="locales/it/articles/50%,a:b.po">
    <error line="1" column="9" severity="warning" message="Missing link \`a%0A::error::&lt;b&gt;&#10;\uFFFD[31m&amp;&quot;\`" source="colophon.lost-link"/>
  </file>
</checkstyle>
`)
})

test('rdjson counts columns in bytes of UTF-8', async () => {
  const { source, diagnostics } = JSON.parse(await report('rdjson'))
  expect(source).toEqual({ name: 'colophon' })
  const range = { start: { line: 2, column: 12 }, end: { line: 2, column: 19 } }
  expect(diagnostics[0]).toEqual({
    message: doubled.message,
    location: { path: 'articles/talks.md', range },
    severity: 'ERROR',
    code: { value: 'doubled-word' },
    suggestions: [{ range, text: 'the' }],
  })
  expect(diagnostics[1].location.range).toEqual({ start: { line: 1, column: 9 } })
})

test.each(formatNames)('%s holds every finding, and no unpaired surrogate breaks it', async (format) => {
  const text = await report(format, [{ ...doubled, message: 'a \uD800 b' }, lost])
  expect(text.isWellFormed()).toBe(format !== 'github')
  for (const { rule } of findings) expect(text).toContain(rule)
})

describe('a code frame', () => {
  const at = (line: string, start: number, end: number) =>
    frame(line, { file: '', line: 7, column: start + 1, endLine: 7, endColumn: end + 1 }, styleOf(false)).split('\n')

  test.each([
    ['wide characters', '日本 the the', 3, 10, '     ^^^^^^^'],
    ['combining marks', 'e\u0301e\u0301 of of', 5, 10, '   ^^^^^'],
    ['emoji', '👩‍👩‍👧 of of', 9, 14, '   ^^^^^'],
    ['a tab', '\tof of', 1, 6, '    ^^^^^'],
    ['the end of the line', 'of', 2, 2, '  ^'],
  ])('underlines below %s', (_, line, start, end, underline) => {
    expect(at(line, start, end)[1]).toBe(`    | ${underline}`)
  })

  test('cuts a long line around the place', async () => {
    const [line = '', underline = ''] = at(`${'wort '.repeat(1000)}of of${' wort'.repeat(1000)}`, 5000, 5005)
    expect(line.length).toBeLessThan(120)
    expect(line.slice(underline.indexOf('^'), underline.lastIndexOf('^') + 1)).toBe('of of')
  })

  test('controls don’t reach the terminal', async () => {
    expect(at('a\u001B[31m\u202Eof of', 6, 11)[0]).toBe('  7 | a\uFFFD[31m\uFFFDof of')
  })
})

test('findings are sorted by place, then rule, by code units', async () => {
  const b = { ...doubled, file: 'b', line: 1 }
  const sorted = [
    { ...doubled, file: 'B' },
    { ...b, column: 1 },
    { ...b, column: 2, rule: 'a' },
    { ...b, column: 2 },
    { ...b, line: 10 },
  ]
  expect(sortFindings(sorted.toReversed())).toEqual(sorted)
})
