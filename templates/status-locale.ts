import { type ArticleStatus, type Html, html, type LocaleStatus, type StatusView, type TranslatorStatus } from 'colophon'
import { withHtml } from './phrase.ts'
import { languageTitle, progress } from './status-progress.ts'

/** One language: what is to do, what is done, and who did it. */
export function localeSection(tag: string, { articles, translators }: LocaleStatus, view: StatusView): Html {
  const { t, formats } = view
  const all = Object.values<ArticleStatus>(articles)
  const open = all.filter(({ units, translated }) => translated < units)
  const done = all.filter(({ units, translated }) => translated === units)
  const list = (some: readonly ArticleStatus[]): Html => html`<ul class="articles">
${some.map((article) => articleItem(article, view))}</ul>`
  return html`<section aria-labelledby="locale-${tag}">
<h2 id="locale-${tag}">${languageTitle(tag, view, null)}</h2>
${all.length === 0 && html`<p class="quiet">${t('status.nothing')}</p>`}
${open.length > 0 && html`<h3>${t('status.toFinish')}</h3>\n${list(open)}`}
${
  done.length > 0 &&
  html`<details${open.length === 0 && html` open=""`}><summary>${t('status.complete')} <span class="count">${formats.number(done.length)}</span></summary>
${list(done)}
</details>`
}
${translators.length > 0 && translatorTable(tag, translators, view)}
</section>
`
}

function articleItem(article: ArticleStatus, view: StatusView): Html {
  const { t } = view
  const { title, sourceLocale, published, correction, oldestOutdated, translators, file, catalog } = article
  const runs = view.locales.find(({ tag }) => tag === sourceLocale)?.dir ?? 'auto'
  return html`<li>
<h4><bdi lang="${sourceLocale}" dir="${runs}">${title}</bdi></h4>
<p class="path"><bdi dir="ltr">${catalog ?? file}</bdi></p>
${progress(article, view)}
<p>${correction && html`<strong class="tag correction">${t('status.correction')}</strong> `}<span class="tag ${published}">${stateOf(published, view)}</span>${
    oldestOutdated !== null && html` ${since(new Date(oldestOutdated), view)}`
  }${translators.length > 0 && html` <span class="quiet">${translatorsLine(translators, view)}</span>`}</p>
</li>
`
}

function stateOf(state: ArticleStatus['published'], { t }: StatusView): string {
  switch (state) {
    case 'complete':
      return t('status.published')
    case 'marked':
      return t('status.marked')
    case 'source':
      return t('status.source')
    case 'held':
      return t('status.heldBack')
  }
}

function since(date: Date, { t, formats }: StatusView): Html {
  const time = html`<time datetime="${formats.machineDate(date)}">${formats.date(date)}</time>`
  return withHtml((value) => t('status.outdatedSince', { date: value }), time)
}

function translatorsLine(names: readonly string[], { t, formats }: StatusView): Html {
  const list = formats.htmlList(names.map((name) => html`<bdi>${name}</bdi>`))
  return withHtml((value) => t('translators', { count: names.length, names: value }), list)
}

function translatorTable(tag: string, translators: readonly TranslatorStatus[], { t, formats }: StatusView): Html {
  const head = [t('status.name'), t('status.articles'), t('status.wordsTranslated'), t('status.wordsOutdated'), t('status.wordsMissing')]
  return html`<h3 id="translators-${tag}">${t('status.translators')}</h3>
<div class="table" role="region" aria-labelledby="translators-${tag}" tabindex="0">
<table>
<thead><tr>${head.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>
${translators.map(({ name, articles, translatedWords, outdatedWords, missingWords }) => {
  const counts = [articles, translatedWords, outdatedWords, missingWords]
  return html`<tr><th scope="row"><bdi>${name}</bdi></th>${counts.map((count) => html`<td>${formats.number(count)}</td>`)}</tr>\n`
})}</tbody>
</table>
</div>`
}
