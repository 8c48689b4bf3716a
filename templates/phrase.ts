import { type Html, html, type LocaleView, type Phrase, type Translate } from 'colophon'

/** ` lang dir` of a text that isn't in the page's language. */
export function language(lang: LocaleView | null): Html | null {
  return lang && html` lang="${lang.tag}" dir="${lang.dir}"`
}

/** Says of a text that isn't current that it isn't, in the page's language. */
export function notice(t: Translate, { origin }: Phrase): Html | null {
  if (origin === 'outdated') return html`<p class="notice">${t('outdatedNotice')}</p>`
  if (origin === 'missing') return html`<p class="notice">${t('missingNotice')}</p>`
  return null
}
