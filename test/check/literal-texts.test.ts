// biome-ignore-all lint/suspicious/noTemplateCurlyInString: it is the code of templates that is read here
import { readdirSync, readFileSync } from 'node:fs'
import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { literalTexts } from '../../pipeline/check/templates/literal-texts.ts'

const textsIn = (code: string) => literalTexts(code).map(({ start, end }) => code.slice(start, end))

test.each<[string, string, string[]]>([
  ['text between tags', 'html`<p>Read more</p>`', ['Read more']],
  ['text of a script without cases', 'html`<h1>最新文章</h1>`', ['最新文章']],
  ['text around a hole', 'html`By ${name}, reporter`', ['By', ', reporter']],
  ['what is read aloud', 'html`<img alt="A boat" src="boat.jpg" class="wide">`', ['A boat']],
  ['what is read aloud, in part', "html`<a title='Go to ${title}'>`", ['Go to']],
  ['a literal value', 'html`<p>${isNew ? \'New\' : "Old"}</p>`', ['New', 'Old']],
  ['a template in a template', 'html`<ul>${items.map((item) => html`<li>Item ${item}</li>`)}</ul>`', ['Item']],
  ['attributes for another tag', 'html` class="a" title="Close"`', ['Close']],
  ['text after a comment and an entity', 'html`<!-- none -->\\n&nbsp;→ Next\\n`', ['&nbsp;→ Next']],
  ['text in a tag that a hole closes', 'html`<p${attributes}>Text</p>`', ['Text']],
  ['text after code with quotes', "const a = 'it’s', b = /`'\\//, c = a / 2 // `\nhtml`<b>Text</b>`", ['Text']],
])('finds %s', (_, code, texts) => {
  expect(textsIn(code)).toEqual(texts)
})

test.each([
  ['words that are asked for', "html`<p>${t('readMore')}</p>`"],
  ['names of classes, relations and languages', 'html`<a class="next page" rel="next" hreflang="${tag}" href="/about/">${title}</a>`'],
  ['signs', 'html`<span>${page} / ${pages} –&nbsp;→ 42</span>`'],
  ['styles and scripts', 'html`<style>p { color: red }</style><script>go()</script>`'],
  ['attributes for another tag', 'html` lang="${tag}" dir="rtl"`'],
  ['what is compared', "html`<p>${kind === 'tag' && label}${'rtl' === dir && mark}</p>`"],
  ['what a condition adds to an attribute', 'html`<div class="front${page === 1 && \' first\'}">`'],
  ['other templates', 'const path = `/tag/${slug}/index of pages`'],
  ['comments', '// html`<p>Text</p>`\n/* html`<p>Text</p>` */'],
  ['no code', 'html`<p'],
])('passes over %s', (_, code) => {
  expect(textsIn(code)).toEqual([])
})

test('the built-in templates have none', () => {
  const folder = new URL('../../templates/', import.meta.url)
  const names = readdirSync(folder).filter((name) => name.endsWith('.ts'))
  expect(names.length).toBeGreaterThan(9)
  expect(names.flatMap((name) => textsIn(readFileSync(new URL(name, folder), 'utf8')).map((text) => `${name}: ${text}`))).toEqual([])
})

const piece = fc.constantFrom(
  'html`',
  '`',
  '${',
  '}',
  '<p>',
  '</p>',
  ' a="',
  '"',
  "'",
  '/',
  '//',
  '/*',
  '*/',
  '\\',
  '\n',
  'word',
  '(',
  ')',
  '<style>',
  '<!--',
  '-->',
)

test.prop([fc.array(piece, { maxLength: 30 })])('whatever the code, texts lie in it, in order, and hold letters', (pieces) => {
  const code = pieces.join('')
  const found = literalTexts(code)
  for (const { start, end } of found) {
    expect(start).toBeLessThan(end)
    expect(end).toBeLessThanOrEqual(code.length)
    expect(code.slice(start, end)).toMatch(/\p{L}/u)
  }
  expect(found.map(({ start }) => start)).toEqual(found.map(({ start }) => start).sort((one, other) => one - other))
})
