import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { colophon } from '../support/cli.ts'
import { article, smallSite, translation } from '../support/small-site.ts'

const link = '[two](two.md)'
const files = {
  'articles/one.md': article('One', `See ${link}.`),
  'locales/it/articles/one.po': translation('it', 'One', { body: `See ${link}.` }),
  'articles/two.md': article('Two'),
  'locales/it/articles/two.po': translation('it', 'Two'),
}

const builtIn = join(import.meta.dirname, '../../templates')

/** The built-in templates as the site's own, but for what `mend` makes of the layout. */
function templates(mend: (layout: string) => string): Record<string, string> {
  const names = readdirSync(builtIn).filter((name) => name.endsWith('.ts'))
  return Object.fromEntries(
    names.map((name) => {
      const text = readFileSync(join(builtIn, name), 'utf8')
      if (name !== 'layout.ts') return [`templates/${name}`, text]
      const changed = mend(text)
      expect(changed).not.toBe(text)
      return [`templates/${name}`, changed]
    }),
  )
}

/** One id twice on one page. */
const onArticle = (path: string) =>
  templates((text) => text.replace('<main', `\${view.path === '${path}' && html\`<i id="x"></i><i id="x"></i>\`}<main`))

const withoutTemplates = Object.fromEntries(Object.keys(onArticle('/')).map((name) => [name, null]))

describe('an error on a page that shows an edition', () => {
  test('holds back that edition, and all that points at it is made without it', async () => {
    const site = smallSite({ ...files, ...onArticle('/it/two/') })
    const { errors, mistakes, held, put } = await site.publish()
    expect(errors).toBe(true)
    expect(mistakes).toEqual([expect.stringMatching(/^templates\/layout\.ts:\d+:\d+: error: Unexpected second element with the id `x`/)])
    expect(held).toEqual([{ article: 'two', locale: 'it', why: expect.stringContaining('Unexpected second element') }])
    expect(put).toContain('en/two/index.html')
    expect(put).not.toContain('it/two/index.html')
    expect(await site.page('en/two/index.html')).not.toContain('/it/two/')
    expect(await site.page('it/one/index.html')).toContain('href="/en/two/" hreflang="en"')
    expect(await site.page('it/index.html')).not.toContain('it Two')
    expect(await site.page('sitemap.xml')).not.toContain('/it/two/')
  })

  test('leaves it as it was published, and is told again as long as it is there', async () => {
    const site = smallSite(files)
    await site.publish()
    const before = await site.page('it/two/index.html')
    site.write(onArticle('/it/two/'))
    const broken = await site.publish()
    expect([broken.errors, await site.page('it/two/index.html')]).toEqual([true, before])
    const again = await site.publish()
    expect([again.errors, again.mistakes, again.put, again.held.length]).toEqual([true, broken.mistakes, [], 1])
    site.write({ 'articles/one.md': article('One', `See ${link} now.`) })
    const more = await site.publish()
    expect([more.mistakes, more.put.includes('en/one/index.html' as never)]).toEqual([broken.mistakes, true])
    site.write(withoutTemplates)
    expect(await site.publish()).toMatchObject({ errors: false, mistakes: [], held: [] })
  })

  test('is found by a whole publish as by one of what has changed', async () => {
    const [site, other] = [smallSite(files), smallSite(files)]
    await site.publish()
    await other.publish()
    for (const one of [site, other]) one.write(onArticle('/it/two/'))
    const [little, whole] = [await site.publish(), await other.publish({ full: true })]
    expect(little.mistakes).toEqual(whole.mistakes)
    expect(little.held).toEqual(whole.held)
    expect(await site.page('it/index.html')).toBe(await other.page('it/index.html'))
  })

  test('stands where the article says it', async () => {
    const body = 'He wrote: البحر لا يقفل أبوابه أمام أحد, and left.'
    const rules = { check: { rules: { 'foreign-passage': 'error' } } }
    const config = { site: { name: 'Small', url: 'https://small.example' }, locales: ['en'], ...rules }
    const site = smallSite({ 'colophon.config.json': JSON.stringify(config), 'articles/one.md': article('One', body) })
    const { mistakes, put } = await site.publish()
    expect(mistakes).toEqual([expect.stringMatching(/^articles\/one\.md:8:11: error: Unexpected letters/)])
    expect(put).not.toContain('en/one/index.html')
    site.write({ 'articles/one.md': article('One', `<!-- colophon-ignore foreign-passage: a proverb -->\n\n${body}`) })
    expect(await site.publish()).toMatchObject({ mistakes: [], put: expect.arrayContaining(['en/one/index.html']) })
  })
})

describe('an error on a page that shows no edition', () => {
  const twice = `data-twice="\${view.path.endsWith('/one/') || view.path.endsWith('/two/') ? '' : html\`1" id="page:main\`}" dir="`
  const broken = templates((text) => text.replace('dir="', twice))

  test('stops the publish: nothing is put, and everything is told', async () => {
    const site = smallSite({ ...files, ...broken })
    const { errors, mistakes, put, release } = await site.publish()
    expect([errors, put, release]).toEqual([true, [], null])
    expect(mistakes[0]).toMatch(/^templates\/layout\.ts:\d+:\d+: error: .*`page:main`.*\(duplicate-id\)$/m)
    expect(await site.page('en/one/index.html')).toBeNull()
  })

  test('is told by the command, which says why nothing was published', async () => {
    const { root } = smallSite({ ...files, ...broken })
    const { status, stderr } = await colophon(['publish', '--root', root, '--to', join(root, 'public'), '--quiet'])
    expect(status).toBe(1)
    expect(stderr).toContain('Nothing was published: pages that show no article have errors, and cannot be held back by themselves.')
    expect(existsSync(join(root, 'public/en/one/index.html'))).toBe(false)
  })

  test.each([
    ['--no-check', ['publish', '--no-check'], 0],
    ['its rule switched off', ['publish'], 0],
  ])('is passed over with %s', async (how, words, status) => {
    const rules = how === '--no-check' ? {} : { check: { rules: { 'duplicate-id': 'off' } } }
    const config = { site: { name: 'Small', url: 'https://small.example' }, locales: ['en', 'it'], ...rules }
    const { root } = smallSite({ ...files, 'colophon.config.json': JSON.stringify(config), ...broken })
    const outcome = await colophon([...words, '--root', root, '--to', join(root, 'public'), '--quiet'])
    expect([outcome.status, outcome.stderr]).toEqual([status, ''])
    expect(existsSync(join(root, 'public/en/one/index.html'))).toBe(true)
  })
})

test('a build leaves out editions with broken pages, and the files that belong to them', async () => {
  const { root } = smallSite({ ...files, ...onArticle('/it/two/') })
  const { status, stderr } = await colophon(['build', '--root', root, '--out', join(root, 'out'), '--quiet'])
  expect([status, existsSync(join(root, 'out/it/two/index.html')), existsSync(join(root, 'out/en/two/index.html'))]).toEqual([
    1,
    false,
    true,
  ])
  expect(stderr.match(/Unexpected second element/g)).toHaveLength(2)
  expect(readFileSync(join(root, 'out/en/two/index.html'), 'utf8')).not.toContain('/it/two/')
})
