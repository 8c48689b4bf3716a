import type { ArticleView } from './article-view.ts'
import { html } from './html.ts'

/** A body that begins with its dateline, as the stylesheet shows it to readers who have one: "Ostend — The gauge …". Safe HTML. */
export function datelined({ place, body, locale }: Pick<ArticleView, 'place' | 'body' | 'locale'>): string {
  const text = String(body)
  if (place === null) return text
  const { lang } = place
  const where = lang === null ? html`${place.text}` : html`<span lang="${lang.tag}" dir="${lang.dir}">${place.text}</span>`
  return opening.test(text) ? text.replace(opening, () => `<p>${where}${dash(locale.tag)}`) : `<p>${where}</p>\n${text}`
}

const opening = /^\s*<p>/

function dash(tag: string): string {
  return new Intl.Locale(tag).language === 'zh' ? '——' : ' — '
}
