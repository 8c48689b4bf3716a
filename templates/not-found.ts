import { type Html, html, type NotFoundView } from 'colophon'
import layout from './layout.ts'

export default function notFound(view: NotFoundView): Html {
  const { t, home } = view
  return layout(view, {
    kind: 'website',
    title: t('notFoundTitle'),
    description: null,
    main: html`<div class="lost">
<h1>${t('notFoundTitle')}</h1>
<p class="standfirst">${t('notFoundText')}</p>
<p><a href="${home}">${t('home')}</a></p>
</div>`,
  })
}
