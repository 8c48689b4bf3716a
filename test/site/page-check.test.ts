import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Finding } from '../../pipeline/model/finding.ts'
import { colophon } from '../support/cli.ts'
import { article, catalog, findingsOf, frontMatter, newsroom } from './newsroom.ts'

const body = 'A first line about the strait.\n\n## What changes\n\nA second line, with a [link](other.md).\n'

const plant = (title: string, more: Readonly<Record<string, string>> = {}) =>
  article(body, { title, description: `About ${title}`, ...more })

const builtIn = join(import.meta.dirname, '../../templates/layout.ts')

/** A layout around the built-in one, which changes the pages of some articles. */
function layout(plants: Readonly<Record<string, string>>): string {
  const cases = Object.entries(plants).map(([id, change]) => `  ${JSON.stringify(id)}: (page) => ${change},\n`)
  return `import { html } from 'colophon'
import layout from ${JSON.stringify(builtIn)}

const plants = {
${cases.join('')}}

export default function planted(view, parts) {
  const id = view.path.split('/').at(-2)
  const text = (plants[id] ?? ((page) => page))(String(layout(view, parts)))
  return html(Object.assign([text], { raw: [text] }))
}
`
}

const planted: readonly (readonly [id: string, change: string, rule: string, severity: string, message: RegExp])[] = [
  ['lang', `page.replace('<html lang="en"', '<html')`, 'page-language', 'error', /without a language, expected `<html lang="en">`/],
  ['dir', `page.replace('dir="ltr"', 'dir="rtl"')`, 'page-direction', 'error', /direction `rtl` of the page/],
  ['name', `page.replace('<main', '<b lang="ar">محلي</b><main')`, 'page-direction', 'error', /<b lang="ar">, expected `dir="rtl"`/],
  [
    'passage',
    `page.replace('<main', '<p>البحر لا يقفل أبوابه أمام أحد</p><main')`,
    'foreign-passage',
    'warning',
    /letters that English isn't written with/,
  ],
  ['alternate', `page.replace(/<link rel="alternate" hreflang="en"[^>]*>/, '')`, 'hreflang', 'error', /lack of the edition in `en`/],
  [
    'default',
    `page.replace(/<link rel="alternate" hreflang="x-default"[^>]*>/, '')`,
    'hreflang',
    'error',
    /lack of the edition in `x-default`/,
  ],
  [
    'canonical',
    `page.replace('rel="canonical" href="https://news.example', 'rel="canonical" href="')`,
    'canonical',
    'error',
    /canonical address `\/en\/canonical\/`/,
  ],
  ['json', `page.replace('"headline":', '"headline"')`, 'structured-data', 'error', /JSON-LD that isn't JSON/],
  [
    'headline',
    `page.replace('"headline":"', '"headline":"Not ')`,
    'structured-data',
    'error',
    /`headline` "Not headline" in JSON-LD, expected "headline"/,
  ],
  [
    'date',
    `page.replace(/"datePublished":"[^"]*"/, '"datePublished":"2020-01-01"')`,
    'structured-data',
    'error',
    /`datePublished` "2020-01-01"/,
  ],
  [
    'dead',
    `page.replace('<main', '<a href="/en/nowhere/">x</a><main')`,
    'dead-link',
    'error',
    /`\/en\/nowhere\/`: nothing is published there/,
  ],
  [
    'fragment',
    `page.replace('<main', '<a href="#nowhere">x</a><main')`,
    'dead-link',
    'error',
    /`#nowhere`: nothing on the page has this id/,
  ],
  [
    'other',
    `page.replace('<main', '<a href="/en/dead/#nowhere">x</a><main')`,
    'dead-link',
    'error',
    /nothing on \/en\/dead\/ has the id `nowhere`/,
  ],
  ['twice', `page.replace('<main', '<i id="i"></i><i id="i"></i><main')`, 'duplicate-id', 'error', /second element with the id `i`/],
  ['heading', `page.replace(/<h2( id[^>]*>[^<]*)<.h2>/, '<h4$1</h4>')`, 'page-headings', 'warning', /`<h4>` “What changes” behind `<h1>`/],
  [
    'alt',
    `page.replace('<main', '<img src="https://pictures.example/a.png" width="1" height="1"><main')`,
    'picture-text',
    'error',
    /without a text that stands for it/,
  ],
  ['size', `page.replace('<main', '<img src="https://pictures.example/a.png" alt=""><main')`, 'picture-size', 'warning', /without a size/],
  ['value', `page.replace('<main', '<b>undefined</b><main')`, 'raw-words', 'warning', /`undefined`, a program's value/],
  [
    'title',
    `page.replace(/<title>[^<]*/, '<title>alt – Strait &amp; Sound')`,
    'page-title',
    'warning',
    /title “alt – Strait & Sound”, which https:\/\/news\.example\/en\/alt\/ has too/,
  ],
  ['untitled', `page.replace(/<title>[^<]*/, '<title>')`, 'page-title', 'error', /without a title/],
  [
    'leak',
    `page.replace('<main', '<a href="/en/secret/">x</a><main')`,
    'unpublished-leak',
    'error',
    /`\/en\/secret\/` of secret in en is shown, which is a draft/,
  ],
  [
    'secrets',
    `page.replace('<main', '<h2>A plan that nobody knows</h2><main')`,
    'unpublished-leak',
    'error',
    /title “A plan that nobody knows” of secret/,
  ],
]

test('each planted mistake of a template is found on its page, and nothing else', { timeout: 120_000 }, async () => {
  const root = newsroom(['en', { tag: 'it', incomplete: 'source' }], {
    ...Object.fromEntries(planted.map(([id]) => [`articles/${id}.md`, plant(id, { translate: '[]' })])),
    'articles/secret.md': plant('A plan that nobody knows', { draft: 'true' }),
    'templates/layout.ts': layout(Object.fromEntries(planted)),
  })
  const findings = (await findingsOf(root, '--pages')).filter(({ file }) => file.startsWith('templates/'))
  const found = findings.map(({ rule, severity, message, article: id, file, line }) => ({ rule, severity, message, id, file, line }))
  for (const [id, , rule, severity, message] of planted) {
    expect(found).toContainEqual({
      ...{ rule, severity, message: expect.stringMatching(message), id },
      // The site has no other template: nobody could mend a built-in one.
      ...{ file: 'templates/layout.ts', line: expect.any(Number) },
    })
  }
  expect(found.filter(({ id, rule }) => !planted.some(([one, , its]) => one === id && its === rule))).toEqual([])
  const twice = findings.find(({ rule }) => rule === 'duplicate-id')
  expect(readFileSync(`${root}/${twice?.file}`, 'utf8').split('\n')[(twice?.line ?? 0) - 1]).toContain('<i id="i">')
})

const arabic = 'قالت الوزيرة إن المضيق مفتوح أمام الجميع.'

/** Articles in the scripts of the site's languages, whole and half translated. */
const clean: Readonly<Record<string, string>> = {
  'articles/latin.md': article(
    '## What changes\n\nThe strait is open, he said: *aperto*.[^1]\n\n[^1]: See [the other](right.md#ما-تغير).\n',
    {
      title: 'A strait that never closes its doors',
    },
  ),
  'articles/right.md': article(`## ما تغير\n\n${arabic}\n\nشركة Deutsche Welle في بروكسل.\n`, {
    lang: 'ar',
    title: 'المضيق مفتوح',
    description: arabic,
  }),
  'articles/han.md': article(
    '## 变化\n\n海峡对所有人开放，部长说。\n\n```js\nconst open = "the strait is open to everybody who wants to pass"\n```\n',
    {
      ...{ lang: 'zh', title: '海峡开放', description: '部长说海峡对所有人开放' },
    },
  ),
  'locales/it/articles/latin.po': catalog(
    { context: 'title', id: 'A strait that never closes its doors', text: 'Uno stretto che non chiude mai le sue porte' },
    { context: 'description', id: 'A short line', text: 'Un sommario' },
  ),
}

test('nothing is found on clean sites in any script, complete or not', { timeout: 120_000 }, async () => {
  const source = (tag: string) => ({ tag, incomplete: 'source' })
  const root = newsroom(['en', { tag: 'it', incomplete: 'mark' }, source('ar'), source('he'), source('zh'), source('ja')], clean)
  const { status, stdout } = await colophon(['check', '--pages', '--json', '--root', root])
  const { findings, summary } = JSON.parse(stdout)
  const onPages = findings.filter(({ url = '' }: Finding) =>
    /page|hreflang|canonical|structured|feed|sitemap|raw|duplicate-id|picture|dead|leak|foreign/.test(url),
  )
  expect(onPages).toEqual([])
  expect([status, summary.pages > 30]).toEqual([0, true])
})

test('a mistake that an article or a translation makes is found there, and can be silenced there', { timeout: 120_000 }, async () => {
  const passage = 'He wrote: البحر لا يقفل أبوابه أمام أحد, and left.'
  const translated = 'Scrisse: البحر لا يقفل أبوابه أمام أحد, e partì.'
  const site = (flag: string, comment: string) =>
    newsroom(['en', 'it'], {
      'articles/talks.md': article(`${comment}${passage}\n`),
      'locales/it/articles/talks.po': catalog(...frontMatter, { id: passage, text: translated, ...(flag !== '' && { flags: flag }) }),
    })
  const found = async (root: string) =>
    (await findingsOf(root, '--pages'))
      .filter(({ rule }) => rule === 'foreign-passage')
      .map(({ file, line, column }) => [file, line, column])
  expect(await found(site('', ''))).toEqual([
    ['articles/talks.md', 8, 11],
    ['locales/it/articles/talks.po', 16, 18],
  ])
  expect(await found(site('ignore-foreign-passage', '<!-- colophon-ignore foreign-passage: a proverb -->\n\n'))).toEqual([])
})

test('options leave of the pages what they leave of the site, and a baseline knows what is found on them', {
  timeout: 120_000,
}, async () => {
  const passage = 'He wrote: البحر لا يقفل أبوابه أمام أحد, and left.'
  const root = newsroom(['en', 'it'], {
    'articles/one.md': article(`${passage}\n`, { translate: '[]', title: 'One', description: 'About one' }),
    'articles/two.md': article(`${passage}\n`, { translate: '[]', title: 'Two', description: 'About two' }),
  })
  const files = async (...words: string[]) => (await findingsOf(root, '--pages', ...words)).map(({ file }) => file)
  expect(await files()).toEqual(['articles/one.md', 'articles/two.md'])
  expect(await files('--article', 'two')).toEqual(['articles/two.md'])
  expect(await files('--locale', 'it')).toEqual([])
  expect(await files('articles/one.md')).toEqual(['articles/one.md'])
  expect(await files('--baseline', `${root}/known.jsonl`, '--update-baseline')).toEqual([])
  expect(await files('--baseline', `${root}/known.jsonl`)).toEqual([])
})
