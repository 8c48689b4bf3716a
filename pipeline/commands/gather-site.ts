import { activeNeeds, comparesSite } from '../check/active-rules.ts'
import type { Said } from '../check/rule.ts'
import { type Disputes, disputesIn, saidIn } from '../check/said-in-site.ts'
import type { SiteClaim } from '../check/site-claims.ts'
import { nameCounts } from '../check/spelling/name-counts.ts'
import type { ArticleId } from '../model/article.ts'
import type { Locale } from '../model/locale.ts'
import type { ArticleFacts } from './article-facts.ts'
import type { SiteView } from './article-knowledge.ts'
import type { Newsroom } from './newsroom.ts'

/** Where facts are remembered; a check that remembers nothing has none. */
export interface FactMemory {
  facts(id: ArticleId): ArticleFacts | undefined
  setFacts(id: ArticleId, facts: ArticleFacts): void
}

/** Who finds out the facts of articles: @param disputed values whose texts are wanted */
export type FindFacts = (ids: readonly ArticleId[], disputed: ReadonlySet<string>) => Promise<ReadonlyMap<ArticleId, ArticleFacts>>

/** What the articles of a site say together: plain data, which can be sent to another thread. */
export interface SiteFacts {
  readonly disputes: Disputes
  readonly names: ReadonlyMap<Locale, ReadonlyMap<string, number>>
}

/** What all articles of the site say and whom they name, for the rules that compare; whatever the options leave of the site. Null where no rule asks. */
export async function gatherSite({ site, files }: Newsroom, memory: FactMemory, find: FindFacts): Promise<SiteFacts | null> {
  if (!comparesSite(site.rules) && !activeNeeds(site.rules, 'all').has('names')) return null
  const ids = files.articles.map(({ id }) => id)
  const all = new Map<ArticleId, ArticleFacts>()
  const learn = async (wanted: readonly ArticleId[], disputed: ReadonlySet<string>) => {
    for (const [id, facts] of await find(wanted, disputed)) {
      memory.setFacts(id, facts)
      all.set(id, facts)
    }
  }
  for (const id of ids) {
    const known = memory.facts(id)
    if (known !== undefined) all.set(id, known)
  }
  await learn(
    ids.filter((id) => !all.has(id)),
    new Set(),
  )
  const disputes = disputesIn(claimsIn(all.values()))
  const disputed = new Set([...disputes.values()].flatMap((said) => said.map(({ value }) => value)))
  await learn(
    [...all].flatMap(([id, facts]) => (lacksText(facts, disputed) ? [id] : [])),
    disputed,
  )
  const texts = new Map([...all.values()].flatMap((facts) => Object.entries(facts.texts)))
  const inWords = (said: readonly Said[]) => said.map((one) => ({ ...one, value: texts.get(one.value) ?? '' }))
  return { disputes: new Map([...disputes].map(([key, said]) => [key, inWords(said)])), names: namesOf(all.values()) }
}

/** What rules ask of it. */
export function viewOf(facts: SiteFacts | null): SiteView {
  if (facts === null) return {}
  return { said: saidIn(facts.disputes), names: new Map([...facts.names].map(([locale, counts]) => [locale, nameCounts(counts)])) }
}

/** Their values are `claimKey`s. */
function* claimsIn(all: Iterable<ArticleFacts>): Generator<SiteClaim> {
  for (const { claims } of all) {
    for (const { said, ...group } of claims) for (const [key, value, line] of said) yield { ...group, key, value, line }
  }
}

function lacksText({ claims, texts }: ArticleFacts, disputed: ReadonlySet<string>): boolean {
  return claims.some(({ said }) => said.some(([, value]) => disputed.has(value) && !(value in texts)))
}

function namesOf(all: Iterable<ArticleFacts>): SiteFacts['names'] {
  const counted = new Map<Locale, Map<string, number>>()
  for (const { names } of all) {
    for (const [locale, counts] of names) {
      const sums = counted.get(locale) ?? new Map<string, number>()
      for (const [name, count] of counts) sums.set(name, (sums.get(name) ?? 0) + count)
      counted.set(locale, sums)
    }
  }
  return counted
}
