import { fc, test as property } from '@fast-check/vitest'
import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { describe, expect, test } from 'vitest'
import { offsetInFile, type Unit } from '../../pipeline/model/article.ts'
import { markdownBody } from '../support/markdown-body.ts'
import { articleOf, articleOfBody, frontMatter } from '../support/read-text.ts'

const body = (text: string): (readonly [string, string])[] =>
  articleOfBody(text)
    .units.filter(({ context }) => context === null)
    .map((unit) => [unit.kind, unit.text])

describe('what becomes a unit', () => {
  test.each<[name: string, text: string, units: [string, string][]]>([
    [
      'paragraphs with soft breaks',
      'One\n  two\nthree\n\nFour',
      [
        ['paragraph', 'One two three'],
        ['paragraph', 'Four'],
      ],
    ],
    ['hard breaks of both kinds', 'One  \ntwo\\\nthree', [['paragraph', 'One\\\ntwo\\\nthree']]],
    [
      'headings of both kinds',
      '## *One*\n\nTwo\n---',
      [
        ['heading', '*One*'],
        ['heading', 'Two'],
      ],
    ],
    [
      'list items and their paragraphs',
      '- One\n  two\n\n  Three\n- [ ] Four',
      [
        ['list item', 'One two'],
        ['list item', 'Three'],
        ['list item', 'Four'],
      ],
    ],
    ['quotes, lazy lines too', '> One\n> two\nthree', [['paragraph', 'One two three']]],
    [
      'table cells, their bars unescaped',
      '| A \\| b | `c \\| d` |\n|-|-|\n| e | |',
      [
        ['table cell', 'A | b'],
        ['table cell', '`c | d`'],
        ['table cell', 'e'],
      ],
    ],
    [
      'footnotes',
      'One[^a].\n\n[^a]: Two\n    three.',
      [
        ['paragraph', 'One[^a].'],
        ['paragraph', 'Two three.'],
      ],
    ],
    [
      'reference links, inlined',
      'A [b][c], [c] and ![d][c].\n\n[c]: <x y> "T"',
      [['paragraph', 'A [b](<x y> "T"), [c](<x y> "T") and ![d](<x y> "T").']],
    ],
    [
      'notes',
      ':::note[A *title*]\nText.\n:::',
      [
        ['note title', 'A *title*'],
        ['paragraph', 'Text.'],
      ],
    ],
    [
      'quoted posts',
      ':::quote{author="Ada" handle="@ada" cite="https://a.example"}\nPost.\n:::',
      [
        ['paragraph', 'Post.'],
        ['author', 'Ada'],
      ],
    ],
    [
      'figures',
      '::figure{src="a.jpg" alt="An alt" caption="A *caption*" credit="Ada"}',
      [
        ['alternative text', 'An alt'],
        ['caption', 'A *caption*'],
        ['credit', 'Ada'],
      ],
    ],
    [
      'spaces that do not break',
      '::figure{src="a.jpg" alt="Le\u00A0port\u202F: un  phare"}',
      [['alternative text', 'Le\u00A0port\u202F: un phare']],
    ],
    ['allowed raw HTML', 'The <abbr title="x">IAEA</abbr>', [['paragraph', 'The <abbr title="x">IAEA</abbr>']]],
    ['no code, no rules, no pictures without words', '```\ncode\n```\n\n---\n\n![](a.png)\n\n    indented', []],
    ['times and colons, which are no directives', 'At 10:30 the ministro:dice.', [['paragraph', 'At 10:30 the ministro:dice.']]],
  ])('%s', (_, text, units) => {
    expect(body(text)).toEqual(units)
  })

  test('front matter comes first, as plain text with its kind as context', () => {
    const text =
      '---\ntitle: "A *title*: one"\ndescription: D\ndate: 2026-07-21\nauthors: [Ada]\nplace: Brussels\nslug: a-slug\nimage: { src: a.jpg, alt: Alt, caption: Cap, credit: Cred }\n---\nText'
    const units = articleOf(text).units.map(({ context, text: words }) => [context, words])
    expect(units).toEqual([
      ['title', 'A *title*: one'],
      ['description', 'D'],
      ['slug', 'a-slug'],
      ['place', 'Brussels'],
      ['image.alt', 'Alt'],
      ['image.caption', 'Cap'],
      ['image.credit', 'Cred'],
      [null, 'Text'],
    ])
  })

  test('a repeated text counts how often it came before', () => {
    expect(
      articleOfBody('Yes.\n\nNo.\n\nYes.')
        .units.slice(-3)
        .map(({ repeat }) => repeat),
    ).toEqual([0, 0, 1])
  })

  test('what is quoted in another language says so', () => {
    const units = articleOfBody(':::quote{lang="fa" author="Ada"}\nسلام\n:::').units.slice(-2)
    expect(units.map(({ locale }) => locale)).toEqual(['fa', null])
  })
})

/** The words of a unit that stand in the file as they are. */
function wordsOf(unit: Unit): { word: string; offset: number }[] {
  return [...unit.text.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({ word: match[0], offset: match.index }))
}

function expectPlaces(file: string): void {
  for (const unit of articleOf(file).units) {
    // A slug made from the id stands nowhere in the file.
    if (unit.kind === 'slug') continue
    for (const { word, offset } of wordsOf(unit)) {
      const at = offsetInFile(unit, offset)
      // An inlined definition stands elsewhere; all other words are where the unit says.
      if (unit.text.slice(offset).startsWith(word) && !/\]\([^)]*$/.test(unit.text.slice(0, offset)))
        expect(file.slice(at, at + word.length)).toBe(word)
    }
  }
}

describe('every word of a unit is where the unit says', () => {
  test.each([
    ['a byte order mark', `\uFEFF${frontMatter}Text *here*.`],
    ['CRLF', `${frontMatter}One\n  two\nthree\n\n> four\n> five`.replaceAll('\n', '\r\n')],
    ['wide characters', `${frontMatter}😀😀 外交 *谈判* text\n😀 more`],
    ['tabs', `${frontMatter}-\tOne\n\ttwo\n\n>\tthree\n>\tfour`],
    ['quoted and folded front matter', '---\ntitle: "A title"\ndescription: \'D e\'\ndate: 2026-07-21\nauthors: [Ada]\n---\n'],
    ['table cells with bars', `${frontMatter}| A \\| b \\| c | d |\n|-|-|\n| e | f |`],
    ['directives', `${frontMatter}::figure{src="a.jpg" caption="One two" credit='Ada' alt=Alt}`],
  ])('%s', (_, file) => {
    expectPlaces(file)
  })

  property.prop([markdownBody, fc.constantFrom('', '\uFEFF'), fc.constantFrom('\n', '\r\n')], {
    numRuns: Number(process.env['RUNS'] ?? 150),
  })('in any body', (text, mark, end) => {
    expectPlaces(mark + (frontMatter + text).replaceAll('\n', end))
  })
})

/** The text of an HTML fragment that a reader sees, code aside. */
function visibleText(html: string): string {
  const walk = (node: DefaultTreeAdapterTypes.ChildNode): string => {
    if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value
    if (node.nodeName === 'code' || !('childNodes' in node)) return ''
    return node.childNodes.map(walk).join('')
  }
  return parse(html).childNodes.map(walk).join('')
}

property.prop([markdownBody], { numRuns: Number(process.env['RUNS'] ?? 200) })(
  'no text that a reader sees is left out of the units',
  (text) => {
    expect(visibleText(articleOfBody(text).skeleton.parts.join('')).trim()).toBe('')
  },
)
