import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import pixelmatch from 'pixelmatch'
import type { BrowserContextOptions, Page } from 'playwright-core'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { openBrowser, openPage } from './open-browser.ts'
import { sampleFiles } from './sample-pages.ts'

/**
 * Six pages look as they did: `npm run baseline` takes the pictures anew, for the eyes of whoever commits
 * them.
 *
 * One browser draws one page twice without a pixel's difference, two browsers don't; nor do two sets of fonts. So no pixel may differ that isn't an
 * edge's smoothing, and where the browser or the fonts are others than the pictures were taken with, nothing is compared, aloud.
 */

const folder = new URL('./baseline/', import.meta.url)
const updating = process.env['COLOPHON_BASELINE'] === 'update'

const files = new Map(sampleFiles()).set('/specimen/', specimen())
const articleIn = (locale: string) => [...files.keys()].find((path) => path.startsWith(`/${locale}/`) && /\/20\d\d\//.test(path)) ?? ''

interface Shot {
  readonly name: string
  readonly path: string
  readonly width: number
  readonly options?: Parameters<Page['emulateMedia']>[0]
}

const shots: readonly Shot[] = [
  { name: 'article-en', path: articleIn('en'), width: 1280 },
  { name: 'article-en-dark', path: articleIn('en'), width: 360, options: { colorScheme: 'dark' } },
  { name: 'article-ar', path: articleIn('ar'), width: 800 },
  { name: 'article-zh', path: articleIn('zh'), width: 360 },
  { name: 'index-ar', path: '/ar/', width: 1280 },
  { name: 'chooser', path: '/', width: 360 },
]

const browser = openBrowser()
const tab = openPage(browser, files, { deviceScaleFactor: 1 } satisfies BrowserContextOptions)

let stranger: string | null = null
beforeAll(async () => {
  const version = browser.browser().version()
  const drawn = await take({ path: '/specimen/', width: 640 })
  if (updating) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(new URL('browser.txt', folder), `${version}\n`)
    await save('specimen', drawn)
    return
  }
  const known = existsSync(new URL('browser.txt', folder)) ? readFileSync(new URL('browser.txt', folder), 'utf8').trim() : 'no browser'
  if (known !== version) stranger = `the pictures were taken with ${known}, this is ${version}`
  else if ((await difference('specimen', drawn)) > 0) stranger = 'the fonts of this machine are others than the pictures were taken with'
  if (stranger !== null) console.warn(`Pictures of pages aren't compared: ${stranger}.`)
})

describe('looks as it did', () => {
  test.for(shots)('$name, $width pixels wide', async ({ name, ...shot }, { skip }) => {
    skip(stranger !== null, stranger ?? '')
    const drawn = await take(shot)
    if (updating) await save(name, drawn)
    expect(await difference(name, drawn)).toBe(0)
  })
})

async function take({ path, width, options = {} }: Omit<Shot, 'name'>): Promise<Buffer> {
  const page = await tab.go(path)
  await page.setViewportSize({ width, height: 900 })
  await page.emulateMedia({ colorScheme: 'light', ...options })
  return await page.screenshot()
}

async function save(name: string, png: Buffer): Promise<void> {
  writeFileSync(new URL(`${name}.png`, folder), await sharp(png).removeAlpha().png({ compressionLevel: 9, effort: 10 }).toBuffer())
}

/** Pixels that aren't as they were. What was drawn is kept beside the picture, out of git, where any differs. */
async function difference(name: string, drawn: Buffer): Promise<number> {
  const [before, now] = await Promise.all([pixels(readFileSync(new URL(`${name}.png`, folder))), pixels(drawn)])
  const { width, height } = now.info
  if (before.info.width !== width || before.info.height !== height) return width * height
  const count = pixelmatch(before.data, now.data, undefined, width, height, { threshold: 0.1 })
  if (count > 0) writeFileSync(new URL(`${name}.new.png`, folder), drawn)
  return count
}

async function pixels(png: Uint8Array) {
  return await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
}

/** A line of each script in the families that the stylesheet names. */
function specimen(): string {
  const lines = ['Hamburgefons 0123', 'Ελληνικά', 'Кириллица', 'العربية ١٢٣', 'עברית', '中文，海峡', '日本語、港']
  const families = ['Noto Serif', 'Noto Sans', 'Noto Naskh Arabic', 'Noto Sans CJK SC', 'Noto Serif CJK SC', 'system-ui', 'Georgia']
  const rows = families.map((family) => `<p style='font-family:"${family}",serif'>${lines.join(' · ')}</p>`)
  return `<!doctype html><html lang="en"><title>Specimen</title><style>p { font-size: 18px; margin: 4px }</style>${rows.join('')}</html>`
}
