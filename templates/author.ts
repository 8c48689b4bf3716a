import { type AuthorView, type Html, html } from 'colophon'
import { cards, listDescription, listTitle } from './cards.ts'
import layout from './layout.ts'

export default function author(view: AuthorView): Html {
  const { t, name, count } = view
  return layout(view, {
    kind: 'website',
    title: listTitle(view, name),
    description: listDescription(view, name),
    main: html`<div class="front">
<header>
<p class="kicker">${t('author')}</p>
<h1><bdi>${name}</bdi></h1>
<p>${t('articles', { count })}</p>
</header>
${cards(view)}
</div>`,
  })
}
