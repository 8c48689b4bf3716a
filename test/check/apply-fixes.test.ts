import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { applyFixes } from '../../pipeline/check/apply-fixes.ts'
import type { Finding } from '../../pipeline/model/finding.ts'
import { articleOf, checkSample, editionOf } from './sample.ts'

const fixArticle = (body: string, options = {}) => {
  const article = articleOf(body, options)
  return applyFixes(article.source.text, checkSample(article))
}
const bodyOf = (text: string) => text.slice(text.lastIndexOf('---') + 5)

test.each([
  ['The end of of it.\n', 'The end of it.\n'],
  ['> the end of\n> of it\n', '> the end of it\n'],
  ['It`s here; it‘s there.\n', 'It’s here; it’s there.\n'],
  ['Very very late.\n', 'Very very late.\n'],
])('%j becomes %j', (body, mended) => {
  expect(bodyOf(fixArticle(body).text)).toBe(mended)
})

test('a catalog is mended within its quotes; all else stays byte by byte', () => {
  const article = articleOf('The end of the talks.\n')
  const po = '# Translator: Ada\nmsgid "The end of the talks."\nmsgstr ""\n"La \\"fine\\" dei "\n"dei colloqui."\n'
  const edition = editionOf(article, 'it', po)
  const text = edition.catalog?.source?.text ?? ''
  expect(applyFixes(text, checkSample(article, [edition])).text).toBe(text.replace('dei "\n"dei ', 'dei '))
})

const words = fc.array(fc.constantFrom('the', 'The', 'of', 'it', 's', '‘s', 'it‘s', '*of*', '\n', '. ', '“', '”', '“He said”', '  '), {
  minLength: 1,
  maxLength: 12,
})
const sayAgain = (text: string): Finding[] => {
  const body = bodyOf(text)
  return body.trim() === '' ? [] : [...checkSample(articleOf(body))]
}
test.prop([words])('mending until nothing is certain comes to an end, and then changes nothing', (parts) => {
  let text = articleOf(`x ${parts.join(' ')}\n`).source.text
  for (let round = 0; round < 10; round++) text = applyFixes(text, sayAgain(text)).text
  expect(applyFixes(text, sayAgain(text)).applied).toEqual([])
})

test('a finding whose words are gone is left out', () => {
  const article = articleOf('The end of of it.\n')
  expect(applyFixes('Nothing here.', checkSample(article))).toEqual({ text: 'Nothing here.', applied: [] })
})
