import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readDocument } from '../../pipeline/read/read-document.ts'
import { docx, drawing, paragraph, run } from '../support/docx.ts'
import { failureFrom } from '../support/failure-from.ts'
import { temporarySite } from '../support/temporary-site.ts'
import { zip } from '../support/zip.ts'

const fixtures = join(import.meta.dirname, '../fixtures/import')

async function read(name: string, body: string | Uint8Array) {
  return await readDocument(join(temporarySite({ [name]: body }), name), name)
}

const markdown = `The **icebreaker** left [Port Ada](https://harbour.example/list) at 6 in the morning.[^1]

## Twelve ships

They had waited for 7 days, and nobody on the bridge had slept for long.

- The ferry _Aurora_ came first.
- A tanker of 40,000 tonnes came last.

::figure{src="ice.jpg" alt="A ship in the ice" caption="The Aurora on Monday."}

| Ship | Days |
| - | - |
| Aurora | 7 |

> We have never seen such a winter, said the pilot.

More is expected by Friday.

[^1]: The harbour keeps a list.
`

test('a page becomes Markdown: its article without navigation, scripts and unsafe links', async () => {
  const page = await readDocument(join(fixtures, 'ice.html'), 'ice.html')
  expect(page.markdown).toBe(markdown)
  expect(page.meta).toEqual({
    title: 'Ice on the strait',
    description: 'Twelve ships waited for a week in the ice of the strait.',
    date: '2026-11-02T10:00:00+01:00',
    lang: 'en',
    authors: ['Ada Berg'],
    tags: [],
  })
  expect(page.notes).toEqual(['1 × `<a href="javascript:">` left out.'])
  expect(page.lines).toEqual([4, 5, 6, 7, 7, 8, 8, 9, 9, 9, 9, 10, 11, 12])
})

const word = {
  body: [
    paragraph('Ice on the strait', 'Title'),
    paragraph('Twelve ships waited.', 'Subtitle'),
    `<w:p>${run('The ')}${run('icebreaker', '<w:b/>')}${run(' left ')}<w:hyperlink r:id="rId3">${run('Port Ada')}</w:hyperlink>${run('.')}<w:r><w:footnoteReference w:id="1"/></w:r></w:p>`,
    paragraph('Twelve ships', 'Heading2'),
    paragraph('Never such a winter.', 'Quote'),
    `<w:tbl><w:tr><w:tc><w:p/></w:tc><w:tc>${paragraph('Days')}</w:tc></w:tr></w:tbl>`,
    drawing,
  ].join(''),
  footnotes: `<w:footnote w:id="1">${paragraph('The harbour keeps a list.')}</w:footnote>`,
  properties: '<dc:creator>Ada Berg; Q&amp;A</dc:creator><dcterms:created xsi:type="x">2026-11-02T09:00:00Z</dcterms:created>',
  picture: Buffer.from('picture'),
}

test('a Word document becomes Markdown by its styles, its pictures beside it', async () => {
  const document = await read('ice.docx', docx(word))
  expect(document.markdown).toBe(`The **icebreaker** left [Port Ada](https://harbour.example/list).[^1]

## Twelve ships

> Never such a winter.

| | Days |
| - | - |

![A ship in the ice](picture-1.png)

[^1]: The harbour keeps a list.
`)
  expect(document.meta).toMatchObject({
    title: 'Ice on the strait',
    description: 'Twelve ships waited.',
    date: '2026-11-02T09:00:00Z',
    authors: ['Ada Berg', 'Q&A'],
  })
  expect(document.pictures).toEqual([{ name: 'picture-1.png', bytes: new Uint8Array(Buffer.from('picture')) }])
})

test('plain text has a title, paragraphs over several lines, and lists; what looks like markup is text', async () => {
  const document = await read('a.txt', 'A title\r\n\r\n# 1986 *was*\r\na year.\r\n\r\n* One\r\n* Two\r\n\r\n<script>alert(1)</script>\r\n')
  expect(document.meta.title).toBe('A title')
  expect(document.markdown).toBe(
    '# 1986 \\*was\\* a year.\n\n- One\n- Two\n\n\\<script>alert(1)\\</script>\n'.replace('# 1986', '\\# 1986'),
  )
  expect(document.lines).toEqual([3, 6, 7, 9])
})

test('text without blank lines has a paragraph a line', async () => {
  expect((await read('a.txt', 'One.\nTwo.\nThree.')).markdown).toBe('Two.\n\nThree.\n')
})

test('Markdown stays as it is, whatever its front matter holds', async () => {
  const text = '---\nTitle: Hello\nauthor: Ada\nsummary: >\n  two\n  lines\nextra: {a: [1]}\n---\n\n* one\n'
  const document = await read('a.md', text)
  expect(document.markdown).toBe(text)
  expect(document.meta).toEqual({ title: 'Hello', description: 'two lines', date: null, lang: null, authors: ['Ada'], tags: [] })
})

test('a page in an older encoding is read as it says', async () => {
  const page = Buffer.from('<meta charset="windows-1252"><p>caf\u00e9</p>', 'latin1')
  expect((await read('a.html', page)).markdown).toBe('café\n')
})

const bomb = docx({ body: paragraph('x'), properties: ' '.repeat(300 * 1024 * 1024) })

test.each([
  ['a name without a format', 'a.pdf', 'x', 'import-format'],
  ['an empty file', 'a.md', '', 'import-empty'],
  ['nothing but blanks', 'a.txt', ' \n\n', 'import-empty'],
  ['a page built by scripts', 'a.html', '<div id="app"></div><script>render()</script>', 'import-empty'],
  ['bytes that are no UTF-8', 'a.txt', Buffer.from([0x63, 0xe9, 0x20]), 'import-encoding'],
  ['an unknown charset', 'a.html', '<meta charset="klingon"><p>x</p>', 'import-encoding'],
  ['a text larger than any article', 'a.txt', 'word '.repeat(2_000_000), 'import-too-large'],
  ['a page nested without end', 'a.html', `${'<div>'.repeat(50_000)}x`, 'import-too-large'],
  ['no archive', 'a.docx', 'x'.repeat(100), 'import-damaged'],
  ['an archive that is cut off', 'a.docx', docx(word).subarray(0, -30), 'import-damaged'],
  ['an archive of something else', 'a.docx', zip({ 'hello.txt': 'x' }), 'import-damaged'],
  ['a document of broken XML', 'a.docx', docx({ body: '<w:p><w:r>' }), 'import-damaged'],
  ['a small file with 300 MB inside', 'a.docx', bomb, 'import-too-large'],
])('%s is refused', async (_, name, body, code) => {
  expect((await failureFrom(async () => await read(name, body))).code).toBe(code)
})

test('a file that is not there, and a folder, are refused', async () => {
  const root = temporarySite({ 'folder.md/': '' })
  expect((await failureFrom(async () => await readDocument(join(root, 'no.md'), 'no.md'))).code).toBe('import-unreadable')
  expect((await failureFrom(async () => await readDocument(join(root, 'folder.md'), 'folder.md'))).code).toBe('import-unreadable')
})

test('pictures outside of a Word document are never read', async () => {
  const root = temporarySite({ 'secret.png': 'secret' })
  const body = paragraph('Text.') + drawing.replace('r:embed', 'r:link')
  const document = await read('a.docx', docx({ body, external: `file://${root}/secret.png` }))
  expect(document).toMatchObject({ markdown: 'Text.\n', pictures: [], notes: [expect.stringContaining('external')] })
})

test('unsafe addresses and what is nested too deep are left out, and told', async () => {
  const deep = `${'<div>'.repeat(300)}deep${'</div>'.repeat(300)}`
  const page = await read(
    'a.html',
    `<p>Seen <img src="data:image/png;base64,AAAA" alt="x"><a href=" JaVaScript:alert(1)">link</a> ok.</p>${deep}`,
  )
  expect(page.markdown).toBe('Seen link ok.\n')
  expect(page.notes).toEqual([
    '1 × `<img src="data:">` left out.',
    '1 × `<a href="JaVaScript:">` left out.',
    '1 × `<deeply nested>` left out.',
  ])
})
