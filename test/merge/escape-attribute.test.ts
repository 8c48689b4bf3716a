import { fc, test as property } from '@fast-check/vitest'
import { parseFragment } from 'parse5'
import { expect, test } from 'vitest'
import { escapeAttribute } from '../../pipeline/merge/escape-attribute.ts'

test('what would end a value or begin a reference is escaped, and what careless readers take for an element', () => {
  expect(escapeAttribute('a "b" <c> & d’s')).toBe('a &#x22;b&#x22; &#x3C;c> &#x26; d’s')
})

property.prop([fc.string({ unit: fc.constantFrom(...'a "\'<>&;#x\n`=é') })])('a parser reads the value that was meant', (text) => {
  const [image] = parseFragment(`<img alt="${escapeAttribute(text)}">`).childNodes
  expect(image).toMatchObject({ attrs: [{ name: 'alt', value: text }] })
})
