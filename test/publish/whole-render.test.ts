import { fc, test } from '@fast-check/vitest'
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5'
import { expect } from 'vitest'
import { pageRules } from '../../pipeline/check/pages/page-rules.ts'
import { checkPages } from '../../pipeline/commands/check-pages.ts'
import { visible } from '../support/publisher.ts'
import { silentContext, smallSite } from '../support/small-site.ts'

const wicked = fc.constantFrom(
  '<script>alert(1)</script>',
  '</script><script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)>',
  '<a href="javascript:alert(1)">here</a>',
  '[here](javascript:alert(1))',
  '[here](data:text/html,<script>alert(1)</script>)',
  '![a](javascript:alert(1))',
  '<style>body { display: none }</style>',
  '<iframe src="https://evil.example"></iframe>',
  '"><b onclick=alert(1)>',
  '<b',
  '<!--',
  ']]>',
  '&lt;b&gt; &amp; &#60;script&#62;',
  '{{title}} $t(home)',
  '../../etc/passwd',
  '\u202Eevil\u2066',
  '🎉',
  '<p title="',
  '# A heading\n\n> and a quotation',
  '| a | b |\n|---|---|\n| `<b>` | <i>c |',
  ':::note[<script>]\nA note.\n:::',
  ':::quote{cite="javascript:alert(1)" author="<b>" lang="ar"}\nA post.\n:::',
  'A mark.[^1]\n\n[^1]: <form action=x>A footnote.',
)
const words = fc.array(fc.oneof(fc.string({ unit: 'grapheme', maxLength: 20 }), wicked, fc.lorem({ maxCount: 3 })), {
  minLength: 1,
  maxLength: 4,
})
const line = words.map((all) => all.join(' ').replace(/\s+/g, ' ').trim().slice(0, 300) || 'x')
const text = words.map((all) => all.join('\n\n'))

const quoted = (value: string) => JSON.stringify(value).replaceAll('\u007f', '\\u007f')
const po = (id: string, words: string, context?: string) =>
  `${context ? `msgctxt "${context}"\n` : ''}msgid ${quoted(id)}\nmsgstr ${quoted(words)}\n`

/** What people write is no mistake of the page that shows it. */
const ofPages = pageRules.map(({ name }) => name)

/** All that pages are made of, whatever people write. */
const elements = new Set(
  'html head meta title link body a header p nav ul ol li main article h1 h2 h3 h4 h5 h6 div span footer aside time section figure img figcaption blockquote bdi bdo br cite code del dfn em i b ins kbd mark q ruby rb rp rt s small strong sub sup wbr abbr hr pre table thead tbody tr th td input picture source script'.split(
    ' ',
  ),
)
const attributes = new Set(
  'lang dir data-digits charset name content rel href hreflang type property class id title datetime aria-current aria-label aria-labelledby aria-describedby data-footnotes data-footnote-ref data-footnote-backref data-align tabindex cite src srcset sizes alt width height loading decoding fetchpriority data-pagefind-ignore style http-equiv start checked disabled media color as crossorigin'.split(
    ' ',
  ),
)

function strangersIn(page: string): string[] {
  const found: string[] = []
  const visit = (node: Tree.Node): void => {
    if ('tagName' in node) found.push(...strange(node))
    if ('childNodes' in node) node.childNodes.forEach(visit)
  }
  visit(parse(page))
  return found
}

function strange({ tagName, attrs }: Tree.Element): string[] {
  const isData = attrs.some(({ name, value }) => name === 'type' && value === 'application/ld+json')
  const wrong = elements.has(tagName) && (tagName !== 'script' || isData) ? [] : [`<${tagName}>`]
  for (const { name, value } of attrs) {
    if (!attributes.has(name)) wrong.push(`<${tagName} ${name}>`)
    if (['href', 'src', 'cite'].includes(name) && !/^(?:https?:|mailto:|tel:|\/|#|[^:]*$)/i.test(value)) wrong.push(`${name}="${value}"`)
  }
  return wrong
}

test('a page with a stranger is told from one without', () => {
  expect(strangersIn('<p>A <b>b</b></p>')).toEqual([])
  expect(strangersIn('<p onclick="x">A <script>b</script><a href="javascript:x">c</a></p>')).toEqual([
    '<p onclick>',
    '<script>',
    'href="javascript:x"',
  ])
})

test.prop([fc.record({ title: line, description: line, name: line, tag: line, body: text, note: line, translated: line })], {
  numRuns: 25,
})(
  'whatever people write, no page has an element or attribute but those that pages are made of',
  async ({ title, description, name, tag, body, note, translated }) => {
    const front = `title: ${quoted(title)}\ndescription: ${quoted(description)}\ndate: 2026-01-02\nauthors: [${quoted(name)}]\ntags: [${quoted(tag)}]\ncorrections: [{ date: 2026-01-03, text: ${quoted(note)} }]\n`
    const header = `msgid ""\nmsgstr ""\n"Language: it\\n"\n"Language-Team: ${translated.replace(/[\\"\p{Cc}]/gu, '')}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n`
    const site = smallSite({
      'articles/one.md': `---\n${front}---\n\n${body}\n`,
      'articles/two.md': `---\n${front}slug: other\n---\n\nPlain text.\n`,
      'locales/it/articles/two.po': [
        header,
        po(title, translated, 'title'),
        po(description, translated, 'description'),
        po('other', '', 'slug'),
        po(note, translated, 'correction'),
        po('Plain text.', translated),
      ].join('\n'),
      'locales/it/interface.json': JSON.stringify({ [`tag.${tag}`]: translated }),
    })
    const { mistakes } = await site.publish()
    expect(mistakes.filter((mistake) => ofPages.some((rule) => mistake.includes(`(${rule})`)))).toEqual([])
    const { findings } = await checkPages(silentContext(site.root, new Date()))
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
    const pages = Object.entries(await visible(site.store)).filter(([key]) => key.endsWith('.html'))
    expect(pages.length).toBeGreaterThan(1)
    for (const [key, page] of pages) expect(strangersIn(page), key).toEqual([])
  },
  120_000,
)
