import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import unpacked from '@sparticuz/chromium'
import { type BrowserContextOptions, chromium } from 'playwright-core'
import sharp from 'sharp'
import { builtSite } from './built-site.ts'
import { servePages } from './serve-pages.ts'

/** The pictures of docs/images/: `npm run screenshots`. They look their best where Noto's fonts are installed. */

interface Shot {
  readonly name: string
  readonly path: string
  readonly width: number
  readonly height: number
  /** Pixels of the picture for one of the page. */
  readonly scale?: number
  /** Of the picture; 256 unless told. */
  readonly colours?: number
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

/** A page on a desk and on a phone. */
const onBoth = (path: string): string => `<!doctype html><meta charset="utf-8"><title>${path}</title>
<style>
  body { margin: 0; display: flex; gap: 40px; padding: 40px; background: #ebe4d6 }
  iframe { block-size: 1640px; border: 0; background: #fffdf9 }
</style>
<iframe src="${path}" style="inline-size: 1280px" scrolling="no"></iframe>
<iframe src="${path}" style="inline-size: 360px" scrolling="no"></iframe>`

const folder = fileURLToPath(new URL('../../docs/images/', import.meta.url))
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? (await unpacked.executablePath()),
  args: ['--no-sandbox', '--headless=shell'],
})
try {
  mkdirSync(folder, { recursive: true })
  await takeAll(new Map<string, string | Uint8Array>(builtSite()).set('/two-editions/', twoEditions), () => shots)
  await takeAll(builtSite(fileURLToPath(new URL('../fixtures/scripts/', import.meta.url))), languageShots)
} finally {
  await browser.close()
}

/** The one article of a site in each of its languages; the pages that show them are added to its files. */
function languageShots(files: Map<string, string | Uint8Array>): Shot[] {
  const paths = [...files.keys()].filter((path) => /^\/\w+\/\d{4}\//.test(path) && path.endsWith('/'))
  return paths.map((path) => {
    const locale = path.split('/', 2)[1] ?? ''
    files.set(`/both/${locale}/`, onBoth(path))
    return { name: `script-${locale}`, path: `/both/${locale}/`, width: 1760, height: 1720, scale: 0.5, colours: 16 }
  })
}

async function takeAll(
  files: Map<string, string | Uint8Array>,
  shotsOf: (files: Map<string, string | Uint8Array>) => readonly Shot[],
): Promise<void> {
  const wanted = shotsOf(files)
  // Pages in frames, which the policy for readers forbids.
  const site = await servePages(files, "frame-ancestors 'self'")
  try {
    for (const shot of wanted) {
      const png = await withFewColours(await take(site.url, shot), shot.colours)
      writeFileSync(`${folder}${shot.name}.png`, png)
      console.log(`docs/images/${shot.name}.png ${Math.round(png.length / 1024)} KiB`)
    }
  } finally {
    site.server.close()
  }
}

/** A third of its size or less: pages have few. */
async function withFewColours(png: Uint8Array, colours = 256): Promise<Buffer> {
  return await sharp(png).png({ palette: true, colours, dither: 0, effort: 10 }).toBuffer()
}

async function take(url: string, { path, width, height, scale = 1.5, options }: Shot): Promise<Uint8Array> {
  const context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor: scale, ...options })
  try {
    const page = await context.newPage()
    const answer = await page.goto(url + encodeURI(path), { waitUntil: 'networkidle' })
    if (answer?.ok() !== true) throw new Error(`there is no page ${path}`)
    return await page.screenshot()
  } finally {
    await context.close()
  }
}
