import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { markdownBody } from '../support/markdown-body.ts'
import { filledWithItself } from '../support/own-words.ts'
import { plainPipeline } from '../support/plain-pipeline.ts'
import { articleOfBody } from '../support/read-text.ts'

const bodies: [name: string, body: string][] = [
  ['a paragraph', 'Talks *resumed* on **Friday**, [the ministry](https://ministry.example/a "A title") said.'],
  ['soft and hard breaks', 'One\n  two  \nthree\\\nfour `code\n  span` five'],
  ['a list', '- one\n  two\n- three\n\n  four\n\n    - five\n      six\n'],
  ['a quote', '> One\n> two\nlazy\n>\n> > deep\n> > er  \n> > hard'],
  ['a table', '| A \\| b | *c* |\n|:--|--:|\n| `x \\| y` | z |\n| | [l](m) |\n'],
  ['a table with cells too many', '| a |\n|--|\n| b | c [d](e) |\n'],
  ['footnotes', 'One[^a] and two[^b], again[^a].\n\n[^a]: First *note*.\n\n    More.\n[^b]: - list\n'],
  ['headings', '# Talks\n\n## Talks\n\n### Talks\n\nSetext *one\ntwo*\n===\n\n## ليلة\n'],
  ['a heading like the footnotes’ own', '## Footnote label\n\nText[^1]\n\n[^1]: Note\n'],
  ['references', 'A [link][one], [one][], [one] and ![pic *x*][two].\n\n[one]: <https://a.example/b c> "T \\"q\\""\n[two]: /p.png\n'],
  [
    'directives',
    ':::note[A *title*]\nText here.\n\n- list\n:::\n\n:::quote{cite="https://p.example/1" author="Ada & Co" handle="@ada" date="2026-11-03" lang="fa"}\nسلام\n:::\n\n::figure{src="./a.jpg" alt="An \\"alt\\" & *b*" caption="A *caption*" credit="Me"}\n',
  ],
  [
    'raw HTML',
    'An <abbr title="International">IAEA</abbr> x<sub>2</sub> <div>text</div> <script>no</script> <!-- c --> &amp; &copy;\n\n<div>gone</div>\n\n<ruby>漢<rt>kan</rt></ruby>\n',
  ],
  ['task lists', '- [ ] todo *now*\n- [x] done\n'],
  ['an unknown leaf with a label', '::video[A *label*]{src=x}\n'],
  [
    'a quote with its translation',
    ':::quote{lang="fa" author="Ada" translation="Hello & welcome"}\nسلام\n:::\n\n:::quote{translation="Hello"}\nسلام\n:::\n',
  ],
  ['a quote without a date', ':::quote{cite="https://p.example/1" author="Ada"}\nSaid\n:::\n\n:::quote{cite="/here"}\nSaid\n:::\n'],
  ['a footnote without a mark', 'Text[^1]\n\n[^1]: ## One\n\n[^2]: ## One\n\n## One\n'],
  ['a picture with a title alone', '![](a.png "A *title*")\n'],
  ['code', '```js\nlet a = "<b>"\n```\n\n    indented\n'],
  ['pictures without words', '![](a.png)\n\n![](b.png) ![](c.png)\n'],
  ['a start that looks like a block', '1986\\. A year\n\n\\# no heading\n\n\\- no list\n\nfoo\n    bar'],
  ['unsafe links', '[a](javascript:alert(1)) [b](data:text/html,x) ![c](javascript:x)'],
]

describe('filling a skeleton with its own source gives the HTML of the plain pipeline', () => {
  test.each(bodies)('%s', (_, body) => {
    expect(withoutEmpty(filledWithItself(articleOfBody(body)))).toBe(withoutEmpty(plainPipeline(body)))
  })

  property.prop([markdownBody], { numRuns: Number(process.env['RUNS'] ?? 300) })('any body', (body) => {
    expect(withoutEmpty(filledWithItself(articleOfBody(body)))).toBe(withoutEmpty(plainPipeline(body)))
  })

  property.prop([fc.string({ unit: fc.constantFrom(...'ab *_`[]()!<>&#-+.|\\\n\t~^:1é漢'), maxLength: 60 })], {
    numRuns: Number(process.env['RUNS'] ?? 500),
  })('arbitrary marks', (body) => {
    expect(withoutEmpty(filledWithItself(articleOfBody(body)))).toBe(withoutEmpty(plainPipeline(body)))
  })
})

/** Inline elements without content: a block of nothing else has no text, and is no unit. */
function withoutEmpty(html: string): string {
  const shorter = html.replace(/<(em|strong|del|abbr|a)(?: [^>]*)?>(\s*)<\/\1>/g, '$2')
  return shorter === html ? html : withoutEmpty(shorter)
}
