import axe from 'axe-core'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { statusPage, talks } from '../render/sample-status.ts'

const pages = { en: statusPage(), ar: statusPage({}, 'ar') } as const

let browser: Browser
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: inject('chromium'), args: ['--no-sandbox', '--headless=shell'] })
})
afterAll(() => browser.close())

type Options = BrowserContextOptions & { readonly language?: keyof typeof pages }

async function onPage<Result>({ language = 'en', ...options }: Options, look: (page: Page) => Promise<Result>): Promise<Result> {
  const context = await browser.newContext(options)
  try {
    const tab = await context.newPage()
    await tab.setContent(pages[language])
    return await look(tab)
  } finally {
    await context.close()
  }
}

test.each([
  ['light', 'en'],
  ['dark', 'en'],
  ['light', 'ar'],
  ['dark', 'ar'],
] as const)('the status page has no accessibility violation, %s, in %s', async (colorScheme, language) => {
  await onPage({ viewport: { width: 360, height: 800 }, colorScheme, language }, async (tab) => {
    await tab.evaluate('for (const each of document.querySelectorAll("details")) each.open = true')
    await tab.evaluate(axe.source)
    const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
    const found = await tab.evaluate<axe.Result[]>(`axe.run({ runOnly: ${JSON.stringify(rules)} }).then(({ violations }) => violations)`)
    expect(found.map(({ id, nodes }) => [id, nodes.map(({ html, failureSummary }) => [html, failureSummary])])).toEqual([])
  })
})

test.each(['en', 'ar'] as const)('the status page is never wider than the window, in %s', async (language) => {
  await onPage({ language }, async (tab) => {
    for (const width of [320, 360, 768, 1280]) {
      await tab.setViewportSize({ width, height: 800 })
      expect(await tab.evaluate('document.documentElement.scrollWidth')).toBe(width)
    }
  })
})

test('the status page says all without scripts, and asks for nothing', async () => {
  const asked: string[] = []
  await onPage({ javaScriptEnabled: false }, async (tab) => {
    tab.on('request', (request) => asked.push(request.url()))
    await tab.setContent(pages.en, { waitUntil: 'networkidle' })
    expect(await tab.getByRole('heading', { level: 1 }).textContent()).toBe('Strait & Sound')
    expect(await tab.getByRole('heading', { level: 4 }).first().textContent()).toBe(talks.title)
    expect(await tab.getByText('Words: 410 of 533').isVisible()).toBe(true)
    expect(await tab.getByText('Correction waiting').isVisible()).toBe(true)
  })
  expect(asked).toEqual([])
})

test('a bar is cut as its words are', async () => {
  await onPage({ viewport: { width: 1280, height: 800 } }, async (tab) => {
    const widths = await tab.evaluate<number[]>(
      `[...document.querySelector('.articles .bar').children].map((part) => part.getBoundingClientRect().width)`,
    )
    const [translated = 0, outdated = 0] = widths
    expect(widths).toHaveLength(3)
    expect(translated / outdated).toBeCloseTo(410 / 120, 1)
  })
})
