import axe from 'axe-core'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { statusPage } from '../../pipeline/commands/status-page.ts'
import type { ArticleId } from '../../pipeline/model/article.ts'
import { type ArticleStatus, type Counts, emptyTally, type LocaleStatus, type StatusReport } from '../../pipeline/model/status-report.ts'
import { tag } from '../render/sample.ts'

const counts = (translatedWords: number, outdatedWords: number, missingWords: number): Counts => ({
  ...emptyTally(),
  units: 3,
  translated: [translatedWords, outdatedWords, missingWords].filter((words) => words === 0).length + 1,
  words: translatedWords + outdatedWords + missingWords,
  translatedWords,
  outdatedWords,
  missingWords,
})

const talks: ArticleStatus = {
  ...counts(410, 120, 3),
  published: 'held',
  correction: true,
  oldestOutdated: '2026-11-02T10:00:00.000Z',
  translators: ['رشيد بن مرزاق', 'Orla Kinsallagh'],
  title: 'Ein Donaudampfschifffahrtsgesellschaftskapitänspatentverlängerungsantragsformular für die Meerenge',
  sourceLocale: tag('de'),
  file: 'articles/2026/11/strait-talks.md',
  catalog: 'locales/ar/articles/2026/11/strait-talks-with-a-very-long-name-that-goes-on-and-on-and-on.po',
}

const ferry: ArticleStatus = {
  ...talks,
  ...counts(200, 0, 0),
  published: 'complete',
  correction: false,
  oldestOutdated: null,
  title: 'العبارة',
}
const marked: ArticleStatus = {
  ...ferry,
  ...counts(0, 0, 90),
  published: 'marked',
  translators: [],
  sourceLocale: tag('ar'),
  catalog: null,
}

const locale: LocaleStatus = {
  ...counts(610, 120, 93),
  oldestOutdated: talks.oldestOutdated,
  translators: talks.translators.map((name) => ({ ...counts(305, 120, 3), name, articles: 2 })),
  articles: { ['talks' as ArticleId]: talks, ['lights' as ArticleId]: marked, ['ferry' as ArticleId]: ferry },
}

const report: StatusReport = {
  locales: { [tag('ar')]: locale, [tag('zh-Hant')]: { ...emptyTally(), oldestOutdated: null, translators: [], articles: {} } },
  held: [
    { article: 'talks' as ArticleId, locale: tag('ar'), why: '2 missing, 1 outdated of 18 units' },
    { article: 'broken' as ArticleId, locale: tag('ar'), why: 'articles/broken.md:2:1: Unexpected `x`.' },
  ],
}

const page = statusPage(report, { site: 'Strait & Sound', now: new Date('2026-11-22T12:00:00Z') })

let browser: Browser
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: inject('chromium'), args: ['--no-sandbox', '--headless=shell'] })
})
afterAll(() => browser.close())

async function onPage<Result>(options: BrowserContextOptions, look: (page: Page) => Promise<Result>): Promise<Result> {
  const context = await browser.newContext(options)
  try {
    const tab = await context.newPage()
    await tab.setContent(page)
    return await look(tab)
  } finally {
    await context.close()
  }
}

test.each(['light', 'dark'] as const)('the status page has no accessibility violation, %s', async (colorScheme) => {
  await onPage({ viewport: { width: 360, height: 800 }, colorScheme }, async (tab) => {
    await tab.evaluate('for (const each of document.querySelectorAll("details")) each.open = true')
    await tab.evaluate(axe.source)
    const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
    const found = await tab.evaluate<axe.Result[]>(`axe.run({ runOnly: ${JSON.stringify(rules)} }).then(({ violations }) => violations)`)
    expect(found.map(({ id, nodes }) => [id, nodes.map(({ html, failureSummary }) => [html, failureSummary])])).toEqual([])
  })
})

test('the status page is never wider than the window', async () => {
  await onPage({}, async (tab) => {
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
    await tab.setContent(page, { waitUntil: 'networkidle' })
    expect(await tab.getByRole('heading', { level: 1 }).textContent()).toBe('Strait & Sound')
    expect(await tab.getByRole('heading', { level: 4 }).first().textContent()).toBe(talks.title)
    expect(await tab.getByText('410 of 533 words').isVisible()).toBe(true)
    expect(await tab.getByText('correction waits').isVisible()).toBe(true)
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
