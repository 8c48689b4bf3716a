import { describe, expect, test } from 'vitest'
import { declaration, declarations, type Language } from '../bench/quality/declaration.ts'
import { documentOf, translationOf } from '../bench/quality/document.ts'
import { press } from '../bench/quality/press.ts'
import { brief, checkSample } from './sample.ts'

const languages = Object.keys(declarations) as Language[]

// Real paragraphs, proofread by many: an error in them would be a rule's.
describe.each(languages)('the Declaration of Human Rights in %s', (language) => {
  const blocks = declaration(language)

  test('has some ninety blocks', () => {
    expect(blocks.length).toBeGreaterThan(85)
  })

  test('has no error', () => {
    const findings = checkSample(documentOf(blocks, language), [], { level: 'errors' })
    expect(findings.map(brief)).toEqual([])
  })

  test.runIf(language !== 'en')('is translated without an error', () => {
    const english = declaration('en')
    const article = documentOf(english, 'en')
    const edition = translationOf(article, english, blocks, language)
    expect(edition.words.filter(({ origin }) => origin === 'translated').length).toBeGreaterThan(60)
    expect(checkSample(article, [edition], { level: 'errors' }).map(brief)).toEqual([])
  })
})

test('a planted error is seen in both', () => {
  const planted = [{ section: 'x', kind: 'paragraph', text: 'Ministers left the the room in 1961, * a [room] with <doors>.' }] as const
  const article = documentOf(planted, 'en')
  const edition = translationOf(article, planted, [{ ...planted[0], text: 'I ministri si recano a a Ginevra nel 1971.' }], 'it')
  const rules = checkSample(article, [edition], { level: 'errors' }).map(({ rule }) => rule)
  expect(rules).toEqual(expect.arrayContaining(['doubled-word', 'changed-number']))
  expect(rules.filter((rule) => rule === 'doubled-word')).toHaveLength(2)
})

// The corpus has lost its paragraphs, many closing brackets and the ends of quotations that go on, so nothing balances.
const lost = new Set(['unbalanced-quote', 'unbalanced-bracket'])

test('the press has no error but its own misprints', () => {
  const findings = press().flatMap((sentences, index) => {
    const article = documentOf(
      sentences.map((text) => ({ kind: 'paragraph', text })),
      'en',
    )
    const found = checkSample(article, [], { level: 'errors' }).filter(({ rule }) => !lost.has(rule))
    return found.map((finding) => `${index} ${brief(finding)}`)
  })
  expect(findings).toEqual([
    '8 articles/document.md:103:61 error misspelling "accomodations" → "accommodations"',
    '18 articles/document.md:43:43 error wrong-article "a" → "an"',
    '32 articles/document.md:179:111 error misspelling "preceeded" → "preceded"',
    '41 articles/document.md:67:14 error wrong-article "a" → "an"',
    '56 articles/document.md:209:45 error misspelling "unforseen" → "unforeseen"',
  ])
})
