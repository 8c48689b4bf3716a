import type { Server } from 'node:http'
import { fileURLToPath } from 'node:url'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, inject } from 'vitest'
import { servePages } from './serve-pages.ts'

/** Pages are drawn alike whatever other fonts a machine has: one of URW's stands before Noto's in the stylesheet. */
const fonts = fileURLToPath(new URL('./fonts.conf', import.meta.url))

/** A browser for the tests of a file, or of a `describe`. */
export function openBrowser(): { readonly browser: () => Browser } {
  let browser: Browser
  beforeAll(async () => {
    const env = { ...process.env, FONTCONFIG_FILE: fonts }
    browser = await chromium.launch({ executablePath: inject('chromium'), args: ['--no-sandbox', '--headless=shell'], env })
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
