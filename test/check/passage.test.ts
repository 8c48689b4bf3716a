import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { linesOf } from '../../pipeline/check/lines.ts'
import { passageOf, rangeIn } from '../../pipeline/check/passage.ts'
import type { Locale } from '../../pipeline/model/locale.ts'
import { pointAt } from '../../pipeline/model/place.ts'

const en = 'en' as Locale
const read = (markdown: string) => passageOf(markdown, en, 'markdown')

describe('the words of inline Markdown', () => {
  test.each([
    ['plain text', 'plain text'],
    ['the *very* **same** ~~old~~ _story_', 'the very same old story'],
    ['***both*** and **a *b* c**', 'both and a b c'],
    ['snake_case_name and 5 * 3 * 2', 'snake_case_name and 5 * 3 * 2'],
    ['*unclosed and **open', '*unclosed and **open'],
    ['a [link](./other.md#part) here', 'a link here'],
    ['a [l*i*nk](<./a b.md> "its title") here', 'a link￼its title￼ here'],
    ['[no link] and [none](un closed', '[no link] and [none](un closed'],
    ['a ![picture](p.jpg) here', 'a ￼picture￼ here'],
    ['run `the the` twice', 'run ￼ twice'],
    ['a ``code ` span`` and a lone ` tick', 'a ￼ and a lone ` tick'],
    ['\\*no emphasis\\* and 1\\. no list', '*no emphasis* and 1. no list'],
    ['Tom &amp; Jerry&#8217;s &nbsp;&unknown; &', 'Tom & Jerry’s \u00A0&unknown; &'],
    ['see <https://example.org/a_b_c> and <ada@example.org>', 'see ￼ and ￼'],
    ['see https://example.org/a_b. Then www.example.org, too', 'see ￼. Then ￼, too'],
    ['said @ada_l and @bob@social.example; mail ada@example.org.', 'said ￼ and ￼; mail ￼.'],
    ['a mark[^1] here', 'a mark￼ here'],
    ['a <em>word</em><br>and <span lang="fr">le mot</span>', 'a word\nand le mot'],
    ['H<sub>2</sub>O and <kbd>the the</kbd>', 'H￼2￼O and ￼'],
    ['1 < 2 and <!-- a note --> end', '1 < 2 and  end'],
    ['verse\\\nverse', 'verse\nverse'],
    ['这是**重要**的消息', '这是重要的消息'],
  ])('%s', (markdown, words) => {
    expect(read(markdown).words).toBe(words)
  })

  test('front matter is plain text, but for handles and addresses', () => {
    expect(passageOf('The *real* `thing` by @ada at https://a.example', en, 'plain').words).toBe('The *real* `thing` by ￼ at ￼')
  })
})

describe('what a translation has to keep', () => {
  test.each([
    [
      '[a](./x.md) ![b](y.png "t") <https://z.example> `c  d` e[^n]',
      ['link ./x.md', 'picture y.png', 'link https://z.example', 'code c d', 'footnote n'],
    ],
    ['[a](x\\)y "t\\"u") [b](<c d>) [e](f(g)h)', ['link x)y', 'link c d', 'link f(g)h']],
    ['[a](x?b=1&amp;c=2)', ['link x?b=1&c=2']],
    ['`[a](b)` \\[a](b)', ['code [a](b)']],
  ])('%s', (markdown, marks) => {
    expect(read(markdown).marks.map(({ kind, value }) => `${kind} ${value}`)).toEqual(marks)
  })

  test('text in another language is known as such', () => {
    const markdown = 'a <span lang="de">die die</span> b'
    expect(read(markdown).foreign.map(({ start, end }) => markdown.slice(start, end))).toEqual(['die die'])
  })
})

const piece = fc.constantFrom(
  'the',
  'word',
  'l’',
  '日本',
  'مرحبا',
  '😀',
  ' ',
  ' ',
  ' ',
  '\n',
  '*',
  '**',
  '_',
  '~~',
  '`',
  '``',
  '[',
  '](x)',
  '](<a b> "t")',
  '![',
  '\\',
  '\\*',
  '&amp;',
  '&#8217;',
  '&',
  '<em>',
  '</em>',
  '<br>',
  '<span lang="fr">',
  '</span>',
  '<sub>',
  '</sub>',
  '<kbd>',
  '</kbd>',
  '<https://a.example>',
  'https://a.example/b.',
  '@ada',
  'x@y.example',
  '[^1]',
  '<!--',
  '-->',
  '<',
  '(',
  ')',
  '.',
)
const markdown = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''))

test.prop([markdown])('every word is found at its letters in the Markdown', (text) => {
  const passage = read(text)
  for (const { 0: word, index } of passage.words.matchAll(/\p{L}+/gu)) {
    const { start, end } = rangeIn(passage, index, index + word.length)
    const there = text.slice(start, end)
    expect(there.at(0)).toBe(word.at(0))
    expect(there.at(-1)).toBe(word.at(-1))
  }
})

test.prop([markdown])('runs follow each other without overlap', (text) => {
  const { runs, words } = read(text)
  let at = 0
  let done = 0
  for (const run of runs) {
    expect(run.at).toBe(at)
    expect(run.from).toBeGreaterThanOrEqual(done)
    expect(run.to).toBeGreaterThan(run.from)
    done = run.to
    at = run.whole ? (runs[runs.indexOf(run) + 1]?.at ?? words.length) : at + run.to - run.from
  }
  if (runs.length > 0) expect(at).toBe(words.length)
})

test.each(['[', '*a ', '`', '<a b="', '](', '&', '_a', '![[', '<!--', '@', '``` `', "<a '", 'a@'])(
  '%s a hundred thousand times is read in linear time',
  (part) => {
    expect(read(part.repeat(100_000)).markdown.length).toBe(part.length * 100_000)
  },
)

test.prop([fc.array(fc.constantFrom('a', 'é', '😀', '\n', '\r', '\r\n', '\uFEFF')).map((parts) => parts.join('')), fc.nat(40)])(
  'lines and columns are those of the model, and lead back to the offset',
  (text, offset) => {
    const at = Math.min(offset, text.length)
    const lines = linesOf(text)
    const point = lines.pointAt(at)
    expect(point).toEqual(pointAt(text, at))
    if (!(at === 0 && text.startsWith('\uFEFF'))) expect(lines.offsetAt(point.line, point.column)).toBe(at)
  },
)
