import { type Choice, type ChooserView, type Html, html } from 'colophon'
import layout from './layout.ts'

/** The site's root: every language in its own words. */
export default function chooser(view: ChooserView): Html {
  return layout(
    { ...view, editions: [] },
    {
      kind: 'website',
      title: null,
      description: [view.t('chooseLanguage'), ...view.choices.map(({ locale }) => locale.name)].join(' · '),
      main: html`<div class="chooser">
<h1>${view.t('chooseLanguage')}</h1>
<ul>
${view.choices.map(choice)}
</ul>
</div>`,
    },
  )
}

function choice({ locale, path, count, t }: Choice): Html {
  return html`<li lang="${locale.tag}" dir="${locale.dir}"><a href="${path}" hreflang="${locale.tag}">${locale.name}</a> <span>${t('articles', { count })}</span></li>
`
}
