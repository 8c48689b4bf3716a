import { type Html, html, type TagView } from 'colophon'
import { cards, listDescription, listTitle } from './cards.ts'
import layout from './layout.ts'

export default function tag(view: TagView): Html {
  const { t, label, count } = view
  return layout(view, {
    kind: 'website',
    title: listTitle(view, label),
    description: listDescription(view, label),
    main: html`<div class="front">
<header>
<p class="kicker">${t('topic')}</p>
<h1>${label}</h1>
<p>${t('articles', { count })}</p>
</header>
${cards(view)}
</div>`,
  })
}
