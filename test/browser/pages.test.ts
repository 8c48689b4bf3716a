import type { Server } from 'node:http'
import axe from 'axe-core'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { samplePages } from './sample-pages.ts'
import { servePages } from './serve-pages.ts'

const pages = samplePages()
let browser: Browser
let site: { readonly url: string; readonly server: Server }

beforeAll(async () => {
  site = await servePages(pages)
  browser = await chromium.launch({ executablePath: inject('chromium'), args: ['--no-sandbox', '--headless=shell'] })
})

afterAll(async () => {
  await browser.close()
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

describe.each([...pages.keys()])('%s', (path) => {
  test.each(['light', 'dark'] as const)('has no accessibility violation (axe, %s)', async (colorScheme) => {
    const violations = await onPage(path, { colorScheme, viewport: { width: 360, height: 800 } }, async (page) => {
      await page.evaluate(axe.source)
      const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
      return await page.evaluate<axe.Result[]>(`axe.run({ runOnly: ${JSON.stringify(rules)} }).then(({ violations }) => violations)`)
    })
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html, failureSummary }) => [html, failureSummary])])).toEqual([])
  })

  test.each([320, 360, 768, 1280])('is no wider than a window of %i px', async (width) => {
    const content = await onPage(path, { viewport: { width, height: 800 } }, (page) =>
      page.evaluate<number>('document.documentElement.scrollWidth'),
    )
    expect(content).toBe(width)
  })

  test('runs no script', async () => {
    const html = pages.get(path) ?? ''
    expect(html.match(/<script(?! type="application\/ld\+json")|\son\w+=|javascript:/gi)).toBeNull()
  })
})

const articles = [...pages.keys()].filter((path) => path.includes('/2026/'))

test.each(articles)('%s is read with scripts disabled', async (path) => {
  await onPage(path, { javaScriptEnabled: false }, async (page) => {
    expect(await page.locator('h1').textContent()).not.toBe('')
    expect(await page.locator('.body p').first().isVisible()).toBe(true)
    expect(await page.locator('.languages a').count()).toBe(7)
  })
})

test.each(articles)('the first Tab on %s offers to skip to the content', async (path) => {
  await onPage(path, {}, async (page) => {
    await page.keyboard.press('Tab')
    expect(await page.evaluate(`document.activeElement.className`)).toBe('skip')
    expect(await page.evaluate(`document.activeElement.getBoundingClientRect().height`)).toBeGreaterThan(24)
    await page.keyboard.press('Enter')
    expect(new URL(page.url()).hash).toBe('#page:main')
  })
})

test.each(articles)('links of %s are large enough to hit', async (path) => {
  const small = await onPage(path, { viewport: { width: 360, height: 800 } }, (page) =>
    page.evaluate<string[]>(
      `[...document.querySelectorAll('header a, nav a, .imprint a, .colophon a')].filter((link) => {
        const { width, height } = link.getBoundingClientRect()
        return width < 24 || height < 24
      }).map((link) => link.outerHTML)`,
    ),
  )
  expect(small).toEqual([])
})

test('text runs from the right in Arabic and from the left in a passage of Italian', async () => {
  const sides = await onPage('/ar/2026/11/strait-talks/', {}, (page) =>
    page.evaluate<string[]>(
      `['.body > p', '.missing > [lang]', 'pre'].map((one) => getComputedStyle(document.querySelector(one)).direction)`,
    ),
  )
  expect(sides).toEqual(['rtl', 'ltr', 'ltr'])
})
