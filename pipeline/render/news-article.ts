import type { CorrectionComment, ImageObject, NewsArticle, Organization, Person, WithContext } from 'schema-dts'
import { Html } from '../model/html.ts'
import type { ArticleView, CorrectionView, CreditView, PictureView } from './article-view.ts'

/** The article for machines: JSON-LD of schema.org's NewsArticle in its `script` element. */
export function newsArticle(view: ArticleView): Html {
  return new Html(`<script type="application/ld+json">${scriptSafe(JSON.stringify(newsArticleData(view)))}</script>`)
}

/** Says what the page says. An edition that shows the source's words is no translation: it has no translator, and translates no work. */
function newsArticleData(view: ArticleView): WithContext<NewsArticle> {
  const { site, formats, lists } = view
  const url = site.origin + view.path
  const credit = view.publication === 'source' ? null : view.credit
  const isSource = view.sourceLocale.tag === view.locale.tag
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    '@id': url,
    url,
    mainEntityOfPage: view.canonical ?? url,
    headline: view.title.text,
    description: view.description.text,
    inLanguage: (view.title.lang ?? view.locale).tag,
    datePublished: formats.machineDate(view.date),
    dateModified: formats.machineDate(view.updated ?? view.date),
    author: view.authors.map((name): Person => ({ '@type': 'Person', name, url: site.origin + lists.author(name) })),
    publisher: { '@type': 'NewsMediaOrganization', name: site.name, url: `${site.url}/` },
    isPartOf: { '@type': 'WebSite', name: site.name, url: `${site.url}/` },
    isAccessibleForFree: true,
    ...(view.place && { dateline: view.place.text }),
    ...(view.tags.length > 0 && { keywords: view.tags.map((tag) => view.t(`tag.${tag}`)) }),
    ...images(view),
    ...(view.corrections.length > 0 && { correction: view.corrections.map((one) => correction(view, one)) }),
    ...(credit?.original && { translationOfWork: work(credit.original.locale.tag, credit.original.url) }),
    ...(credit && translators(credit).length > 0 && { translator: translators(credit) }),
    ...(isSource && translations(view).length > 0 && { workTranslation: translations(view) }),
  }
}

/** The picture first: search engines want one that shows what the article is about. The social card shows its title alone. */
function images({ socialCard, image, site }: ArticleView): { image?: ImageObject[] } {
  const shown: ImageObject[] = []
  if (image !== null) shown.push(imageObject(image, site.origin))
  if (socialCard !== null) shown.push(imageObject(socialCard, site.origin))
  return shown.length > 0 ? { image: shown } : {}
}

type Shown = Pick<PictureView, 'src' | 'width' | 'height'> & Partial<Pick<PictureView, 'caption' | 'credit'>>

function imageObject({ src, caption, credit, width, height }: Shown, origin: string): ImageObject {
  return {
    '@type': 'ImageObject',
    url: new URL(src, origin).href,
    ...(width !== undefined && height !== undefined && { width: `${width}`, height: `${height}` }),
    ...(caption && { caption: caption.text }),
    ...(credit && { creditText: credit.text }),
  }
}

function correction({ formats }: ArticleView, { date, text }: CorrectionView): CorrectionComment {
  return { '@type': 'CorrectionComment', text: text.text, datePublished: formats.machineDate(date) }
}

function work(inLanguage: string, url: string) {
  return { '@type': 'NewsArticle' as const, '@id': url, url, inLanguage }
}

/** The inverse of `translationOfWork`: every indexable edition but this one. */
function translations(view: ArticleView) {
  return view.alternates
    .filter(({ hreflang }) => hreflang !== 'x-default' && hreflang !== view.locale.tag)
    .map(({ hreflang, href }) => work(hreflang, href))
}

function translators({ team, translators: people }: CreditView): (Organization | Person)[] {
  const teams: Organization[] = team === null ? [] : [{ '@type': 'Organization', name: team }]
  return [...teams, ...people.map((name): Person => ({ '@type': 'Person', name }))]
}

/** JSON may hold `</script>` and `<!--`, which end or change a script element. */
function scriptSafe(json: string): string {
  return json.replaceAll('<', '\\u003c')
}
