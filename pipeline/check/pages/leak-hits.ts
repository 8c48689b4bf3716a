import type { Key } from '../../model/artifact.ts'
import type { PageHit } from './page-hit.ts'
import type { SiteFacts, SiteHit, Unpublished } from './site-facts.ts'

/** Characters of a title that hardly is one by chance. */
const fewest = 8

/** What nobody may see yet, seen: the address of a draft or a held edition, its page, its title as that of something. */
export function leakHits(facts: SiteFacts, unpublished: readonly Unpublished[]): SiteHit[] {
  const shown = new Set([...facts.pages.values()].flatMap(({ edition, title }) => (edition === null ? [] : title)))
  return unpublished.flatMap((one) => [
    ...pageLeaks(facts, one),
    ...addressLeaks(facts, one),
    ...(isShown(one.title, shown) || one.title.length < fewest ? [] : titleLeaks(facts, one)),
    ...textLeaks(facts, one),
  ])
}

/** Another edition that is published has the same title. */
function isShown(title: string, shown: ReadonlySet<string>): boolean {
  return [...shown].some((one) => one.startsWith(title))
}

function pageLeaks({ objects, pages }: SiteFacts, one: Unpublished): SiteHit[] {
  const isOwn = objects.has(one.key) && pages.get(one.key)?.edition?.article === one.article
  return isOwn ? [leak([one.key], one, 'The page', {})] : []
}

function addressLeaks({ links, objects }: SiteFacts, one: Unpublished): SiteHit[] {
  if (objects.has(one.key)) return []
  const found = [...links.values()].filter(({ key }) => key === one.key)
  return found.map(({ seen, address, isClaim }) => leak(seen, one, `The address \`${address}\``, { address, isClaim }))
}

function titleLeaks({ names }: SiteFacts, one: Unpublished): SiteHit[] {
  const seen = names.get(one.title)
  return seen === undefined ? [] : [leak([seen], one, `The title “${one.title}”`, { words: one.title })]
}

/** In feeds, sitemaps and lists for machines, address and title stand in quotes, in elements or alone on a line. */
function textLeaks({ texts, to, objects }: SiteFacts, one: Unpublished): SiteHit[] {
  const url = to.urlOf(one.key)
  return [...texts].flatMap(([key, text]) => {
    if (!objects.has(one.key) && text.includes(url)) return [leak([key], one, `The address \`${url}\``, { address: url, isClaim: true })]
    return []
  })
}

interface Trace {
  readonly address?: string
  readonly words?: string
  readonly isClaim?: boolean
}

function leak(
  seen: readonly [Key, ...Key[]],
  { article, locale, why }: Unpublished,
  what: string,
  { isClaim = false, ...trace }: Trace,
): SiteHit {
  const state = why === 'draft' ? 'a draft' : 'held back'
  const message = `${what} of ${article} in ${locale} is shown, which is ${state}: expected nothing of it`
  const markup = [trace.address, trace.words].filter((one) => one !== undefined)
  const evidence: PageHit['evidence'] = { part: isClaim ? 'head' : 'body', ...trace, markup }
  return { seen, hit: { rule: 'unpublished-leak', message, evidence } }
}
