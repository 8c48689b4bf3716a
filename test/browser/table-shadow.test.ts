import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { describe, expect, inject, test } from 'vitest'
import { filesIn } from './built-site.ts'
import { openBrowser, openPage } from './open-browser.ts'

const files = filesIn(inject('demo'))
const browser = openBrowser()
const withTables = [...files].flatMap(([path, body]) => (path.endsWith('/') && Buffer.from(body).includes('<table') ? path : []))

interface Table {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly fits: boolean
}

/** Where the first table of the page stands, once it is in view. */
const tableOf = (page: Page) =>
  page.evaluate<Table>(`(() => {
    const table = document.querySelector('table')
    table.scrollIntoView({ block: 'center', behavior: 'instant' })
    const { left, right, top } = table.getBoundingClientRect()
    return { left, right, top, fits: table.scrollWidth <= table.clientWidth }
  })()`)

/** Colours of a strip above the table's first line of text, around one of its edges. */
async function coloursAt(page: Page, x: number, { top }: Table): Promise<number> {
  const clip = { x: Math.floor(x) - 3, y: Math.ceil(top) + 1, width: 6, height: 3 }
  const { data } = await sharp(await page.screenshot({ clip }))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return new Set(Array.from({ length: data.length / 3 }, (_, index) => data.subarray(index * 3, index * 3 + 3).toString('hex'))).size
}

/** Pixels of a screen for one of the page: those of Windows and of a common phone, too. */
const scales = [1, 1.25, 1.5, 2.625]

describe.each(scales)('where a pixel is %f of the screen’s', (deviceScaleFactor) => {
  const tab = openPage(browser, files, { deviceScaleFactor })
  test.each(withTables.filter((path) => /^\/(?:ar|de)\//.test(path)))(
    'beside a table that fits stands nothing, however wide the page: %s',
    async (path) => {
      const page = await tab.go(path)
      let seen = 0
      for (let width = 700; width < 1200; width += 61) {
        await page.setViewportSize({ width, height: 800 })
        const table = await tableOf(page)
        if (!table.fits) continue
        seen++
        expect([width, await coloursAt(page, table.left, table), await coloursAt(page, table.right, table)]).toEqual([width, 1, 1])
      }
      expect(seen).toBeGreaterThan(4)
    },
  )
})
