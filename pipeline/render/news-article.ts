import { Html } from '../model/html.ts'
import type { ArticleView } from './view.ts'

/** The article for machines: JSON-LD of schema.org's NewsArticle in its `script` element. */
export function newsArticle(view: ArticleView): Html {
  return new Html(`<script type="application/ld+json">${scriptSafe(JSON.stringify(data(view)))}</script>`)
}

function data(view: ArticleView) {
  const { site, formats, credit } = view
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    '@id': site.origin + view.path,
    url: site.origin + view.path,
    headline: view.title.text,
    description: view.description.text,
    inLanguage: view.publication === 'source' ? view.sourceLocale.tag : view.locale.tag,
    datePublished: formats.machineDate(view.date),
    dateModified: formats.machineDate(view.updated ?? view.date),
    author: view.authors.map((name) => ({ '@type': 'Person', name })),
    publisher: { '@type': 'Organization', name: site.name, url: `${site.url}/` },
    ...(view.place && { dateline: view.place.text }),
    ...(view.tags.length > 0 && { keywords: view.tags.map((tag) => view.t(`tag.${tag}`)) }),
    ...images(view),
    ...(credit?.original && { translationOfWork: work(credit.original.locale.tag, credit.original.url) }),
    ...(credit && translators(credit).length > 0 && { translator: translators(credit) }),
    ...(credit === null && { workTranslation: translations(view) }),
  }
}

function images({ socialCard, image, site }: ArticleView) {
  const shown = [socialCard, image].flatMap((one) => (one === null ? [] : new URL(one.src, site.origin).href))
  return shown.length > 0 && { image: shown }
}

function work(inLanguage: string, url: string) {
  return { '@type': 'NewsArticle', '@id': url, url, inLanguage }
}

/** The inverse of `translationOfWork`: every indexable edition but this one. */
function translations(view: ArticleView) {
  return view.alternates
    .filter(({ hreflang }) => hreflang !== 'x-default' && hreflang !== view.locale.tag)
    .map(({ hreflang, href }) => work(hreflang, href))
}

function translators({ team, translators: people }: NonNullable<ArticleView['credit']>) {
  return [...(team === null ? [] : [{ '@type': 'Organization', name: team }]), ...people.map((name) => ({ '@type': 'Person', name }))]
}

/** JSON may hold `</script>` and `<!--`, which end or change a script element. */
function scriptSafe(json: string): string {
  return json.replaceAll('<', '\\u003c')
}
