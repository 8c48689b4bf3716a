import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { filesIn } from './built-site.ts'
import { openBrowser, openPage } from './open-browser.ts'
import { sampleFiles } from './sample-pages.ts'

const browser = openBrowser()
const phone = { viewport: { width: 360, height: 800 } }

describe.each(Object.entries({ 'every template': sampleFiles(), 'the demo site': filesIn(inject('demo')) }))('%s', (_, files) => {
  const pages = [...files.keys()].filter((path) => /(\/|\.html)$/.test(path))
  const articles = pages.filter((path) => /\/20\d\d\//.test(path))
  const tab = openPage(browser, files, phone)
  const withoutScripts = openPage(browser, files, { javaScriptEnabled: false })

  test('has pages and articles', () => {
    expect(pages.length).toBeGreaterThan(articles.length)
    expect(articles).not.toEqual([])
  })

  test('no page needs what the content security policy forbids', async () => {
    const complaints: string[] = []
    const listen = (message: { type(): string; text(): string }) => message.type() === 'error' && complaints.push(message.text())
    tab.page().on('console', listen)
    for (const path of pages) await tab.go(path)
    tab.page().off('console', listen)
    expect(complaints).toEqual([])
  })

  describe.each(oneOfEach(pages))('%s', (path) => {
    beforeAll(async () => {
      await tab.go(path)
    })
    afterAll(async () => {
      await tab.page().setViewportSize(phone.viewport)
    })

    test('has no accessibility violation, light or dark', async () => {
      const page = tab.page()
      await page.evaluate(axe.source)
      await page.emulateMedia({ colorScheme: 'light' })
      expect(await violations(page, { runOnly: standards })).toEqual([])
      // Nothing but colours differs in the dark.
      await page.emulateMedia({ colorScheme: 'dark' })
      expect(await violations(page, { runOnly: colours })).toEqual([])
    })

    test('is never wider than the window', async () => {
      for (const width of [320, 360, 768, 1280]) {
        await tab.page().setViewportSize({ width, height: 800 })
        expect(await tab.page().evaluate('document.documentElement.scrollWidth')).toBe(width)
      }
    })
  })

  test.each(articles)('%s is used by keyboard and by finger', async (path) => {
    const page = await tab.go(path)
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.className')).toBe('skip')
    expect(await page.evaluate('document.activeElement.getBoundingClientRect().height')).toBeGreaterThan(24)
    expect(await page.evaluate(smallTargets)).toEqual([])
    await page.keyboard.press('Enter')
    await page.waitForURL('**/#page:main')
  })

  test.each(articles)('%s is read without scripts', async (path) => {
    const page = await withoutScripts.go(path)
    expect(await page.locator('h1').isVisible()).toBe(true)
    expect(await page.locator('.body p').first().isVisible()).toBe(true)
    expect(await page.locator('.languages a').count()).toBeGreaterThan(1)
  })

  test('the tab key leads through all that can be used, in reading order, and shows where it is', async () => {
    for (const path of [articles.find((one) => one.startsWith('/en/')), articles.find((one) => one.startsWith('/ar/'))]) {
      const page = await tab.go(path ?? '')
      const expected = await page.evaluate<string[]>(usable)
      const reached: [string, boolean][] = []
      for (let index = 0; index < expected.length; index++) {
        await page.keyboard.press('Tab')
        reached.push(await page.evaluate<[string, boolean]>(focused))
      }
      expect(expected.length).toBeGreaterThan(10)
      expect(reached).toEqual(expected.map((element) => [element, true]))
    }
  })

  test('text runs from the right in Arabic, and from the left where it quotes another language', async () => {
    const directions = `[...document.querySelectorAll('.body > p, .body blockquote')].map((one) => one.lang + getComputedStyle(one).direction)`
    const seen = new Set<string>()
    for (const path of articles.filter((one) => one.startsWith('/ar/'))) {
      for (const each of await (await tab.go(path)).evaluate<string[]>(directions)) seen.add(each)
    }
    const { true: own, false: quoted } = Object.groupBy(seen, (one) => `${one === 'rtl'}` as const)
    expect([own, quoted?.includes('elltr'), quoted?.every((one) => /^(?:el|sq)ltr$/.test(one))]).toEqual([['rtl'], true, true])
  })
})

/** All articles, and of lists of one kind in a language the first: `/it/`, `/it/tag/…`, `/it/author/…`, `/it/page/2/`. */
function oneOfEach(pages: readonly string[]): string[] {
  const kinds = Map.groupBy(pages, (path) => path.replace(/\/(tag|author|page)\/.*$/, '/$1'))
  return [...kinds.values()].flatMap(([first = '']) => first)
}

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const colours = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] }

async function violations(page: Page, options: object): Promise<unknown[]> {
  const found = await page.evaluate<axe.Result[]>(`axe.run(${JSON.stringify(options)}).then(({ violations }) => violations)`)
  return found.map(({ id, nodes }) => [id, nodes.map(({ html, failureSummary }) => [html, failureSummary])])
}

/** WCAG 2.2, 2.5.8: 24 CSS pixels, but for links in running text. */
const smallTargets = `[...document.querySelectorAll('.masthead a, .imprint a, .skip, .tags a, .colophon a, .pages a')].filter((link) => {
  const { width, height } = link.getBoundingClientRect()
  return width < 24 || height < 24
}).map((link) => link.outerHTML)`

/** Links, and what scrolls by the keyboard. */
const usable = `[...document.querySelectorAll('a[href], button, input:not([disabled]), summary, [tabindex="0"]')]
  .filter((one) => one.checkVisibility()).map((one) => one.outerHTML)`

const focused = `(() => {
  const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement)
  return [document.activeElement.outerHTML, outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2]
})()`
