import { absoluteHtml } from './absolute-html.ts'
import type { ArticleView, CreditView, PictureView } from './article-view.ts'
import { datelined } from './datelined.ts'
import { html } from './html.ts'
import { htmlMarkdown } from './html-markdown.ts'
import { plainCorrections } from './plain-corrections.ts'

/** An article for programs that read Markdown: what its page says, with what machines are told of it as front matter. */
export function markdownTwin(view: ArticleView): string {
  const { site, path, title, description, image, t } = view
  const page = site.origin + path
  const before = html`<h1>${title.text}</h1>
<p><strong>${description.text}</strong></p>
${notice(view)}${image && picture(image, t)}`
  const content = `${before}${datelined(view)}${plainCorrections(view) ?? ''}`
  return `---\n${frontMatter(view, page)}---\n\n${htmlMarkdown(absoluteHtml(content, page, ''))}`
}

function notice({ untranslated, sourceLocale, outdated, missing, formats, t }: ArticleView) {
  if (untranslated) return html`<p><em>${t('sourceEdition', { language: formats.displayName(sourceLocale.tag) })}</em></p>\n`
  const count = outdated + missing
  return count > 0 && html`<p><em>${t('incompleteEdition', { count })}</em></p>\n`
}

function picture({ src, alt, caption, credit }: PictureView, t: ArticleView['t']) {
  const thanks = credit && t('photo', { credit: credit.text })
  return html`<p><img src="${src}" alt="${alt.text}"></p>\n${(caption || thanks) && html`<p><em>${[caption?.text, thanks].filter(Boolean).join(' ')}</em></p>\n`}`
}

/** YAML, whose every value is JSON, which is YAML too: no word of an article can end it or become anything else. */
function frontMatter(
  { title, description, locale, canonical, formats, date, updated, authors, tags, t, credit }: ArticleView,
  page: string,
): string {
  const values = {
    title: title.text,
    description: description.text,
    lang: locale.tag,
    url: page,
    ...(canonical !== page && canonical !== null && { canonical }),
    date: formats.machineDate(date),
    ...(updated && { updated: formats.machineDate(updated) }),
    authors,
    ...(tags.length > 0 && { tags: tags.map((tag) => t(`tag.${tag}`)) }),
    ...(credit && translation(credit)),
  }
  return Object.entries(values)
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`)
    .join('')
}

function translation({ team, translators, original }: CreditView) {
  return {
    ...(original && { original: original.url, originalLang: original.locale.tag }),
    ...(team !== null && { translation: team }),
    ...(translators.length > 0 && { translators }),
  }
}
