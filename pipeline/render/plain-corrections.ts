import type { Html } from '../model/html.ts'
import type { ArticleView } from './article-view.ts'
import { html } from './html.ts'

/** The corrections of an article for readers elsewhere: without our stylesheet. */
export function plainCorrections({ corrections, t, formats }: ArticleView): Html | null {
  if (corrections.length === 0) return null
  const paragraphs = corrections.map(({ date, text: { text, lang } }) => {
    const language = lang && html` lang="${lang.tag}" dir="${lang.dir}"`
    return html`<p><strong>${formats.date(date)}</strong> <span${language}>${text}</span></p>\n`
  })
  return html`\n<h2>${t('corrections')}</h2>\n${paragraphs}`
}
