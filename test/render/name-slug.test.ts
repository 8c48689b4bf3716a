import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { parseKey } from '../../pipeline/model/key.ts'
import { nameSlug } from '../../pipeline/render/name-slug.ts'

test.each([
  ['Middle East', 'middle-east'],
  ['José García', 'josé-garcía'],
  ['J. P. O’Neil', 'j-p-o-neil'],
  ['محمد عبد الله', 'محمد-عبد-الله'],
  ['नई दिल्ली', 'नई-दिल्ली'],
  ['海峡', '海峡'],
  ['page', 'page'],
])('%s stands in %s', (name, slug) => {
  expect(nameSlug(name)).toBe(slug)
})

test.each([
  ['case', 'Ada Lovelace', 'ADA LOVELACE'],
  ['hyphens', 'middle-east', 'Middle East'],
  ['dots and spaces', 'J.P.  Ott', 'J. P. Ott'],
  ['marks of direction', '\u200fمحمد\u200e', 'محمد'],
  ['composition', 'Ame\u0301lie', 'Am\u00e9lie'],
])('names that differ in %s alone are one', (_, one, other) => {
  expect(nameSlug(one)).toBe(nameSlug(other))
})

test('names that differ in anything else are two', () => {
  const names = ['C', 'C++', 'C#', '<b>', 'b', '../', '..', '.', '🎉', '🎊', '--', 'x'.repeat(61), 'x'.repeat(62), 'a/b', 'a b', 'ab']
  expect(new Set(names.map(nameSlug)).size).toBe(names.length)
  expect(nameSlug('C++')).toMatch(/^c-[0-9a-f]{8}$/)
})

test.prop([fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }))])('a slug is one small segment of a key', (name) => {
  const slug = nameSlug(name)
  expect(parseKey(slug)).toBe(slug)
  expect(slug).toMatch(/^[\p{L}\p{M}\p{N}-]+$/u)
  expect(slug.toLowerCase()).toBe(slug)
  expect(Buffer.byteLength(slug)).toBeLessThanOrEqual(255)
  if (!/-?[0-9a-f]{8}$/.test(slug)) expect(nameSlug(slug)).toBe(slug)
})
