import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fc, test as property } from '@fast-check/vitest'
import type { Root } from 'mdast'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { describe, expect, test } from 'vitest'
import { readBody } from '../../pipeline/article/body-reader.ts'
import { nativeTree } from '../../pipeline/article/fast-markdown.ts'
import { articleSyntax } from '../../pipeline/article/markdown.ts'
import { skeleton } from '../../pipeline/article/skeleton.ts'
import { UnitList } from '../../pipeline/article/unit-list.ts'

const remark = unified().use(remarkParse).use(articleSyntax).freeze()

/** All that the pipeline takes from a body's tree. */
function read(tree: Root, text: string): unknown {
  const list = new UnitList()
  const body = readBody(tree, { file: 'a.md', text, base: 0, units: list })
  const { targets, findings, silences } = body
  return { units: list.units, targets, findings, silences, skeleton: skeleton(tree, body.holes) }
}

const word = fc.constantFrom(
  ...[
    'talks',
    'Friday',
    '**bold**',
    '*it*',
    '`c`',
    '[l](../b.md#c)',
    '[x](https://a.example/?q=1&r "t")',
    '<https://a.example/b>',
    '[^n]',
    'AT&T',
  ],
  ...[
    '&amp;',
    '10:30',
    '“q”',
    '外交',
    'محادثات',
    "l'Iran",
    'a_b',
    'x  \n',
    '\\\n',
    '\n',
    '5 * 3',
    '~~s~~',
    '1986.',
    '\\*',
    '!',
    '[sic]',
    '(a)',
    '—',
  ],
  ...[
    '(https://p.example)',
    '(www.x.example)',
    '[a](www.z.example)',
    'c@d.example',
    '😀',
    '٣',
    '-',
    '+',
    '#',
    '|',
    '>',
    '```',
    ':::',
    '<b>',
    '  ',
  ],
)
const line = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '))
const flat = (text: string): string => text.replaceAll('\n', ' ')
const block = fc.oneof(
  line,
  line.map((text) => `## ${flat(text)}`),
  line.map((text) => `- ${flat(text)}\n  more\n- two`),
  line.map((text) => `1. ${flat(text)}\n2. two`),
  line.map((text) => `> ${text.replaceAll('\n', '\n> ')}`),
  line.map((text) => `| ${flat(text).replaceAll('|', '')} | b |\n|:-|-|\n| c | d |`),
  line.map((text) => `[^n]: ${flat(text)}`),
  fc.constantFrom('---', '```\ncode\n```', '[^n]: A note.', 'Setext\n===', '***'),
)
const body = fc
  .tuple(fc.array(block, { minLength: 1, maxLength: 6 }), fc.constantFrom('\n\n', '\n', '\r\n\r\n'))
  .map(([blocks, between]) => blocks.join(between))

const corpora = process.env['CORPORA'] ?? join(import.meta.dirname, '../../../shared/corpora')

describe('what the native parser may read, it reads as remark does', () => {
  property.prop([body], { numRuns: Number(process.env['RUNS'] ?? 2000) })('any body', (text) => {
    const tree = nativeTree(text)
    fc.pre(tree !== null)
    expect(read(tree, text)).toEqual(read(remark.parse(text), text))
  })

  test('an ordinary wire story is one of them', () => {
    const story =
      'Talks *resumed* on [Friday](https://news.example/a), at 10:30.\n\n## Names\n\n- One\n- Two\n\n> Said she.[^1]\n\n[^1]: In *May*.\n'
    expect(nativeTree(story)).not.toBeNull()
  })

  test.each([
    '- [ ] task',
    ':::note\ntext\n:::',
    'An <abbr>IAEA</abbr>',
    'https://bare.example',
    '[a]: /b',
    'me@here.example',
    '    code',
    'a\n[^n]: +\nb',
    '[^n]: ::a\nb',
    '> \t[^n]: a',
    '[[^n]](u)',
    '![^n][^n]\n\n[^n]: a',
    '[^n]: [![i](p.png)[^n]](u)',
    '[a\\\n](u)',
    '\\<https://a.example>_a_',
    '😀_a_',
    '_a_😀',
  ])('remark alone reads %j', (text) => {
    expect(nativeTree(text)).toBeNull()
  })

  test.skipIf(!existsSync(corpora))('real documents, their HTML and definitions taken out', () => {
    let seen = 0
    for (const path of readdirSync(corpora, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'))) {
      const text = readFileSync(join(corpora, path), 'utf8')
        .replace(/<!--[\s\S]*?-->|<[^>]*>/g, '')
        .replace(/^\[[^\]]*\]:.*$/gm, '')
      const tree = nativeTree(text)
      if (tree === null) continue
      seen++
      expect(read(tree, text), path).toEqual(read(remark.parse(text), text))
    }
    expect(seen).toBeGreaterThan(100)
  })
})
