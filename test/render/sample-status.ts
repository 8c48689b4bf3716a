import type { ArticleId } from '../../pipeline/model/article.ts'
import { type ArticleStatus, type Counts, emptyTally, type LocaleStatus, type StatusReport } from '../../pipeline/model/status-report.ts'
import { localeView } from '../../pipeline/render/locale-view.ts'
import type { StatusView } from '../../pipeline/render/status-view.ts'
import status from '../../templates/status.ts'
import { sampleShell, tag } from './sample.ts'

const counts = (translatedWords: number, outdatedWords: number, missingWords: number): Counts => ({
  ...emptyTally(),
  units: 3,
  translated: [translatedWords, outdatedWords, missingWords].filter((words) => words === 0).length + 1,
  words: translatedWords + outdatedWords + missingWords,
  translatedWords,
  outdatedWords,
  missingWords,
})

export const talks: ArticleStatus = {
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

export const sampleReport: StatusReport = {
  locales: { [tag('ar')]: locale, [tag('zh-Hant')]: { ...emptyTally(), oldestOutdated: null, translators: [], articles: {} } },
  held: [
    { article: 'talks' as ArticleId, locale: tag('ar'), why: '2 missing, 1 outdated of 18 units' },
    { article: 'broken' as ArticleId, locale: tag('ar'), why: 'articles/broken.md:2:1: Unexpected `x`.' },
  ],
}

/** @param more what differs from a page in English */
export function statusPage(more: Partial<StatusView> = {}, language = 'en'): string {
  const { locale, t, formats } = sampleShell(language)
  const locales = ['ar', 'zh-Hant', 'de'].map((one) => localeView({ tag: tag(one) }))
  const view = { site: 'Strait & Sound', now: new Date('2026-11-22T12:00:00Z'), report: sampleReport, locale, locales, t, formats }
  return `<!doctype html>\n${status({ ...view, ...more })}\n`
}
