import { expect, test } from 'vitest'
import { readXml, type XmlElement } from '../../../pipeline/catalog/exchange/read-xml.ts'

interface Told extends ReadonlyArray<string | Readonly<Record<string, string>> | Told> {}

function told({ name, attributes, children }: XmlElement): Told {
  return [name, Object.fromEntries(attributes), ...children.map((child) => (typeof child === 'string' ? child : told(child)))]
}

function rootOf(file: string): XmlElement {
  const read = readXml(file)
  if (read.kind !== 'read') throw new Error(JSON.stringify(read))
  return read.root
}

test.each<[what: string, file: string, root: Told]>([
  ['text and elements in their order', '<a>one <b>two</b> three<c/></a>', ['a', {}, 'one ', ['b', {}, 'two'], ' three', ['c', {}]]],
  ['blanks of the text', '<a>  one\r\ntwo\r </a>', ['a', {}, '  one\ntwo\n ']],
  ['numbers as they are written', '<a b="007">1.0</a>', ['a', { b: '007' }, '1.0']],
  [
    'references',
    '<a b="&quot;&apos;&#60;">&amp;&lt;&gt;&#x1F600;&#9;&#13;&#32;&#x10FFFF;</a>',
    ['a', { b: '"\'<' }, '&<>\u{1F600}\t\r \u{10FFFF}'],
  ],
  ['sections of characters', '<a>one <![CDATA[<b> & ]]>two<![CDATA[]]></a>', ['a', {}, 'one ', '<b> & ', 'two', '']],
  ['lines of an attribute as blanks', '<a b="one\n\ttwo"/>', ['a', { b: 'one  two' }]],
  ['nothing of comments, instructions and declarations', '<?xml version="1.0"?><!-- a --><?b c?><a>one<!-- d --></a>', ['a', {}, 'one']],
  ['a document type that names a file', '<!-- a -->\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<a>one</a>', ['a', {}, 'one']],
  ['a byte order mark', '\ufeff<a/>', ['a', {}]],
  ['blanks and comments around the root', '\n<!-- a -->\n<a/>\n<!-- b --> \n', ['a', {}]],
])('%s', (_, file, root) => {
  expect(told(rootOf(file))).toEqual(root)
})

test('names have their namespaces, of the element or of one around it', () => {
  const root = rootOf('<a xmlns="one" xmlns:p="two"><p:b><c xmlns="three"/><d p:e="f"/></p:b><q:g/></a>')
  const named = ({ name, namespace, children }: XmlElement): string[] => [
    `${namespace} ${name}`,
    ...children.flatMap((child) => (typeof child === 'string' ? [] : named(child))),
  ]
  expect(named(root)).toEqual(['one a', 'two b', 'three c', 'one d', ' g'])
})

test('an element knows where it begins, whatever stood before it', () => {
  const file = '\ufeff<?xml version="1.0"?>\r\n<!DOCTYPE a SYSTEM\n"a.dtd">\r\n<a>é <b/></a>'
  const read = readXml(file)
  if (read.kind !== 'read') throw new Error(read.why)
  const [, b] = read.root.children as [string, XmlElement]
  expect([read.text.slice(read.root.offset, read.root.offset + 3), read.text.slice(b.offset)]).toEqual(['<a>', '<b/></a>'])
  expect(read.text.slice(0, read.root.offset).split('\n')).toHaveLength(4)
})

test.each([
  ['<!DOCTYPE a [<!ENTITY b "c">]>\n<a>&b;</a>', 1, 1, 'Unexpected declarations in a document type, expected none'],
  ['\u0001<a/>', 1, 1, "Unexpected control character, which XML can't hold"],
  ['<a>\n\u0000</a>', 2, 1, "Unexpected control character, which XML can't hold"],
  ['<a>\n &nbsp; &nbsp;</a>', 2, 2, "Unexpected reference `&nbsp;`, expected one of XML's own"],
  ['<a b="&#xDFFF;"/>', 1, 7, "Unexpected reference `&#xDFFF;`, expected one of XML's own"],
  ['<a b="&#xD800;"/>', 1, 7, "Unexpected reference `&#xD800;`, expected one of XML's own"],
  ['<a>&#x1F;</a>', 1, 4, "Unexpected reference `&#x1F;`, expected one of XML's own"],
  ['<a>&#x110000;</a>', 1, 4, "Unexpected reference `&#x110000;`, expected one of XML's own"],
  ['<a>&#xFFFE;</a>', 1, 4, "Unexpected reference `&#xFFFE;`, expected one of XML's own"],
  ['<a b="&lt c"/>', 1, 7, "Unexpected reference `&lt`, expected one of XML's own"],
  ['<!DOCTYPE a SYSTEM "a.dtd"><a>&b;</a>', 1, 31, "Unexpected reference `&b;`, expected one of XML's own"],
  ['<a/>\n<!-- c -->\n <b/>', 3, 2, 'Unexpected content behind the root element'],
  ['<a/>\ntext', 1, 5, 'Unexpected content behind the root element'],
  ['<a>\n  <b>\n</a>', 3, 1, "Expected closing tag 'b' (opened in line 2, col 3) instead of closing tag 'a'."],
])('%j is refused, with its place', (file, line, column, why) => {
  expect(readXml(file)).toEqual({ kind: 'broken', line, column, why })
})

test('what is no document at all is refused in a few words', () => {
  for (const file of ['', 'text', '<a>', '<a></b>', `<a ${'b'.repeat(1000)}></a>`, '<a>'.repeat(200) + '</a>'.repeat(200)]) {
    const read = readXml(file)
    if (read.kind === 'read') throw new Error('It was read.')
    expect(read.why).toMatch(/^\S.{4,119}$/s)
  }
})
