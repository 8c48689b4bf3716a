import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import unpacked from '@sparticuz/chromium'
import { type Browser, type BrowserContextOptions, chromium } from 'playwright-core'
import { builtSite } from './built-site.ts'
import { palettePng } from './palette-png.ts'
import { servePages } from './serve-pages.ts'

/** The pictures of docs/images/: `npm run screenshots`. They look their best where Noto's fonts are installed. */

interface Shot {
  readonly name: string
  readonly path: string
  readonly width: number
  readonly height: number
  readonly options?: BrowserContextOptions
}

const shots: readonly Shot[] = [
  { name: 'two-editions', path: '/two-editions/', width: 960, height: 820 },
  { name: 'index-zh', path: '/zh/', width: 1100, height: 900 },
  { name: 'article-ar', path: '/ar/2025/10/آخر-أبواق-الضباب/', width: 1100, height: 1000 },
  { name: 'article-fr-360', path: '/fr/2025/11/le-maregraphe-d-ostende/', width: 360, height: 1100 },
  {
    name: 'article-de-dark',
    path: '/de/2025/11/einigung-strasse-von-otranto/',
    width: 1100,
    height: 900,
    options: { colorScheme: 'dark' },
  },
]

/** Two phones, side by side. */
const twoEditions = `<!doctype html><meta charset="utf-8"><title>Two editions</title>
<style>
  body { margin: 0; block-size: 100vh; display: flex; justify-content: center; align-items: center; gap: 48px; background: #ebe4d6 }
  iframe { inline-size: 390px; block-size: 740px; border: 1px solid #cfc5b2; border-radius: 20px; background: #fffdf9; box-shadow: 0 6px 24px #5d574e33 }
</style>
<iframe src="/en/2025/11/island-ferry/" scrolling="no"></iframe>
<iframe src="/ar/2025/11/${encodeURIComponent('عودة-العبارة-الشتوية')}/" scrolling="no"></iframe>`

const folder = fileURLToPath(new URL('../../docs/images/', import.meta.url))
const files = new Map<string, string | Uint8Array>(builtSite()).set('/two-editions/', twoEditions)
const site = await servePages(files)
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? (await unpacked.executablePath()),
  args: ['--no-sandbox', '--headless=shell'],
})
try {
  mkdirSync(folder, { recursive: true })
  for (const shot of shots) {
    const png = palettePng(await take(browser, shot))
    writeFileSync(`${folder}${shot.name}.png`, png)
    console.log(`docs/images/${shot.name}.png ${Math.round(png.length / 1024)} KiB`)
  }
} finally {
  await browser.close()
  site.server.close()
}

async function take(from: Browser, { path, width, height, options }: Shot): Promise<Uint8Array> {
  const context = await from.newContext({ viewport: { width, height }, deviceScaleFactor: 1.5, ...options })
  const page = await context.newPage()
  const answer = await page.goto(site.url + encodeURI(path), { waitUntil: 'networkidle' })
  if (answer?.ok() !== true) throw new Error(`the demo site has no page ${path}`)
  return await page.screenshot()
}
