import type { Server } from 'node:http'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, inject } from 'vitest'
import { servePages } from './serve-pages.ts'

/** A browser for the tests of a file, or of a `describe`. */
export function openBrowser(): { readonly browser: () => Browser } {
  let browser: Browser
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: inject('chromium'), args: ['--no-sandbox', '--headless=shell'] })
  })
  afterAll(() => browser.close())
  return { browser: () => browser }
}

export interface Opened {
  /** The page, gone to a path of the site. */
  readonly go: (path: string) => Promise<Page>
  /** The page as it stands. */
  readonly page: () => Page
}

/** A site in one page that stays open: opening a page takes longer than looking at it. */
export function openPage(
  { browser }: ReturnType<typeof openBrowser>,
  files: ReadonlyMap<string, string | Uint8Array>,
  options: BrowserContextOptions = {},
): Opened {
  let site: { readonly url: string; readonly server: Server }
  let page: Page
  beforeAll(async () => {
    site = await servePages(files)
    const context = await browser().newContext(options)
    page = await context.newPage()
  })
  afterAll(async () => {
    await page.context().close()
    site.server.close()
  })
  return {
    page: () => page,
    async go(path) {
      await page.goto(site.url + path)
      return page
    },
  }
}
