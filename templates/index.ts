import { type Html, html, type IndexView } from 'colophon'
import { cards, listDescription, listTitle } from './cards.ts'
import layout from './layout.ts'

export default function index(view: IndexView): Html {
  const { t, page, count } = view
  return layout(view, {
    kind: 'website',
    title: page === 1 ? null : listTitle(view, t('latest')),
    description: listDescription(view, t('latest')),
    main: html`<div class="front${page === 1 && ' first'}">
<header>
<h1>${t('latest')}</h1>
<p>${t('articles', { count })}</p>
</header>
${cards(view)}
</div>`,
  })
}
