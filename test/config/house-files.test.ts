import { describe, expect, test } from 'vitest'
import { expandBraces } from '../../pipeline/config/expand-braces.ts'
import { readGlossary } from '../../pipeline/config/read-glossary.ts'
import { readStyle } from '../../pipeline/config/read-style.ts'
import { digest } from '../../pipeline/model/digest.ts'
import type { Finding } from '../../pipeline/model/finding.ts'
import { termForms } from '../../pipeline/model/glossary.ts'
import type { Locale } from '../../pipeline/model/locale.ts'

const source = (path: string, text: string) => ({ path, text, digest: digest(text) })
const brief = ({ line, column, message }: Finding) => `${line}:${column} ${message}`

describe('the glossary', () => {
  const read = (text: string) => readGlossary(source('locales/glossary.yaml', text))

  test('has terms with their forms in each language', () => {
    const { glossary, findings } = read(
      'terms:\n  - note: At sea.\n    en: [knot, knots]\n    no: knop\n    forbidden: {en: [mph]}\n    exact: true\n',
    )
    expect(findings).toEqual([])
    const [term, ...more] = glossary.terms
    expect(more).toEqual([])
    expect(term).toMatchObject({ note: 'At sea.', exact: true, line: 2 })
    expect(term === undefined ? [] : ['en', 'en-GB', 'no', 'it'].map((tag) => termForms(term.forms, tag as Locale))).toEqual([
      ['knot', 'knots'],
      ['knot', 'knots'],
      ['knop'],
      [],
    ])
    expect(term?.forbidden.get('en' as Locale)).toEqual(['mph'])
  })

  test.each([
    ['an empty file', '', []],
    ['a comment', '# nothing\n', []],
    ['no list', 'terms: none\n', ['1:8 Expected a list `terms`.']],
    ['another field', 'words: []\n', ['1:1 `words` is no field here, expected `terms`.']],
    ['no YAML', 'terms: [a\n', ['2:1 It is no valid YAML']],
    ['an alias', 'terms:\n  - en: &a [x]\n    it: *a\n', ['3:9 Unexpected alias: write the value out.']],
    ['a term that is a text', 'terms:\n  - knot\n', ['2:5 Expected an object, found `knot`.']],
    ['a language that is none', 'terms:\n  - e_n: [x]\n    it: [y]\n', ['2:5 `e_n` is no field of a term and no language']],
    ['a form that is no text', 'terms:\n  - en: [{a: b}]\n', ['2:9 `en`: expected a text or a list of texts']],
    ['no language', 'terms:\n  - note: x\n', ['2:5 Expected at least one language']],
    ['a field twice', 'terms:\n  - en: [x]\n    en: [y]\n', ['3:5 It is no valid YAML: Map keys must be unique']],
  ])('%s', (_, text, expected) => {
    const found = read(text).findings.map(brief)
    expect(found).toHaveLength(expected.length)
    for (const [index, start] of expected.entries()) expect(found[index]).toContain(start)
    for (const mark of ['\uFEFF']) expect(read(mark + text).findings.map(brief)).toEqual(found)
  })

  test('one wrong term leaves the others as they are', () => {
    expect(read('terms:\n  - 5\n  - en: [knot]\n').glossary.terms).toHaveLength(1)
  })

  test('nesting without end is told, not a crash', () => {
    expect(read(`terms: ${'['.repeat(50_000)}`).findings.length).toBeGreaterThan(0)
  })
})

describe('the style of a locale', () => {
  const read = (text: string) =>
    readStyle(source('locales/en/style.yaml', text), (pattern) => (pattern.includes('(?=') ? 'it looks ahead' : null))
  const entry = (fields: string) => `rules:\n  - name: x\n    ${fields.replaceAll('\n', '\n    ')}\n`

  test('inflected forms go together, or share one replacement', () => {
    const { style, findings } = read(entry('kind: substitution\nswap:\n  utilis{e,es}: ["us{e,es}", employ]\n  prior to: before'))
    expect(findings).toEqual([])
    expect(style.entries).toEqual([
      {
        name: 'x',
        kind: 'substitution',
        severity: 'warning',
        message: null,
        link: null,
        certain: false,
        swaps: [
          { from: 'utilise', to: ['use', 'employ'] },
          { from: 'utilises', to: ['uses', 'employ'] },
          { from: 'prior to', to: ['before'] },
        ],
      },
    ])
  })

  test.each([
    [
      'a kind that is none',
      'kind: existance',
      '3:11 `kind`: expected one of substitution, existence, consistency, capitalisation, conditional, found `existance`. Did you mean `existence`?',
    ],
    ['no kind', 'message: hm', '2:5 `kind`: expected one of'],
    ['an unknown field', 'kind: existence\nwords: [a]\nseverty: error', '5:5 `severty` is no setting. Did you mean `severity`?'],
    [
      'a severity that is none',
      'kind: existence\nwords: [a]\nseverity: fatal',
      '5:15 `severity`: expected `error`, `warning`, or `info`, found `fatal`.',
    ],
    ['nothing to look for', 'kind: existence', '2:5 Expected `words` or `patterns`'],
    ['a pattern that is none', "kind: existence\npatterns: ['a(?=b)']", '4:16 `a(?=b)` is no pattern: it looks ahead.'],
    [
      'forms that do not pair',
      'kind: substitution\nswap:\n  a{b,c}: d{e,f,g}',
      '5:15 Expected one form or 2, as many as of `a{b,c}`, found 3.',
    ],
    ['ways that do not pair', 'kind: consistency\neither:\n  a{b,c}: d', '5:15 Expected 2 forms'],
    ['a link that is none', 'kind: existence\nwords: [a]\nlink: style book', '5:11 `link`: expected an address'],
    ['a name with spaces', 'kind: existence\nwords: [a]\nname: Plain words', '5:5 It is no valid YAML: Map keys must be unique.'],
  ])('%s', (_, fields, message) => {
    expect(read(entry(fields)).findings.map(brief)).toEqual([expect.stringContaining(message)])
  })

  test('a name stands for one rule', () => {
    const twice = `${entry('kind: existence\nwords: [a]')}  - name: x\n    kind: existence\n    words: [b]\n`
    expect(read(twice).findings.map(brief)).toEqual(['5:11 `x` is the name of another rule of this file.'])
  })

  test('one wrong rule leaves the others as they are', () => {
    const { style } = read(`${entry('kind: nonsense')}  - name: y\n    kind: existence\n    words: [b]\n`)
    expect(style.entries.map(({ name }) => name)).toEqual(['y'])
  })
})

test.each([
  ['plain', ['plain']],
  ['us{e,es,ed}', ['use', 'uses', 'used']],
  ['ship{,s} at {sea, port}', ['ship at sea', 'ship at port', 'ships at sea', 'ships at port']],
  ['open { alone', ['open { alone']],
  ['{a,b}'.repeat(10), null],
])('%s has the forms %j', (phrase, forms) => {
  expect(expandBraces(phrase)).toEqual(forms)
})
