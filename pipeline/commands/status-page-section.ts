import type { Html } from '../model/html.ts'
import { direction, type Locale } from '../model/locale.ts'
import type { ArticleStatus, LocaleStatus, TranslatorStatus } from '../model/status-report.ts'
import { html } from '../render/html.ts'
import { ageOf } from './age.ts'
import { counted } from './counted.ts'
import { inWords, localeName, longDate, ownName, progressBar } from './status-page-parts.ts'

/** One language: what is to do, what is done, and who did it. */
export function localeSection(tag: Locale, locale: LocaleStatus, now: Date): Html {
  const articles = Object.entries<ArticleStatus>(locale.articles)
  const open = articles.filter(([, { units, translated }]) => translated < units)
  const done = articles.filter(([, { units, translated }]) => translated === units)
  const list = (some: typeof articles): Html => html`<ul class="articles">
${some.map(([, article]) => articleItem(article, now))}</ul>`
  return html`<section aria-labelledby="locale-${tag}">
<h2 id="locale-${tag}">${localeName(tag)} ${ownName(tag)}</h2>
${articles.length === 0 && html`<p class="quiet">Nothing is to be translated.</p>`}
${open.length > 0 && html`<h3>To finish</h3>\n${list(open)}`}
${
  done.length > 0 &&
  html`<details${open.length === 0 ? html` open` : null}><summary>${counted(done.length, 'article')} complete</summary>
${list(done)}
</details>`
}
${locale.translators.length > 0 && translatorTable(tag, locale.translators)}
</section>
`
}

const states = {
  complete: 'published',
  marked: 'published, with gaps marked',
  source: 'published, gaps in the source language',
  held: 'held back',
}

function articleItem(article: ArticleStatus, now: Date): Html {
  const { title, sourceLocale, published, correction, oldestOutdated, translators, file, catalog } = article
  return html`<li>
<h4><bdi lang="${sourceLocale}" dir="${direction(sourceLocale)}">${title}</bdi></h4>
<p class="path">${catalog ?? file}</p>
${progressBar(article)}
<p>${correction && html`<strong class="tag correction">correction waits</strong> `}<span class="tag ${published}">${states[published]}</span>${
    oldestOutdated !== null && html` outdated since ${longDate(oldestOutdated)} (${ageOf(oldestOutdated, now)})`
  }${translators.length > 0 && html` <span class="quiet">by ${joined(translators)}</span>`}</p>
</li>
`
}

function joined(names: readonly string[]): Html[] {
  return names.map((name, index) => html`${index > 0 && ', '}<bdi>${name}</bdi>`)
}

function translatorTable(tag: Locale, translators: readonly TranslatorStatus[]): Html {
  return html`<h3 id="translators-${tag}">Translators</h3>
<div class="table" role="region" aria-labelledby="translators-${tag}" tabindex="0">
<table>
<thead><tr><th scope="col">Name</th><th scope="col">Articles</th><th scope="col">Words translated</th><th scope="col">Outdated</th><th scope="col">Missing</th></tr></thead>
<tbody>
${translators.map(
  ({ name, articles, translatedWords, outdatedWords, missingWords }) =>
    html`<tr><th scope="row"><bdi>${name}</bdi></th><td>${inWords(articles)}</td><td>${inWords(translatedWords)}</td><td>${inWords(outdatedWords)}</td><td>${inWords(missingWords)}</td></tr>\n`,
)}</tbody>
</table>
</div>`
}
