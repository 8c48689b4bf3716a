import { cpSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { chineseFont } from '../support/fonts.ts'
import { builtSite } from './built-site.ts'
import { openBrowser, openPage } from './open-browser.ts'

/** The demo's English and Chinese, in a font that has both. */
function demoInAFont(): Map<string, Uint8Array> {
  const fonts = [{ family: 'Xiao Wei', file: 'fonts/xiaowei.woff2', use: ['text', 'display'], display: 'swap', locales: ['en', 'zh'] }]
  const config = { locales: ['en', 'it', 'fr', 'de', { tag: 'zh', fallback: ['en'] }], fonts }
  const root = mkdtempSync(join(tmpdir(), 'colophon-fonts-'))
  try {
    writeFileSync(join(root, 'colophon.config.json'), JSON.stringify(config))
    cpSync(chineseFont, join(root, 'fonts/xiaowei.woff2'))
    for (const folder of ['articles', 'locales/en', 'locales/zh'])
      cpSync(fileURLToPath(new URL(`../../${folder}`, import.meta.url)), join(root, folder), { recursive: true })
    return builtSite(root)
  } finally {
    rmSync(root, { recursive: true })
  }
}

const files = demoInAFont()
const whole = statSync(chineseFont).size
const articlesIn = (locale: string) =>
  [...files].flatMap(([path, body]) =>
    path.startsWith(`/${locale}/20`) && path.endsWith('/') && !`${body}`.includes('<img') ? [path] : [],
  )

const tab = openPage(openBrowser(), files)

/** What a page asks for beside itself and the stylesheet of all pages, and the letters that it sets in the font. */
async function fontsOf(path: string): Promise<{ readonly asked: readonly string[]; readonly set: boolean }> {
  const asked: string[] = []
  const listen = (request: { url(): string }) => asked.push(new URL(request.url()).pathname)
  tab.page().on('request', listen)
  const page = await tab.go(path)
  await page.evaluate('document.fonts.ready')
  tab.page().off('request', listen)
  const set = await page.evaluate<boolean>(`[...document.fonts].some(({ status }) => status === 'loaded')
    && getComputedStyle(document.querySelector('.body p:last-of-type')).fontFamily.startsWith('"Xiao Wei"')`)
  return { asked: asked.filter((one) => /fonts\.|woff2/.test(one)), set }
}

test('a Chinese article is set in its own letters: one file, less than a tenth of the font', async () => {
  const paths = articlesIn('zh')
  expect(paths.length).toBeGreaterThan(2)
  for (const path of paths) {
    const { asked, set } = await fontsOf(path)
    expect(asked.map((one) => one.replace(/\w{16}/, '…')).sort()).toEqual(['/assets/fonts.….css', '/assets/xiaowei.….woff2'])
    expect(set).toBe(true)
    const [size = 0] = asked.flatMap((one) => (one.endsWith('woff2') ? [files.get(one)?.length ?? 0] : []))
    console.log(`${decodeURIComponent(path)}: ${size} bytes of font`)
    expect(size).toBeGreaterThan(5000)
    expect(size).toBeLessThan(whole / 10)
  }
})

test('English articles share a file, whatever languages the switcher names', async () => {
  const all: Awaited<ReturnType<typeof fontsOf>>[] = []
  for (const path of articlesIn('en')) all.push(await fontsOf(path))
  const common = all[0]?.asked.filter((one) => one.endsWith('woff2')) ?? []
  expect(common).toHaveLength(1)
  for (const { asked, set } of all) expect([asked.includes(common[0] ?? ''), set]).toEqual([true, true])
  expect(files.get(common[0] ?? '')?.length).toBeLessThan(30_000)
})
