import { expect, test } from 'vitest'
import { article, smallSite, translation } from '../support/small-site.ts'

const text = 'The boat was <b>blue</b>.'
const corrected = `corrections:\n  - date: 2026-01-05\n    text: ${text}\n  - { date: 2026-01-04, text: So was the sky. }\n`
const files = {
  'articles/one.md': article('One', 'Text here.', corrected),
  'locales/it/articles/one.po': `${translation('it', 'One')}\nmsgctxt "correction"\nmsgid "${text}"\nmsgstr "La barca era <b>blu</b>."\n\nmsgctxt "correction"\nmsgid "So was the sky."\nmsgstr ""\n`,
  'colophon.config.json': JSON.stringify({
    site: { name: 'Small', url: 'https://small.example' },
    locales: ['en', { tag: 'it', incomplete: 'mark' }],
  }),
}

test('an article says what was wrong in it, since when it isn’t, in the reader’s language', async () => {
  const site = smallSite(files)
  await site.publish()
  const english = (await site.page('en/one/index.html')) ?? ''
  expect(english).toContain(
    '<p><time datetime="2026-01-05T00:00:00+00:00">January 5, 2026</time> <span>The boat was &lt;b&gt;blue&lt;/b&gt;.</span></p>',
  )
  expect(english).toContain('<span>So was the sky.</span>')
  const italian = (await site.page('it/one/index.html')) ?? ''
  expect(italian).toContain('<h2 id="page:corrections">Correzioni</h2>')
  expect(italian).toContain('<span>La barca era &lt;b&gt;blu&lt;/b&gt;.</span>')
  expect(italian).toContain('<span lang="en" dir="ltr">So was the sky.</span></p>\n<p class="notice">')
})

test('machines are told, and that the article was updated', async () => {
  const site = smallSite(files)
  await site.publish()
  const page = (await site.page('it/one/index.html')) ?? ''
  const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)?.[1] ?? '')
  expect(data).toMatchObject({
    dateModified: '2026-01-05T00:00:00+00:00',
    correction: [
      { '@type': 'CorrectionComment', text: 'La barca era <b>blu</b>.', datePublished: '2026-01-05T00:00:00+00:00' },
      { text: 'So was the sky.', datePublished: '2026-01-04T00:00:00+00:00' },
    ],
  })
})
