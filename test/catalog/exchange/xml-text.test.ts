import { expect, test } from 'vitest'
import { noteLines } from '../../../pipeline/catalog/exchange/note-lines.ts'
import { isXmlText, picturedText, xmlAttribute, xmlText } from '../../../pipeline/catalog/exchange/xml-text.ts'

test('a text between tags', () => {
  expect(xmlText('a & <b> "c"\n\td\re')).toBe('a &amp; &lt;b&gt; "c"\n\td&#13;e')
})

test('a text in an attribute', () => {
  expect(xmlAttribute('a & <b> "c"\n\td\re')).toBe('a &amp; &lt;b&gt; &quot;c&quot;&#10;&#9;d&#13;e')
})

test('what XML can’t hold is pictured, each of it', () => {
  const text = 'a\u0001b\u001f \u0000\ufffe'
  expect(picturedText(text)).toBe('a␁b␟ ␀\ufffd')
  expect(xmlText(text)).toBe('a␁b␟ ␀\ufffd')
  expect(xmlText(text, (character) => `{${character.charCodeAt(0)}}`)).toBe('a{1}b{31} {0}{65534}')
})

test.each([
  ['a\n\t\r', true],
  ['', true],
  ['\u0001', false],
  ['a\uffff', false],
  ['\ud800', false],
])('whether XML can hold %j: %s', (text, isFit) => {
  expect(isXmlText(text)).toBe(isFit)
})

test('comments are notes without the blanks around them; empty ones are none', () => {
  expect(noteLines([' Ada: short ', '', '  ', ' \u0001'])).toEqual(['Ada: short', '␁'])
})
