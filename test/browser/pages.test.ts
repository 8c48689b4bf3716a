import type { Server } from 'node:http'
import axe from 'axe-core'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { builtSite } from './built-site.ts'
import { sampleFiles } from './sample-pages.ts'
import { servePages } from './serve-pages.ts'

const sites = { 'every template': sampleFiles(), 'the demo site': builtSite() }

let browser: Browser
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: inject('chromium'), args: ['--no-sandbox', '--headless=shell'] })
})
afterAll(() => browser.close())

describe.each(Object.entries(sites))('%s', (_, files) => {
  const pages = [...files.keys()].filter((path) => /(\/|\.html)$/.test(path))
  const articles = pages.filter((path) => /\/20\d\d\//.test(path))
  let site: { readonly url: string; readonly server: Server }
  beforeAll(async () => {
    site = await servePages(files)
  })
  afterAll(() => {
    site.server.close()
  })

  async function onPage<Result>(path: string, options: BrowserContextOptions, look: (page: Page) => Promise<Result>): Promise<Result> {
    const context = await browser.newContext(options)
    try {
      const page = await context.newPage()
      await page.goto(site.url + path)
      return await look(page)
    } finally {
      await context.close()
    }
  }

  test('has pages and articles', () => {
    expect(pages.length).toBeGreaterThan(articles.length)
    expect(articles).not.toEqual([])
  })

  test.each(pages)('%s has no accessibility violation, light or dark', async (path) => {
    await onPage(path, { viewport: { width: 360, height: 800 } }, async (page) => {
      await page.evaluate(axe.source)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        expect(await violations(page)).toEqual([])
      }
    })
  })

  test('no page needs what the content security policy forbids', async () => {
    const complaints: string[] = []
    await onPage(pages[0] ?? '/', {}, async (page) => {
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
      for (const path of pages) await page.goto(site.url + path)
    })
    expect(complaints).toEqual([])
  })

  test.each(pages)('%s is never wider than the window', async (path) => {
    await onPage(path, {}, async (page) => {
      for (const width of [320, 360, 768, 1280]) {
        await page.setViewportSize({ width, height: 800 })
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
      }
    })
  })

  test.each(articles)('%s is read without scripts', async (path) => {
    expect(`${files.get(path)}`.match(/<script(?! type="application\/ld\+json")/i)).toBeNull()
    await onPage(path, { javaScriptEnabled: false }, async (page) => {
      expect(await page.locator('h1').isVisible()).toBe(true)
      expect(await page.locator('.body p').first().isVisible()).toBe(true)
      expect(await page.locator('.languages a').count()).toBeGreaterThan(1)
    })
  })

  test.each(articles)('%s is used by keyboard and by finger', async (path) => {
    await onPage(path, { viewport: { width: 360, height: 800 } }, async (page) => {
      await page.keyboard.press('Tab')
      expect(await page.evaluate('document.activeElement.className')).toBe('skip')
      expect(await page.evaluate('document.activeElement.getBoundingClientRect().height')).toBeGreaterThan(24)
      expect(await page.evaluate(smallTargets)).toEqual([])
      await page.keyboard.press('Enter')
      expect(new URL(page.url()).hash).toBe('#page:main')
    })
  })

  test('text runs from the right in Arabic, and from the left where it quotes another language', async () => {
    const arabic = articles.filter((path) => path.startsWith('/ar/'))
    const directions = `[...document.querySelectorAll('.body > p, .body blockquote')].map((one) => one.lang + getComputedStyle(one).direction)`
    const seen = new Set<string>()
    for (const path of arabic) for (const each of await onPage(path, {}, (page) => page.evaluate<string[]>(directions))) seen.add(each)
    expect([...seen].sort()).toEqual(['elltr', 'rtl'])
  })
})

/** WCAG 2.2, 2.5.8: 24 CSS pixels, but for links in running text. */
const smallTargets = `[...document.querySelectorAll('.masthead a, .imprint a, .skip, .colophon a')].filter((link) => {
  const { width, height } = link.getBoundingClientRect()
  return width < 24 || height < 24
}).map((link) => link.outerHTML)`

async function violations(page: Page): Promise<unknown[]> {
  const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
  const found = await page.evaluate<axe.Result[]>(`axe.run({ runOnly: ${JSON.stringify(rules)} }).then(({ violations }) => violations)`)
  return found.map(({ id, nodes }) => [id, nodes.map(({ html, failureSummary }) => [html, failureSummary])])
}
