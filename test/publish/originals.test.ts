import { expect, test } from 'vitest'
import { article, smallSite, translation } from '../support/small-site.ts'

const mistaken = 'Text the the here.'

test('a translation whose original is held back points at no original, and is what all else points at', async () => {
  const files = {
    'articles/one.md': article('One', mistaken),
    'locales/it/articles/one.po': translation('it', 'One', { body: mistaken }).replace('"it Text the the here."', '"Testo qui."'),
    'articles/two.md': article('Two', 'See [one](one.md).'),
  }
  const site = smallSite(files)
  expect((await site.publish()).held).toContainEqual({
    article: 'one',
    locale: 'en',
    why: expect.stringMatching(/^articles\/one\.md:8:6: /),
  })
  const page = (await site.page('it/one/index.html')) ?? ''
  expect(page).not.toContain('/en/one/')
  expect(page).toContain('hreflang="x-default" href="https://small.example/it/one/"')
  expect(page).not.toMatch(/translationOfWork|"translator"|class="languages"/)
  expect(await site.page('en/two/index.html')).toContain('See one.')
  site.write({ 'articles/one.md': article('One'), 'locales/it/articles/one.po': translation('it', 'One') })
  await site.publish()
  const mended = (await site.page('it/one/index.html')) ?? ''
  expect(mended).toContain('hreflang="x-default" href="https://small.example/en/one/"')
  expect(mended).toContain('"translationOfWork"')
  expect(await site.page('en/two/index.html')).toContain('See <a href="/en/one/">one</a>.')
})
