import { expect, test } from 'vitest'
import { article, smallSite } from '../support/small-site.ts'

test('a heading that another article links to and that goes away is told at once', async () => {
  const site = smallSite({
    'articles/one.md': article('One', '[There](two.md#harbour)'),
    'articles/two.md': article('Two', 'Text.\n\n## Harbour\n\nText.'),
  })
  expect((await site.publish()).errors).toBe(false)
  site.write({ 'articles/two.md': article('Two', 'Text.\n\n## Port\n\nText.') })
  const { errors, held } = await site.publish()
  expect(errors).toBe(true)
  expect(held).toContainEqual({ article: 'one', locale: 'en', why: expect.stringContaining('two.md#harbour') })
  site.write({ 'articles/two.md': article('Two', 'Text.\n\n## Harbour\n\nText.') })
  expect((await site.publish()).errors).toBe(false)
})
