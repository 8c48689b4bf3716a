import { type CardView, type Html, html, type IndexView } from 'colophon'
import { language } from './phrase.ts'

/** Of the window: a list's name, and which of its pages this is. */
export function listTitle({ t, page, pages }: IndexView, name: string): string {
  return page === 1 ? name : `${name}, ${t('pageOf', { page, pages })}`
}

/** For lists of results: what the list is, and what stands first in it in the page's own language. */
export function listDescription(view: IndexView, name: string): string {
  const titles = view.items.flatMap(({ title, titleLang }) => (titleLang === null ? title : []))
  return [listTitle(view, name), ...titles.slice(0, titlesInDescription)].join(' · ')
}

const titlesInDescription = 3

/** A page's articles, and the way to its neighbours. */
export function cards(view: IndexView): Html {
  return html`<ol class="cards">
${view.items.map((item) => card(item, view))}
</ol>
${pagination(view)}`
}

function card({ path, title, titleLang, description, descriptionLang, date, authors }: CardView, { t, formats }: IndexView): Html {
  return html`<li><article>
<h2${language(titleLang)}><a href="${path}"${titleLang && html` hreflang="${titleLang.tag}"`}>${titleLang ? title : formats.headline(title)}</a></h2>
<p class="standfirst"${language(descriptionLang)}>${description}</p>
</article>
<p class="meta"><time datetime="${formats.machineDate(date)}">${formats.date(date)}</time> <span>${t('by', { authors: formats.list(authors) })}</span></p>
</li>
`
}

function pagination({ t, page, pages, newer, older }: IndexView): Html | null {
  if (pages === 1) return null
  return html`<nav class="pages" aria-label="${t('pages')}">
${newer !== null && html`<a class="newer" href="${newer}" rel="prev">${t('newer')}</a>`}
<span>${t('pageOf', { page, pages })}</span>
${older !== null && html`<a class="older" href="${older}" rel="next">${t('older')}</a>`}
</nav>`
}
