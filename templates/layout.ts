import { type EditionLink, type FeedLinks, type Html, html, type PageView, type Renderable } from 'colophon'

export interface Layout {
  readonly kind: 'article' | 'website'
  /** Of the window and of search results, without the site's name. Null on a page that is the site itself. */
  readonly title: string | null
  readonly description: string | null
  /** More for the head. */
  readonly head?: Renderable
  readonly main: Html
}

/** The document around every page's main part. */
export default function layout(view: PageView, { kind, title, description, head, main }: Layout): Html {
  const { site, locale, t, home, formats } = view
  const digits = formats.digits !== 'latn' && html` data-digits="${formats.digits}"`
  return html`<html lang="${locale.tag}" dir="${locale.dir}"${digits}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title === null ? site.name : `${title} – ${site.name}`}</title>
${description !== null && html`<meta name="description" content="${description}">`}
${links(view)}
${openGraph(view, kind, title ?? site.name, description)}
${head}
</head>
<body>
<a class="skip" href="#page:main">${t('skipToContent')}</a>
<header class="masthead">
<p class="wordmark"><a href="${home}"${view.path === home && html` aria-current="page"`}>${site.name}</a></p>
${finder(view)}
${languages(view)}
</header>
<main id="page:main">
${main}
</main>
${footer(view)}
</body>
</html>`
}

function links({ site, canonical, alternates, feeds, t }: PageView): Html {
  return html`${canonical === null ? html`<meta name="robots" content="noindex">` : html`<link rel="canonical" href="${canonical}">`}
${alternates.map(({ hreflang, href }) => html`<link rel="alternate" hreflang="${hreflang}" href="${href}">\n`)}<link rel="stylesheet" href="${site.stylesheet}">
${feeds && feedLinks(feeds, t('feed'))}`
}

function feedLinks({ title: name, atom, rss, json }: FeedLinks, feed: string): Html {
  const title = `${name} – ${feed}`
  return html`<link rel="alternate" type="application/atom+xml" href="${atom}" title="${title}">
<link rel="alternate" type="application/rss+xml" href="${rss}" title="${title}">
<link rel="alternate" type="application/feed+json" href="${json}" title="${title}">`
}

function openGraph({ site, locale, canonical, editions }: PageView, kind: Layout['kind'], title: string, description: string | null): Html {
  const others = new Set(editions.map((edition) => edition.locale.openGraph))
  others.delete(locale.openGraph)
  return html`<meta property="og:type" content="${kind}">
<meta property="og:site_name" content="${site.name}">
<meta property="og:title" content="${title}">
${description !== null && html`<meta property="og:description" content="${description}">\n`}${canonical !== null && html`<meta property="og:url" content="${canonical}">\n`}<meta property="og:locale" content="${locale.openGraph}">
${[...others].map((other) => html`<meta property="og:locale:alternate" content="${other}">\n`)}`
}

function finder({ search, path, t }: PageView): Html | null {
  return search === null
    ? null
    : html`<p class="find"><a href="${search}"${path === search && html` aria-current="page"`}>${t('search')}</a></p>`
}

function languages({ editions, t }: PageView): Html | null {
  if (editions.length < 2) return null
  return html`<nav class="languages" aria-label="${t('languages')}"><ul>${editions.map(languageLink)}</ul></nav>`
}

function languageLink({ locale, path, current }: EditionLink): Html {
  const link = html`<a href="${path}" hreflang="${locale.tag}" lang="${locale.tag}" dir="${locale.dir}"${current && html` aria-current="true"`}>`
  return html`<li>${link}${locale.name}</a></li>`
}

function footer({ site, t, feeds, home }: PageView): Html {
  return html`<footer class="imprint">
<p class="wordmark"><a href="${home}">${site.name}</a></p>
<ul>
${feeds && html`<li><a href="${feeds.atom}" type="application/atom+xml">${t('feed')}</a></li>`}
<li><a href="${site.chooser}">${t('chooseLanguage')}</a></li>
</ul>
</footer>`
}
