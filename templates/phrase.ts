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

/** A noncharacter, which no text holds. */
const slot = '\uFDD1'

/**
 * An interface text with markup at the place of one of its values: a link in a sentence.
 *
 * @param say is given what stands for the markup, as the value
 */
export function withHtml(say: (value: string) => string, markup: Html): Html {
  return html`${say(slot)
    .split(slot)
    .map((text, index) => [index > 0 && markup, text])}`
}
