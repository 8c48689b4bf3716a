import { type Html, html, type MovedView } from 'colophon'
import layout from './layout.ts'
import { language } from './phrase.ts'

/** At the address that an article had before: browsers and search engines go on to where it is now. */
export default function moved(view: MovedView): Html {
  const { to, title, titleLang } = view
  return layout(view, {
    kind: 'website',
    title,
    description: null,
    head: html`<meta http-equiv="refresh" content="0; url=${to}">`,
    main: html`<div class="lost">
<h1${language(titleLang)}><a href="${to}">${title}</a></h1>
</div>`,
  })
}
