import type { Server } from 'node:http'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { builtSite } from './built-site.ts'
import { servePages } from './serve-pages.ts'

const files = builtSite()
let browser: Browser
let site: { readonly url: string; readonly server: Server }
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: inject('chromium'), args: ['--no-sandbox', '--headless=shell'] })
  site = await servePages(files)
})
afterAll(async () => {
  site.server.close()
  await browser.close()
})

async function onPage<Result>(path: string, options: BrowserContextOptions, look: (page: Page) => Promise<Result>): Promise<Result> {
  const context = await browser.newContext(options)
  try {
    const page = await context.newPage()
    page.setDefaultTimeout(10_000)
    const complaints: string[] = []
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    await page.goto(site.url + path)
    const seen = await look(page)
    expect(complaints).toEqual([])
    return seen
  } finally {
    await context.close()
  }
}

const words = [
  ['en', 'ferry'],
  ['it', 'Otranto'],
  ['de', 'Fähre'],
  ['ar', 'العبّارة'],
  ['zh', '海峡'],
] as const

test.each(words)('in %s, %s is found, under the policy that operators are offered', async (locale, word) => {
  await onPage(`/${locale}/search.html`, {}, async (page) => {
    await page.fill('input[type=search]', word)
    await page.press('input[type=search]', 'Enter')
    await page.waitForSelector('.search-results a')
    const paths = await page.evaluate<string[]>(
      `[...document.querySelectorAll('.search-results a')].map((link) => new URL(link.href).pathname)`,
    )
    expect(paths.filter((path) => !path.startsWith(`/${locale}/`) || !files.has(path))).toEqual([])
    expect(paths.some((path) => `${files.get(path)}`.includes(word))).toBe(true)
    expect(await page.locator('.search-results mark').count()).toBeGreaterThan(0)
    expect(await page.textContent('.search-status')).toMatch(locale === 'zh' ? /^结果：\d+$/ : /^\p{L}+: \d+$/u)
    expect(new URL(page.url()).searchParams.get('q')).toBe(word)
  })
})

test('an address with words shows what they find, and nothing that is found says so', async () => {
  await onPage('/en/search.html?q=xyzzyx', {}, async (page) => {
    await page.locator('.search-status', { hasText: /./ }).waitFor()
    expect(await page.textContent('.search-status')).toBe('Nothing was found.')
  })
})

test('editions that are held back are not found', async () => {
  await onPage('/zh/search.html?q=%E8%88%AA', {}, async (page) => {
    await page.locator('.search-status', { hasText: /./ }).waitFor()
    const paths = await page.evaluate<string[]>(
      `[...document.querySelectorAll('.search-results a')].map((link) => new URL(link.href).pathname)`,
    )
    expect(paths.filter((path) => !files.has(path))).toEqual([])
  })
})

test('without script the page says so, and leads to the articles', async () => {
  await onPage('/ar/search.html', { javaScriptEnabled: false }, async (page) => {
    expect(await page.locator('form').isVisible()).toBe(false)
    expect(await page.locator('noscript a').getAttribute('href')).toBe('/ar/')
  })
})

test('every page of a language leads to its search page', () => {
  for (const [path, body] of files) {
    const locale = /^\/([a-z]{2})\/.*\/$/.exec(path)?.[1]
    if (locale !== undefined && path.includes('/2025/')) expect(`${body}`, path).toContain(`<a href="/${locale}/search.html">`)
  }
})
