import { expect, test } from 'vitest'
import { article, built, catalog, findingsOf, frontMatter, newsroom, told } from './newsroom.ts'

/** These texts are no language. */
const unspelt = { check: { rules: { spelling: 'off' } } }

const footnotes = 'One[^a] two[^b] three[^a].\n\n[^a]: Note A.\n\n[^b]: Note B.\n'
const mark = (id: string, number: number, nth = '') =>
  `<sup><a href="#user-content-fn-${id}" id="user-content-fnref-${id}${nth}" data-footnote-ref="" aria-describedby="footnote-label">${number}</a></sup>`

test('footnotes keep their numbers where a translation puts them in another order, and lead back to the marks that are there', async () => {
  const po = (text: string) =>
    catalog(
      ...frontMatter,
      { id: 'One[^a] two[^b] three[^a].', text },
      { id: 'Note A.', text: 'Nota A.' },
      { id: 'Note B.', text: 'Nota B.' },
    )
  const root = newsroom(
    ['en', 'it', 'es'],
    {
      'articles/a.md': article(footnotes),
      'locales/it/articles/a.po': po('Due[^b] uno[^A].'),
      'locales/es/articles/a.po': po('Uno[^a] a[^a] b[^a] sin[^x].'),
    },
    unspelt,
  )
  const { body } = await built(root, '--no-check')
  const backs = (tag: string) =>
    [...(body(`${tag}/a/index.html`) ?? '').matchAll(/href="#(user-content-fnref-[^"]*)"/g)].map(([, id]) => id)
  expect(body('it/a/index.html')).toContain(`<p>Due${mark('b', 2)} uno${mark('a', 1)}.</p>`)
  expect(body('es/a/index.html')).toContain(`<p>Uno${mark('a', 1)} a${mark('a', 1, '-2')} b${mark('a', 1, '-3')} sin[^x].</p>`)
  expect([backs('en'), backs('it'), backs('es')]).toEqual([
    ['user-content-fnref-a', 'user-content-fnref-a-2', 'user-content-fnref-b'],
    ['user-content-fnref-a', 'user-content-fnref-b'],
    ['user-content-fnref-a', 'user-content-fnref-a-2'],
  ])
  expect(told(await findingsOf(root), 'locales/es/articles/a.po')).toEqual([
    '16:32 lost-footnote: Unexpected footnote mark `[^x]`, expected `[^b]`',
  ])
})

test('a translation is one text whatever it looks like, and brings nothing but inline elements', async () => {
  const ids = ['First.', 'Second.', 'Third.', 'Fourth [link](https://x.example/a).']
  const texts = [
    '1986. Un anno\n\n- lista\n\n# Titolo',
    '<div onclick="x">a</div> <script>b</script> <b class="x">c <abbr title="T" onclick="x">d</abbr>',
    '$t(home) {{count}} &lt;x&gt; <span lang="fa" dir="rtl" style="x">e</span>',
    'Quarto [link](Https://x.example/a) <javascript:x>.',
  ]
  const root = newsroom(
    ['en', 'it'],
    {
      'articles/a.md': article(ids.join('\n\n')),
      'locales/it/articles/a.po': catalog(...frontMatter, ...ids.map((id, at) => ({ id, text: texts[at] ?? '' }))),
    },
    unspelt,
  )
  const { body } = await built(root, '--no-check')
  expect(body('it/a/index.html')).toBe(
    [
      '<p>1986. Un anno - lista # Titolo</p>',
      '<p>a b <b>c <abbr title="T">d</abbr></b></p>',
      '<p>$t(home) {{count}} &#x3C;x> <span lang="fa" dir="rtl">e</span></p>',
      '<p>Quarto <a href="Https://x.example/a">link</a> javascript:x.</p>',
    ].join(''),
  )
  const dropped = "isn't allowed in translations; its tag is dropped, its text stays"
  expect(told(await findingsOf(root), 'locales/it/articles/a.po')).toEqual([
    '16:9 changed-number: Unexpected number `1986`, the source has none such',
    '16:26 block-markdown: Readers would see `-`: a message is one block, the article says which',
    '16:37 block-markdown: Readers would see `#`: a message is one block, the article says which',
    '16:44 wrong-end-mark: Missing `.` at the end, as in the source',
    `19:9 dropped-html: The element \`div\` ${dropped}`,
    `19:29 dropped-html: The element \`div\` ${dropped}`,
    `19:36 dropped-html: The element \`script\` ${dropped}`,
    `19:45 dropped-html: The element \`script\` ${dropped}`,
    '19:104 wrong-end-mark: Missing `.` at the end, as in the source',
    '22:18 leftover: Unexpected `{{count}}`: a placeholder is still to be filled in',
    '22:80 wrong-end-mark: Missing `.` at the end, as in the source',
    '25:45 lost-link: Unexpected link `javascript:x`, the source has none such',
  ])
})
