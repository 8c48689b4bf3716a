import { expect, test } from 'vitest'
import { article, built, catalog, findingsOf, frontMatter, newsroom, told } from './newsroom.ts'

const links = 'To [one](one.md#part), [two](folder/two.md), [draft](draft.md), [wrong](wrong.md) and [the plan](plan.pdf).'
const translated = links.replace('To', 'A').replace(' and ', ' e ')

function site(): string {
  return newsroom(['en', 'it'], {
    'articles/a.md': article(`${links}\n`),
    'articles/one.md': article('One.\n\n## Part\n'),
    'articles/folder/two.md': article('Two, [back](../a.md).\n'),
    'articles/draft.md': article('Draft.\n', { draft: 'true' }),
    'articles/wrong.md': article('Wrong.\n', { date: 'soon' }),
    'articles/plan.pdf': 'x',
    'locales/it/articles/a.po': catalog(...frontMatter, { id: links, text: translated }),
    'locales/it/articles/one.po': catalog(
      ...frontMatter,
      { context: 'slug', id: 'one', text: 'uno' },
      { id: 'One.', text: 'Uno.' },
      { id: 'Part', text: 'Parte' },
    ),
  })
}

test('a link leads to the reader’s language, else to the original, else nowhere', async () => {
  const { body, outcome } = await built(site())
  const plan = '<a href="/assets/plan.2d711642b726b044.pdf">the plan</a>'
  expect([outcome.status, body('en/a/index.html'), body('it/a/index.html')]).toEqual([
    1,
    `<p>To <a href="/en/one/#part">one</a>, <a href="/en/folder/two/">two</a>, draft, wrong and ${plan}.</p>`,
    `<p>A <a href="/it/uno/#part">one</a>, <a href="/en/folder/two/" hreflang="en">two</a>, draft, wrong e ${plan}.</p>`,
  ])
})

test('what leads nowhere is told where it is written', async () => {
  const body = `[gone](gone.md) [out](../../out.md) [page](page) [abs](/en/) [web](//w.example/x) [part](#part) [next](next.md#one) [two](next.md#two%20b)

![gone](gone.png) ![text](notes.txt) ![far](https://far.example/a.png) ![near](https://near.example/a.png) ![key](server.key)
`
  const next = article('## One\n\n## Two B\n\n## ')
  const files = {
    'articles/a.md': article(body),
    'articles/next.md': next,
    'articles/notes.txt': 'x',
    'articles/server.key': 'x',
    'articles/credentials.json': '{}',
  }
  const findings = await findingsOf(newsroom(['en'], files, { pictures: { hosts: ['near.example'] } }))
  expect(told(findings, 'articles/a.md')).toEqual([
    "8:1 broken-link: The link `gone.md` leads to no article: `articles/gone.md` isn't there.",
    '8:17 broken-link: The link `../../out.md` leads out of the site.',
    "8:37 broken-link: The link `page` leads to no file of the site: `articles/page` isn't there.",
    '8:83 broken-link: The link `#part` leads to no heading: that article has no headings.',
    '8:117 broken-link: The link `next.md#two%20b` leads to no heading: expected one such as `#one`, `#two-b`, `#section`.',
    "10:1 missing-picture: The picture `gone.png` isn't there: expected the file `articles/gone.png`.",
    '10:19 missing-picture: `notes.txt` is no picture: expected a file such as .jpg, .png, .webp, .avif, .gif or .svg.',
    '10:38 foreign-picture: Unexpected host `far.example` of a picture, expected one of near.example (pictures.hosts in the configuration).',
    '10:108 missing-picture: `server.key` is no picture: expected a file such as .jpg, .png, .webp, .avif, .gif or .svg.',
  ])
  expect(findings.filter(({ severity }) => severity === 'warning').map(({ rule, file }) => [rule, file])).toEqual([
    ['broken-link', 'articles/a.md'],
    ['ignored-file', 'articles/credentials.json'],
    ['ignored-file', 'articles/server.key'],
  ])
})

test('a quote links its source', async () => {
  const body = `:::quote{cite="https://post.example/1" date=2026-07-01T10:00:00Z author="Ada"}
One.
:::

:::quote{cite="https://post.example/2"}
Two.
:::

:::quote{cite="javascript:x" date=2026-13-45}
Three.
:::
`
  const root = newsroom(['en'], { 'articles/a.md': article(body) })
  expect(told(await findingsOf(root), 'articles/a.md')).toEqual([
    '16:16 unsafe-link: Unexpected link scheme `javascript:`, expected http or https.',
    "16:35 directive: Unexpected `2026-13-45`, expected a date such as 2026-07-21; it isn't shown.",
  ])
  const { body: found } = await built(newsroom(['en'], { 'articles/a.md': article(body.replace('cite="javascript:x" ', '')) }))
  expect(found('en/a/index.html')).toBe(
    '<figure class="quote"><blockquote cite="https://post.example/1"><p>One.</p></blockquote><figcaption><bdi>Ada</bdi> <a href="https://post.example/1"><time datetime="2026-07-01T10:00:00Z">July 1, 2026</time></a></figcaption></figure>' +
      '<figure class="quote"><blockquote cite="https://post.example/2"><p>Two.</p></blockquote><figcaption><a href="https://post.example/2">post.example</a></figcaption></figure>' +
      '<figure class="quote"><blockquote><p>Three.</p></blockquote></figure>',
  )
})
