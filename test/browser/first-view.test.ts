import { gzipSync } from 'node:zlib'
import { describe, expect, inject, test } from 'vitest'
import { filesIn } from './built-site.ts'
import { openBrowser, openPage } from './open-browser.ts'

/** What a reader on a poor phone waits for. Scores swing from run to run; bytes, requests and shifts don't. */

const files = filesIn(inject('demo'))
const pages = [...files].flatMap(([path, body]) => (/\/20\d\d\/.*\/$/.test(path) ? [{ path, html: `${body}` }] : []))
const plain = pages.filter(({ html }) => !html.includes('<img')).map(({ path }) => path)
const illustrated = pages.filter(({ html }) => html.includes('<img')).map(({ path }) => path)

const tab = openPage(openBrowser(), files, { viewport: { width: 360, height: 800 } })

/** What was asked for, and how far things moved that stood already: https://web.dev/articles/cls */
async function view(path: string): Promise<{ readonly asked: readonly string[]; readonly moved: readonly string[] }> {
  const asked: string[] = []
  const listen = (request: { url(): string }) => asked.push(new URL(request.url()).pathname)
  tab.page().on('request', listen)
  const page = await tab.go(path)
  tab.page().off('request', listen)
  return { asked, moved: await page.evaluate<string[]>(layoutShifts) }
}

/** Each with what moved. */
const layoutShifts = `new Promise((resolve) => {
  const moved = []
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries()) for (const { node } of sources) moved.push(value + ' ' + node?.nodeName + '.' + node?.className)
  }).observe({ type: 'layout-shift', buffered: true })
  requestAnimationFrame(() => setTimeout(() => resolve(moved)))
})`

test('there are articles with pictures, and without', () => {
  expect([plain.length > 20, illustrated.length > 5]).toEqual([true, true])
})

describe('the first view of an article without pictures', () => {
  test.each(plain)('%s takes two requests, less than 40 KB, and moves nothing', async (path) => {
    const { asked, moved } = await view(path)
    expect(asked).toEqual([path, expect.stringMatching(/^\/assets\/style\.\w+\.css$/)])
    expect(asked.reduce((sum, one) => sum + gzipSync(files.get(one) ?? '').length, 0)).toBeLessThan(40_000)
    expect(moved).toEqual([])
  })
})

test.each(illustrated)('%s moves nothing when its pictures come', async (path) => {
  const { asked, moved } = await view(path)
  expect(asked.length).toBeGreaterThan(2)
  expect(moved).toEqual([])
})
