import { absoluteHtml } from './absolute-html.ts'
import type { ArticleView, CreditView, PictureView } from './article-view.ts'
import { datelined } from './datelined.ts'
import type { Translate } from './formats-view.ts'
import { html } from './html.ts'
import type { LocaleView } from './page-view.ts'
import { plainCorrections } from './plain-corrections.ts'

/** What feeds tell of an edition beyond its card. */
export interface FeedText {
  /** Safe HTML, whole: the picture, the body, who translated it; all addresses absolute. */
  readonly content: string
  /** Absolute. */
  readonly image: string | null
  /** Null for an original. */
  readonly translation: FeedTranslation | null
}

export interface FeedTranslation {
  readonly team: string | null
  readonly translators: readonly string[]
  /** Absolute; null where the original isn't published. */
  readonly original: string | null
}

/** An article as people get it who read it in their feed reader. */
export function feedText(view: ArticleView): FeedText {
  const { site, path, locale, t, image, credit, outdated, missing } = view
  const incomplete = outdated + missing
  const before = html`${incomplete > 0 && html`<p><em>${t('incompleteEdition', { count: incomplete })}</em></p>\n`}${image && picture(image, t)}`
  const after = html`${plainCorrections(view)}${credit && colophon(credit, view)}`
  // What shows it has a language and a direction of its own, whatever the feed says.
  const whole = `<div${language(locale)}>${before}${datelined(view)}${after}</div>`
  return {
    content: absoluteHtml(whole, site.origin + path),
    image: image && new URL(image.src, site.origin).href,
    translation: credit && { team: credit.team, translators: credit.translators, original: credit.original?.url ?? null },
  }
}

function picture({ src, alt, caption, credit }: PictureView, t: Translate) {
  const words = caption && html`<span${language(caption.lang)}>${caption.text}</span>`
  const thanks = credit && html` <small${language(credit.lang)}>${t('photo', { credit: credit.text })}</small>`
  return html`<figure><img src="${src}" alt="${alt.text}"${language(alt.lang)}>${(words || thanks) && html`<figcaption>${words}${thanks}</figcaption>`}</figure>\n`
}

function colophon({ team, translators, original }: CreditView, { t, formats }: ArticleView) {
  const lines = [
    team !== null && html`${t('translationCredit', { team })}`,
    translators.length > 0 && html`${t('translators', { count: translators.length, names: formats.list(translators) })}`,
    original &&
      html`<a href="${original.path}" hreflang="${original.locale.tag}">${t('originalIn', { language: formats.displayName(original.locale.tag) })}</a>`,
  ].filter((line) => line !== false && line !== null)
  if (lines.length === 0) return null
  // Lines, not sentences: languages end those in ways of their own.
  return html`\n<hr>\n<p>${lines.map((line, index) => [index > 0 && html`<br>\n`, line])}</p>`
}

function language(lang: LocaleView | null) {
  return lang && html` lang="${lang.tag}" dir="${lang.dir}"`
}
