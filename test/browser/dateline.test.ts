import { expect, inject, test } from 'vitest'
import { filesIn } from './built-site.ts'
import { openBrowser, openPage } from './open-browser.ts'

const tab = openPage(openBrowser(), filesIn(inject('demo')), { viewport: { width: 320, height: 800 } })

interface Lines {
  /** Of the dateline. */
  readonly lines: number
  /** Letters of the text that stand upon the dateline's. */
  readonly upon: number
  /** Whether the text's first line begins where the dateline's last one ends, its second one at the edge. */
  readonly below: boolean
}

/** Of an article's first paragraph, with another place before it. */
const linesWith = (place: string) => `(() => {
  const dateline = document.querySelector('.dateline')
  dateline.textContent = ${JSON.stringify(place)}
  const rectsOf = (node) => {
    const range = document.createRange()
    range.selectNodeContents(node)
    return [...range.getClientRects()].filter(({ width }) => width > 0)
  }
  const text = rectsOf(dateline.nextElementSibling)
  const own = rectsOf(dateline)
  const overlaps = (one, two) => one.left < two.right - 1 && two.left < one.right - 1 && one.top < two.bottom - 4 && two.top < one.bottom - 4
  const { left } = dateline.parentElement.getBoundingClientRect()
  const second = text.find(({ top }) => top > text[0].bottom - 4)
  return {
    lines: new Set(own.map(({ top }) => Math.round(top))).size,
    upon: text.filter((rect) => own.some((other) => overlaps(rect, other))).length,
    below: second !== undefined && Math.abs(second.left - left) < 1,
  }
})()`

test.each([
  ['Ostend', 1],
  ['San Cristóbal de las Casas, Mexico', 2],
  ['Bandar Seri Begawan and Santa Cruz de la Sierra and Ostend', 2],
])('the text begins beside or below its dateline, never upon it: %s', async (place, atLeast) => {
  const page = await tab.go('/en/2025/11/tide-gauge/')
  const { lines, upon, below } = await page.evaluate<Lines>(linesWith(place))
  expect([lines >= atLeast, upon, below]).toEqual([true, 0, true])
})
