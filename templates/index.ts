import { type CardView, type Html, html, type IndexView } from 'colophon'
import layout from './layout.ts'
import { language } from './phrase.ts'

export default function index(view: IndexView): Html {
  const { t, page, pages, count, items } = view
  const position = pages > 1 && t('pageOf', { page, pages })
  return layout(view, {
    kind: 'website',
    title: page === 1 ? null : `${t('latest')}, ${position}`,
    description: null,
    main: html`<div class="front${page === 1 && ' first'}">
<header>
<h1>${t('latest')}</h1>
<p>${t('articles', { count })}</p>
</header>
<ol class="cards">
${items.map((item) => card(item, view))}
</ol>
${pagination(view)}
</div>`,
  })
}

function card({ path, title, titleLang, description, descriptionLang, date, authors }: CardView, { t, formats }: IndexView): Html {
  return html`<li><article>
<h2${language(titleLang)}><a href="${path}"${titleLang && html` hreflang="${titleLang.tag}"`}>${title}</a></h2>
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
