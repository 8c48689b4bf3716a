import { type Html, html, type LocaleStatus, type StatusReport, type StatusView } from 'colophon'
import { localeSection } from './status-locale.ts'
import { languageTitle, progress } from './status-progress.ts'
import { statusStyle } from './status-style.ts'

/** One page for a managing editor: complete in itself, no script, nothing loaded. */
export default function status(view: StatusView): Html {
  const { site, locale, t, formats, now } = view
  return html`<html lang="${locale.tag}" dir="${locale.dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${t('status.title')} – ${site}</title>
${statusStyle}
</head>
<body>
<header class="top">
<p class="kicker">${t('status.title')} – <time datetime="${formats.machineDate(now)}">${formats.date(now)}</time></p>
<h1><bdi>${site}</bdi></h1>
${figures(view)}
</header>
<main>
${summary(view)}
${localesOf(view.report).map(([tag, status]) => localeSection(tag, status, view))}
${heldBack(view)}
</main>
<footer><p>${t('status.note')}</p></footer>
</body>
</html>`
}

function localesOf({ locales }: StatusReport): [string, LocaleStatus][] {
  return Object.entries<LocaleStatus>(locales)
}

function figures({ report, t, formats }: StatusView): Html {
  const all = localesOf(report).map(([, locale]) => locale)
  const articles = all.flatMap((locale) => Object.values(locale.articles))
  const sum = (of: (locale: LocaleStatus) => number): number => all.reduce((total, locale) => total + of(locale), 0)
  const counts = [
    [t('status.complete'), articles.filter(({ units, translated }) => translated === units).length],
    [t('status.toFinish'), articles.filter(({ units, translated }) => translated < units).length],
    [t('status.corrections'), articles.filter(({ correction }) => correction).length],
    [t('status.heldBack'), report.held.length],
    [t('status.wordsOutdated'), sum(({ outdatedWords }) => outdatedWords)],
    [t('status.wordsMissing'), sum(({ missingWords }) => missingWords)],
  ] as const
  return html`<dl class="figures">
${counts.map(([name, count]) => html`<div><dt>${name}</dt><dd>${formats.number(count)}</dd></div>\n`)}</dl>`
}

function summary(view: StatusView): Html {
  const { report, t } = view
  return html`<section aria-labelledby="languages">
<h2 id="languages">${t('languages')}</h2>
<p class="key" aria-hidden="true"><span class="swatch translated"></span> ${t('status.translated')} <span class="swatch outdated"></span> ${t('status.outdated')} <span class="swatch missing"></span> ${t('status.missing')}</p>
<ul class="languages">
${localesOf(report).map(
  ([tag, locale]) => html`<li>
<h3>${languageTitle(tag, view, `#locale-${tag}`)}</h3>
${progress(locale, view)}
<p class="quiet">${t('articles', { count: Object.keys(locale.articles).length })}</p>
</li>
`,
)}</ul>
</section>`
}

/** One reason holds back many editions of an article: said once. */
function heldBack({ report, t, formats }: StatusView): Html | false {
  const { held } = report
  if (held.length === 0) return false
  const titles = new Map(localesOf(report).flatMap(([, { articles }]) => Object.entries(articles)))
  const groups = Map.groupBy(held, ({ article, why }) => JSON.stringify([article, why]))
  return html`<section aria-labelledby="held">
<h2 id="held">${t('status.heldBack')}</h2>
<p class="quiet">${t('status.heldText')}</p>
<ul class="held">
${[...groups.values()].map((editions) => {
  const { article = '', why } = editions[0] ?? {}
  const known = titles.get(article)
  const names = editions.map(({ locale }) => formats.displayName(locale))
  return html`<li><h3><bdi${known && html` lang="${known.sourceLocale}"`}>${known?.title ?? article}</bdi></h3><p>${formats.list(names)}</p><p class="quiet" lang="en" dir="ltr">${why}</p></li>\n`
})}</ul>
</section>`
}
