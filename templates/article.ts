import {
  type ArticleView,
  type CardView,
  type CreditView,
  type Formats,
  type Html,
  html,
  type ListPaths,
  newsArticle,
  type Phrase,
  type PictureView,
  pictureHtml,
  type Translate,
} from 'colophon'
import layout from './layout.ts'
import { language, notice, withHtml } from './phrase.ts'

export default function article(view: ArticleView): Html {
  const { title, description, image } = view
  return layout(view, {
    kind: 'article',
    title: title.text,
    description: description.text,
    head: html`${view.markdown !== null && html`<link rel="alternate" type="text/markdown" href="${view.markdown}">\n`}${articleProperties(view)}${newsArticle(view)}`,
    main: html`<article class="story"${view.search !== null && html` data-pagefind-body=""`}>
${heading(view)}
${byline(view)}
${image && leadPicture(image, view.t)}
<div class="body">
${view.place && html`<p class="dateline"${language(view.place.lang)}>${view.place.text}</p>`}
${view.body}
</div>
${corrections(view)}
${end(view)}
</article>
${onward(view)}`,
  })
}

function articleProperties({ site, formats, t, date, updated, authors, tags, lists, image, socialCard }: ArticleView): Html {
  return html`<meta property="article:published_time" content="${formats.machineDate(date)}">
${updated && html`<meta property="article:modified_time" content="${formats.machineDate(updated)}">\n`}${authors.map((name) => html`<meta name="author" content="${name}">\n<meta property="article:author" content="${site.origin + lists.author(name)}">\n`)}${tags.map((tag) => html`<meta property="article:tag" content="${t(`tag.${tag}`)}">\n`)}${socialCard ? openGraphPicture(socialCard, socialCard.alt, site.origin) : image && openGraphPicture(image, image.alt.text, site.origin)}<meta name="twitter:card" content="${socialCard || image ? 'summary_large_image' : 'summary'}">
`
}

function openGraphPicture({ src, width, height }: Pick<PictureView, 'src' | 'width' | 'height'>, alt: string, origin: string): Html {
  const size = width !== undefined && height !== undefined
  return html`<meta property="og:image" content="${new URL(src, origin).href}">
${size && html`<meta property="og:image:width" content="${width}">\n<meta property="og:image:height" content="${height}">\n`}<meta property="og:image:alt" content="${alt}">
`
}

function heading(view: ArticleView): Html {
  const { title, description, t, formats } = view
  const whole = view.untranslated
  return html`<header>
${wholeNotice(view)}
<h1${language(title.lang)}>${title.lang ? title.text : formats.headline(title.text)}</h1>
${!whole && notice(t, title)}
<p class="standfirst"${language(description.lang)}>${description.text}</p>
${!whole && notice(t, description)}
</header>`
}

/** One notice for the page, where it isn't complete. */
function wholeNotice({ untranslated, sourceLocale, outdated, missing, formats, t }: ArticleView): Html | null {
  if (untranslated) {
    return html`<p class="notice">${t('sourceEdition', { language: formats.displayName(sourceLocale.tag) })}</p>`
  }
  const count = outdated + missing
  return count === 0 ? null : html`<p class="notice">${t('incompleteEdition', { count })}</p>`
}

function byline({ authors, date, updated, t, formats, lists }: ArticleView): Html {
  return html`<div class="byline" data-pagefind-ignore>
<p class="authors">${withHtml((slot) => t('by', { authors: slot }), formats.htmlList(authors.map((name) => authorLink(name, lists))))}</p>
<p>${t('published')} <time datetime="${formats.machineDate(date)}">${formats.date(date)}</time></p>
${updated && html`<p>${t('updated')} <time datetime="${formats.machineDate(updated)}">${formats.dateTime(updated)}</time></p>`}
</div>`
}

function authorLink(name: string, { author }: ListPaths): Html {
  return html`<a href="${author(name)}" rel="author"><bdi>${name}</bdi></a>`
}

function leadPicture(picture: PictureView, t: Translate): Html {
  const { alt, caption, credit } = picture
  const words = caption && html`<span${language(caption.lang)}>${caption.text}</span>`
  const thanks = credit && html` <span class="credit">${withHtml((slot) => t('photo', { credit: slot }), inOwnLanguage(credit))}</span>`
  return html`<figure class="picture lead">
${pictureHtml(picture, { alt: alt.text, attributes: language(alt.lang), first: true })}
${(words || thanks) && html`<figcaption>${words}${thanks}</figcaption>`}
</figure>`
}

function inOwnLanguage({ text, lang }: Phrase): Html {
  return lang ? html`<span${language(lang)}>${text}</span>` : html`${text}`
}

function corrections({ corrections: all, t, formats }: ArticleView): Html | null {
  if (all.length === 0) return null
  return html`<section class="corrections" aria-labelledby="page:corrections">
<h2 id="page:corrections">${t('corrections')}</h2>
${all.map(({ date, text }) => html`<p><time datetime="${formats.machineDate(date)}">${formats.date(date)}</time> <span${language(text.lang)}>${text.text}</span></p>\n${notice(t, text)}`)}
</section>`
}

function end({ tags, credit, t, ...view }: ArticleView): Html | null {
  if (tags.length === 0 && credit === null) return null
  return html`<footer>
${tags.length > 0 && html`<div class="tags"><h2>${t('tags')}</h2><ul>${tags.map((tag) => html`<li><a href="${view.lists.tag(tag)}" rel="tag">${t(`tag.${tag}`)}</a></li>`)}</ul></div>`}
${credit && colophon(credit, t, view)}
</footer>`
}

/** Who translated this edition, from what. */
function colophon({ team, translators, original, versionDate }: CreditView, t: Translate, { formats }: Pick<ArticleView, 'formats'>): Html {
  return html`<aside class="colophon" data-pagefind-ignore aria-label="${t('colophon')}">
<h2>${t('colophon')}</h2>
${team !== null && html`<p class="team">${t('translationCredit', { team })}</p>`}
${translators.length > 0 && html`<p>${t('translators', { count: translators.length, names: formats.list(translators) })}</p>`}
${versionDate && html`<p>${t('translatedFromVersion', { date: formats.date(versionDate) })}</p>`}
${original && html`<p><a href="${original.path}" hreflang="${original.locale.tag}">${t('originalIn', { language: formats.displayName(original.locale.tag) })}</a></p>`}
</aside>`
}

/** Where to go from here. */
function onward({ previous, next, related, t, formats }: ArticleView): Html | null {
  if (previous === null && next === null) return null
  return html`<nav class="onward" aria-label="${t('more')}">
${related.length > 0 && html`<h2>${t('related')}</h2>\n<ul class="related">${related.map((card) => html`<li>${cardLink(card)} ${day(card, formats)}</li>`)}</ul>`}
<ul class="neighbours">
${previous && html`<li class="previous"><span>${t('previousArticle')}</span> ${cardLink(previous, 'prev')}</li>`}
${next && html`<li class="next"><span>${t('nextArticle')}</span> ${cardLink(next, 'next')}</li>`}
</ul>
</nav>`
}

function cardLink({ path, title, titleLang }: CardView, rel?: 'prev' | 'next'): Html {
  return html`<a href="${path}"${titleLang && html` hreflang="${titleLang.tag}"`}${rel && html` rel="${rel}"`}${language(titleLang)}>${title}</a>`
}

function day({ date }: CardView, formats: Formats): Html {
  return html`<time datetime="${formats.machineDate(date)}">${formats.date(date)}</time>`
}
