import { expect, test } from 'vitest'
import { article, built, findingsOf, newsroom } from './newsroom.ts'

const template = `import { html } from 'colophon'
export default (view) => html\`<html lang="\${view.locale.tag}"><head><title>\${view.title.text}</title><link rel="canonical" href="\${view.canonical}">
\${view.alternates.map(({ hreflang, href }) => html\`<link rel="alternate" hreflang="\${hreflang}" href="\${href}">\`)}</head>
<body><main>\${view.t('own', { count: 2 })}|\${view.t('published')}|\${view.tags.map((tag) => [view.t('tag.' + tag), ' '])}</main></body></html>\`
`
const source = (tag: string, more: object = {}) => ({ tag, incomplete: 'source', ...more })

test('a site’s words lie over the built-in ones; what a locale lacks is told, and a fallback’s words stand in', async () => {
  const root = newsroom(['en', source('it'), source('pl'), source('sw', { fallback: ['it'] }), source('pt-BR', { fallback: ['pt'] })], {
    'articles/a.md': article('Text.\n', { tags: '[ports, "{{count}} $t(home)", unnamed]' }),
    'templates/article.ts': template,
    'locales/en/interface.json': '{ "own_one": "one {{count}}", "own_other": "{{count}} <of them>", "tag.unnamed": "Named in English" }',
    'locales/it/interface.json': '{ "published": "Uscito", "tag.ports": "Scali" }',
    'locales/pl/interface.json': '{ "own_one": "x" }',
  })
  const lacking = (await findingsOf(root))
    .filter(({ rule }) => rule.startsWith('interface-'))
    .map(({ rule, severity, file, message }) => [rule, severity, file, message.split(';')[0]?.split(', expected')[0]])
  expect(lacking).toEqual([
    ['interface-missing', 'warning', 'locales/it/interface.json', 'The interface lacks `own` in `it`'],
    [
      'interface-plural',
      'warning',
      'locales/pl/interface.json',
      'Missing plural forms beside `own_one`: `own_few`, `own_many`, `own_other`',
    ],
    ['interface-missing', 'warning', 'locales/pt-BR/interface.json', 'The interface lacks `own` in `pt-BR`'],
    ['interface-missing', 'warning', 'locales/sw/interface.json', 'There are no interface words in `sw`'],
  ])
  const { outcome, page } = await built(root)
  const main = (tag: string) => /<main>(.*)<\/main>/.exec(page(`${tag}/a/index.html`) ?? '')?.[1]
  expect([outcome.status, main('en'), main('it'), main('sw'), main('pt-BR')]).toEqual([
    0,
    '2 &lt;of them&gt;|Published|ports {{count}} $t(home) Named in English ',
    '2 &lt;of them&gt;|Uscito|Scali {{count}} $t(home) Named in English ',
    '2 &lt;of them&gt;|Uscito|Scali {{count}} $t(home) Named in English ',
    '2 &lt;of them&gt;|Publicado em|ports {{count}} $t(home) Named in English ',
  ])
  expect(outcome.stderr).toContain('locales/it/interface.json:1:47: warning: The interface lacks `own` in `it`')
})
