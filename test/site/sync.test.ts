import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { colophon } from '../support/cli.ts'
import { article, catalog, frontMatter, newsroom } from './newsroom.ts'

const kinds = `# First

A *soft*
break, a hard\\
one, 10:30 and dice:word, [a][ref] [ref] [ref][].

- item
  goes on

  more
  > quoted
  > there

| a \\| b | \`x \\| y\` |
|--|--|
| c | | no column |

:::note[The **label**]
Noted.
:::

:::quote{author="Ada" handle="@ada" lang=fa}
سلام
:::

::figure{src=p.png alt="Alt" caption="Cap" credit="AP"}

![](p.png) ![](p.png "Shown")

![Alone](p.png)

Text[^n]. Same.

Same.

Same.

[^n]: Foot
    note.

[^unused]: Nobody sees it.

\`\`\`
code
\`\`\`

[ref]: https://r.example/ "R"
`

/** Kind, and the message as it stands in the file. */
const units: readonly [kind: string, ...lines: string[]][] = [
  ['title, at most 110 characters', 'msgctxt "title"', 'msgid "Talks *go* on"'],
  ['description, at most 200 characters', 'msgctxt "description"', 'msgid "A folded standfirst"'],
  ['slug', 'msgctxt "slug"', 'msgid "a"'],
  ['place', 'msgctxt "place"', 'msgid "Brussels"'],
  ['image.alt', 'msgctxt "image.alt"', 'msgid "A \\"pic\\""'],
  ['image.caption', 'msgctxt "image.caption"', 'msgid "Cap"'],
  ['image.credit', 'msgctxt "image.credit"', 'msgid "Me"'],
  ['heading', 'msgid "First"'],
  [
    'paragraph',
    'msgid ""',
    '"A *soft* break, a hard\\\\\\n"',
    '"one, 10:30 and dice:word, [a](https://r.example/ \\"R\\") [ref](https://r.example/ \\"R\\") [ref](https://r.example/ \\"R\\")."',
  ],
  ['list item', 'msgid "item goes on"'],
  ['list item', 'msgid "more"'],
  ['paragraph', 'msgid "quoted there"'],
  ['table cell', 'msgid "a | b"'],
  ['table cell', 'msgid "`x | y`"'],
  ['table cell', 'msgid "c"'],
  ['note title', 'msgid "The **label**"'],
  ['paragraph', 'msgid "Noted."'],
  ['paragraph', 'msgid "سلام"'],
  ['author', 'msgid "Ada"'],
  ['alternative text', 'msgid "Alt"'],
  ['caption', 'msgid "Cap"'],
  ['credit', 'msgid "AP"'],
  ['paragraph', 'msgid "![](p.png) ![](p.png \\"Shown\\")"'],
  ['paragraph', 'msgid "![Alone](p.png)"'],
  ['paragraph', 'msgid "Text[^n]. Same."'],
  ['paragraph', 'msgid "Same."'],
  ['paragraph', 'msgid "Foot note."'],
]

test('a new catalog holds each text of the article once, with its kind, in reading order', async () => {
  const fields = {
    title: '"Talks *go* on"',
    description: '>\n  A folded\n  standfirst',
    place: 'Brussels',
    image: '{ src: p.png, alt: \'A "pic"\', caption: Cap, credit: Me }',
  }
  const root = newsroom(['en', 'it'], { 'articles/a.md': article(kinds, fields), 'articles/p.png': 'x' })
  const { status } = await colophon(['sync', '--root', root])
  const header = 'msgid ""\nmsgstr ""\n"Language: it\\n"\n"Language-Team: \\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
  const messages = units.map(([kind, ...lines]) => `\n#. ${kind}\n${lines.join('\n')}\nmsgstr ""\n`)
  expect([status, readFileSync(join(root, 'locales/it/articles/a.po'), 'utf8')]).toEqual([0, header + messages.join('')])
})

const poedit = `# Withub
msgid ""
msgstr ""
"Project-Id-Version: news\\n"
"PO-Revision-Date: 2026-01-01 10:00+0000\\n"
"Last-Translator: Ada\\n"
"Language-Team: Withub\\n"
"Language: it\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"X-Generator: Poedit 3.4\\n"

# Translator: Bea
#. title, at most 110 characters
#. keep it short
#: articles/a.md:2 articles/a.md:3
#, no-wrap
msgctxt "title"
msgid "Talks"
msgstr "Colloqui"

#. description, at most 200 characters
msgctxt "description"
msgid "A short line"
msgstr "Un sommario"

#. slug
msgctxt "slug"
msgid "a"
msgstr ""

#. paragraph
msgid ""
"One long paragraph that the editor "
"has wrapped."
msgstr ""
"Un lungo paragrafo che l’editor "
"ha piegato."

#~ msgid "Gone"
#~ msgstr "Andato"

# the end
`

test('a file that a translator’s editor wrapped is up to date, and keeps all of it when it changes', async () => {
  const po = 'locales/it/articles/a.po'
  const text = 'One long paragraph that the editor has wrapped.\n'
  const root = newsroom(['en', 'it'], { 'articles/a.md': article(text), [po]: poedit })
  const sync = async (...words: readonly string[]) => (await colophon(['sync', '--root', root, ...words])).status
  expect([await sync('--check'), await sync(), readFileSync(join(root, po), 'utf8')]).toEqual([0, 0, poedit])

  writeFileSync(join(root, 'articles/a.md'), article(`${text}\nAnother.\n`))
  expect([await sync('--check'), await sync(), await sync('--check')]).toEqual([1, 0, 0])
  const unwrapped = poedit
    .replace('msgid ""\n"One long paragraph that the editor "\n"has wrapped."', 'msgid "One long paragraph that the editor has wrapped."')
    .replace('msgstr ""\n"Un lungo paragrafo che l’editor "\n"ha piegato."', 'msgstr "Un lungo paragrafo che l’editor ha piegato."')
    .replace('\n#~ msgid "Gone"', '\n#. paragraph\nmsgid "Another."\nmsgstr ""\n\n#~ msgid "Gone"')
  expect(readFileSync(join(root, po), 'utf8')).toBe(unwrapped)
  expect([await sync('--prune'), readFileSync(join(root, po), 'utf8')]).toEqual([
    0,
    unwrapped.replace('#~ msgid "Gone"\n#~ msgstr "Andato"\n\n', ''),
  ])
})

test('a catalog in the canonical form of the guide needs no field more', async () => {
  const labelled = catalog(...frontMatter, { context: 'slug', id: 'a' }, { id: 'Text.', text: 'Testo.' })
    .replace('msgctxt "title"', '#. title, at most 110 characters\nmsgctxt "title"')
    .replace('msgctxt "description"', '#. description, at most 200 characters\nmsgctxt "description"')
    .replace('msgctxt "slug"', '#. slug\nmsgctxt "slug"')
    .replace('msgid "Text."', '#. paragraph\nmsgid "Text."')
  const root = newsroom(['en', 'it'], { 'articles/a.md': article('Text.\n'), 'locales/it/articles/a.po': labelled })
  expect((await colophon(['sync', '--check', '--root', root])).status).toBe(0)
})
