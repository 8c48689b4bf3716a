import type { Html } from '../model/html.ts'
import { type Locale, parseLocale } from '../model/locale.ts'
import type { LocaleStatus, StatusReport } from '../model/status-report.ts'
import { html } from '../render/html.ts'
import { counted } from './counted.ts'
import { inWords, localeName, longDate, ownName, progressBar } from './status-page-parts.ts'
import { localeSection } from './status-page-section.ts'
import { statusStyle } from './status-page-style.ts'
import type { StatusView } from './status-text.ts'

/** One page for a managing editor: complete in itself, no script, nothing loaded. */
export function statusPage(report: StatusReport, { site, now }: Pick<StatusView, 'site' | 'now'>): string {
  const locales = Object.entries<LocaleStatus>(report.locales).flatMap(([tag, locale]): [Locale, LocaleStatus][] => {
    const parsed = parseLocale(tag)
    return parsed === null ? [] : [[parsed, locale]]
  })
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Translations of ${site}</title>
${statusStyle}
</head>
<body>
<header class="top">
<p class="kicker">Translations, ${longDate(now.toISOString())}</p>
<h1><bdi>${site}</bdi></h1>
${figures(report)}
</header>
<main>
${summary(locales)}
${locales.map(([tag, locale]) => localeSection(tag, locale, now))}
${heldBack(report)}
</main>
<footer><p>Counted from the articles and catalogs as they stand. Words are those of the sources. A text is outdated while its source has changed since it was translated; the dates are those of the commits that changed it.</p></footer>
</body>
</html>
`
  return page.toString()
}

function figures({ locales, held }: StatusReport): Html {
  const all = Object.values<LocaleStatus>(locales)
  const articles = all.flatMap((locale) => Object.values(locale.articles))
  const sum = (of: (locale: LocaleStatus) => number): number => all.reduce((total, locale) => total + of(locale), 0)
  const figure = (name: string, count: number): Html => html`<div><dt>${name}</dt><dd>${inWords(count)}</dd></div>\n`
  return html`<dl class="figures">
${figure('translations complete', articles.filter(({ units, translated }) => translated === units).length)}${figure(
  'still to finish',
  articles.filter(({ units, translated }) => translated < units).length,
)}${figure('corrections that wait', articles.filter(({ correction }) => correction).length)}${figure(
  'editions held back',
  held.length,
)}${figure(
  'words outdated',
  sum(({ outdatedWords }) => outdatedWords),
)}${figure(
  'words missing',
  sum(({ missingWords }) => missingWords),
)}</dl>`
}

function summary(locales: readonly (readonly [Locale, LocaleStatus])[]): Html {
  return html`<section aria-labelledby="languages">
<h2 id="languages">Languages</h2>
<p class="key" aria-hidden="true"><span class="swatch translated"></span> translated <span class="swatch outdated"></span> outdated <span class="swatch missing"></span> missing</p>
<ul class="languages">
${locales.map(
  ([tag, locale]) => html`<li>
<h3><a href="#locale-${tag}">${localeName(tag)}</a> ${ownName(tag)}</h3>
${progressBar(locale)}
<p class="quiet">${counted(Object.keys(locale.articles).length, 'article')}${
    locale.oldestOutdated !== null && html`, the oldest outdated text since ${longDate(locale.oldestOutdated)}`
  }</p>
</li>
`,
)}</ul>
</section>`
}

/** One reason holds back many editions of an article: said once. */
function heldBack({ held, locales }: StatusReport): Html | false {
  const titles = new Map(Object.values<LocaleStatus>(locales).flatMap(({ articles }) => Object.entries(articles)))
  const groups = Map.groupBy(held, ({ article, why }) => JSON.stringify([article, why]))
  const title = (article: string): Html => {
    const known = titles.get(article)
    return known === undefined ? html`<bdi>${article}</bdi>` : html`<bdi lang="${known.sourceLocale}">${known.title}</bdi>`
  }
  return (
    held.length > 0 &&
    html`<section aria-labelledby="held">
<h2 id="held">Held back</h2>
<p class="quiet">Readers don’t get these editions as things stand, unless they were published before. What <code>colophon check</code> would find isn’t counted.</p>
<ul class="held">
${[...groups.values()].map((editions) => {
  const { article = '', why } = editions[0] ?? {}
  const names = editions.map(({ locale }) => localeName(locale))
  return html`<li><h3>${title(article)}</h3><p>${names.join(', ')}</p><p class="quiet">${why}</p></li>\n`
})}</ul>
</section>`
  )
}
