import { type Html, html, type SearchView } from 'colophon'
import layout from './layout.ts'

/** Needs script, and says so where there is none. */
export default function search(view: SearchView): Html {
  const { t, home, locale, script, index, numbers } = view
  return layout(view, {
    kind: 'website',
    title: t('search'),
    description: null,
    head: html`<script type="module" src="${script}"></script>`,
    main: html`<div class="finder">
<h1>${t('search')}</h1>
<form class="search" role="search" hidden data-index="${index}" data-numbers="${numbers}" data-found="${t('searchResults', { found: '{found}' })}" data-none="${t('searchNothing')}">
<label for="page:q">${t('searchFor')}</label>
<input type="search" id="page:q" name="q" autocomplete="off" spellcheck="false" dir="auto" lang="${locale.tag}">
<button>${t('search')}</button>
</form>
<noscript><p class="notice">${t('searchNeedsScript')} <a href="${home}">${t('latest')}</a></p></noscript>
<p class="search-status" role="status"></p>
<ol class="search-results"></ol>
</div>`,
  })
}
