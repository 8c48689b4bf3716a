/** Names that pages, feeds and sitemaps are written with. */
const usual = `a abbr address article aside audio b bdi bdo blockquote body br button caption cite code col colgroup dd del details dfn dialog div dl dt em
fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html i img input ins kbd label legend li link main mark menu meta nav
noscript ol p picture pre q rp rt ruby s samp script search section small source span strong style sub summary sup table tbody td template tfoot th
thead time title tr track u ul var video wbr
as charset class content crossorigin datetime defer dir height hidden href hreflang http-equiv id lang loading media name property rel role scope sizes
src srcset start type value width alt aria-current aria-describedby aria-hidden aria-label aria-labelledby data-pagefind-body data-pagefind-ignore
data-pagefind-filter data-pagefind-meta decoding fetchpriority placeholder referrerpolicy tabindex
feed entry author category summary updated published rights generator subtitle logo icon uri xmlns xmlns:xhtml xmlns:news xmlns:atom xml:lang xml:base
rss channel item description language guid isPermaLink pubDate lastBuildDate atom:link dc:creator content:encoded term scheme
urlset url loc lastmod sitemapindex sitemap xhtml:link news:news news:publication news:name news:language news:publication_date news:title`

/** More places than names, so that few share one: a power of two. */
const places = 0x1000

/** How the letters read so far and the next one (UTF-16) name a place. */
export function nameHash(hash: number, code: number): number {
  return (hash * 31 + code) & (places - 1)
}

/**
 * The name that stands in a text from `begin` to `end`.
 *
 * The usual ones are the same string each time: a piece cut from the text would be copied, and looked at letter by letter wherever it is asked for.
 *
 * @param hash of its letters
 */
export function nameIn(text: string, begin: number, end: number, hash: number): string {
  const known = table[hash]
  return known !== undefined && known.length === end - begin && text.startsWith(known, begin) ? known : text.slice(begin, end)
}

const table: readonly (string | undefined)[] = tableOf(usual.split(/\s/))

function tableOf(names: readonly string[]): (string | undefined)[] {
  const found = new Array<string | undefined>(places).fill(undefined)
  for (const name of names) found[hashOf(name)] ??= name
  return found
}

function hashOf(name: string): number {
  let hash = 0
  for (let at = 0; at < name.length; at++) hash = nameHash(hash, name.charCodeAt(at))
  return hash
}
