import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openBrowser, openPage } from './open-browser.ts'
import { sampleFiles } from './sample-pages.ts'

/** What readers have told their systems, and paper. */

const files = sampleFiles()
const article = [...files.keys()].find((path) => /^\/en\/20\d\d\//.test(path)) ?? ''
const tab = openPage(openBrowser(), files)

const style = (page: Page, selector: string, property: string) =>
  page.evaluate<string>(
    `getComputedStyle(document.querySelector(${JSON.stringify(selector)})).getPropertyValue(${JSON.stringify(property)})`,
  )

/** From 0, black, to 1. */
const lightness = async (page: Page, property: string) => {
  const [red = 0, green = 0, blue = 0] = (await style(page, 'body', property)).match(/[\d.]+/g)?.map(Number) ?? []
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255
}

test('in the dark the paper is dark and the ink is light', async () => {
  const page = await tab.go(article)
  await page.emulateMedia({ colorScheme: 'light' })
  expect([(await lightness(page, 'background-color')) > 0.9, (await lightness(page, 'color')) < 0.2]).toEqual([true, true])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect([(await lightness(page, 'background-color')) < 0.15, (await lightness(page, 'color')) > 0.8]).toEqual([true, true])
  await page.emulateMedia({ colorScheme: null })
})

test('nothing glides for those who asked for less motion', async () => {
  const page = await tab.go(article)
  const behaviour = async (reducedMotion: 'reduce' | 'no-preference') => {
    await page.emulateMedia({ reducedMotion })
    return await style(page, 'html', 'scroll-behavior')
  }
  expect([await behaviour('no-preference'), await behaviour('reduce')]).toEqual(['smooth', 'auto'])
  const moving = `[...document.querySelectorAll('*')].filter((one) => {
    const { animationName, transitionDuration } = getComputedStyle(one)
    return animationName !== 'none' || parseFloat(transitionDuration) > 0
  }).length`
  expect(await page.evaluate(moving)).toBe(0)
  await page.emulateMedia({ reducedMotion: null })
})

test('in forced colours, what colour alone would say is said by lines', async () => {
  const page = await tab.go(article)
  await page.emulateMedia({ forcedColors: 'active' })
  expect(await page.evaluate("matchMedia('(forced-colors: active)').matches")).toBe(true)
  for (const selector of ['.note', '.notice', '.quote']) {
    const widths = ['border-block-start-width', 'border-inline-start-width'].map((property) => style(page, selector, property))
    expect((await Promise.all(widths)).some((width) => Number.parseFloat(width) > 0)).toBe(true)
  }
  expect(Number.parseFloat(await style(page, 'mark', 'outline-width'))).toBeGreaterThan(0)
  await page.emulateMedia({ forcedColors: null })
})

test('on paper stands the article: its words, its credit, where its links lead, and no switches', async () => {
  const page = await tab.go(article)
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  const visible = async (selector: string) => await page.locator(selector).first().isVisible()
  expect(await Promise.all(['h1', '.body p', '.colophon', '.wordmark'].map(visible))).toEqual([true, true, true, true])
  expect(await Promise.all(['.languages', '.imprint ul'].map(visible))).toEqual([false, false])
  expect([(await lightness(page, 'background-color')) > 0.98, (await lightness(page, 'color')) < 0.05]).toEqual([true, true])
  const printed = `getComputedStyle(document.querySelector('.body a[href^="http"]'), '::after').content`
  expect(await page.evaluate(printed)).toContain('http')
  expect((await page.pdf({ format: 'A4' })).subarray(0, 5).toString()).toBe('%PDF-')
  await page.emulateMedia({ media: null, colorScheme: null })
})
