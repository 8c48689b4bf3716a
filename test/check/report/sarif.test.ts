import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fc, test } from '@fast-check/vitest'
import Ajv from 'ajv-draft-04'
import { expect } from 'vitest'
import { sarif } from '../../../pipeline/check/report/sarif.ts'
import type { ArticleId } from '../../../pipeline/model/article.ts'
import type { Finding } from '../../../pipeline/model/finding.ts'
import type { Locale } from '../../../pipeline/model/locale.ts'

const schemaFile = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json')
/** OASIS's schema of SARIF 2.1.0. */
const schema: object = JSON.parse(readFileSync(schemaFile, 'utf8'))
// URIs are judged below: their format is no part of ajv itself.
const validate = new Ajv.default({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema)

const log = (findings: readonly Finding[]) => JSON.parse(sarif(findings, { errors: 0, warnings: 0, files: 0, words: 0 }, () => null))

test('the schema sees what is wrong', () => {
  expect(validate({ ...log([]), version: '2.0.0' })).toBe(false)
  expect(validate({ ...log([]), runs: [{}] })).toBe(false)
})

const line = fc.integer({ min: 1, max: 9999 })
const text = fc.string({ unit: 'grapheme', maxLength: 20 })
const finding = fc.record(
  {
    rule: fc.constantFrom('doubled-word', 'lost-link'),
    severity: fc.constantFrom('error' as const, 'warning' as const, 'info' as const),
    file: fc.constantFrom('articles/a b.md', 'locales/it/articles/50%,ü:?#.po'),
    line,
    column: line,
    endLine: line,
    endColumn: line,
    article: fc.constant('talks' as ArticleId),
    locale: fc.constant('it' as Locale),
    message: fc.string({ minLength: 1 }),
    actual: text,
    expected: fc.array(text, { maxLength: 2 }),
    url: fc.constant('docs/rules/doubled-word.md'),
  },
  { requiredKeys: ['rule', 'severity', 'file', 'line', 'column', 'message', 'expected'] },
)

test.prop([fc.array(finding, { maxLength: 5 })])('whatever is found, the document is valid SARIF 2.1.0', (findings) => {
  const document = log(findings as Finding[])
  validate(document)
  expect(validate.errors ?? []).toEqual([])
  for (const { locations } of document.runs[0].results) {
    const { uri } = locations[0].physicalLocation.artifactLocation
    expect(decodeURIComponent(new URL(uri, 'file:///site/').pathname)).toMatch(
      /^\/site\/(?:articles\/a b\.md|locales\/it\/articles\/50%,ü:\?#\.po)$/,
    )
  }
})

test.prop([fc.array(finding, { maxLength: 5 }), line])('fingerprints are unique, and stay as findings move', (findings, down) => {
  const prints = (all: Finding[]) =>
    log(all).runs[0].results.map(({ partialFingerprints }: { partialFingerprints: object }) => JSON.stringify(partialFingerprints))
  const own = prints(findings as Finding[])
  expect(new Set(own).size).toBe(own.length)
  expect(prints(findings.map((one) => ({ ...one, line: one.line + down })) as Finding[])).toEqual(own)
})
