import { activeNeeds, comparesSite } from '../check/active-rules.ts'
import { saidInSite } from '../check/said-in-site.ts'
import type { SiteClaim } from '../check/site-claims.ts'
import { nameCounts } from '../check/spelling/name-counts.ts'
import type { ArticleId } from '../model/article.ts'
import type { Locale } from '../model/locale.ts'
import type { ArticleFacts } from './article-facts.ts'
import type { SiteView } from './article-knowledge.ts'
import { breathe } from './breathe.ts'
import type { Newsroom } from './newsroom.ts'

/** Where facts are remembered; a check that remembers nothing has none. */
export interface FactMemory {
  facts(id: ArticleId): ArticleFacts | undefined
  setFacts(id: ArticleId, facts: ArticleFacts): void
}

/** What all articles of the site say and whom they name, for the rules that compare; whatever the options leave of the site. */
export async function gatherSite(room: Newsroom, memory: FactMemory, signal: AbortSignal): Promise<SiteView> {
  const { rules } = room.site
  if (!comparesSite(rules) && !activeNeeds(rules, 'all').has('names')) return {}
  const all = new Map<ArticleId, ArticleFacts>()
  const find = async (id: ArticleId, disputed: ReadonlySet<string>) => {
    await breathe(signal)
    const { articleFacts } = await import('./article-facts.ts')
    const facts = await articleFacts(room, id, disputed)
    memory.setFacts(id, facts)
    all.set(id, facts)
  }
  for (const { id } of room.files.articles) {
    const known = memory.facts(id)
    if (known === undefined) await find(id, new Set())
    else all.set(id, known)
  }
  const { said, values } = saidInSite(claimsIn(all.values()))
  for (const [id, facts] of all) if (lacksText(facts, values)) await find(id, values)
  const texts = new Map([...all.values()].flatMap((facts) => Object.entries(facts.texts)))
  return {
    said: (rule, locale, key) => said(rule, locale, key).map((one) => ({ ...one, value: texts.get(one.value) ?? '' })),
    names: namesOf(all.values()),
  }
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

function namesOf(all: Iterable<ArticleFacts>): NonNullable<SiteView['names']> {
  const counted = new Map<Locale, Map<string, number>>()
  for (const { names } of all) {
    for (const [locale, counts] of names) {
      const sums = counted.get(locale) ?? new Map<string, number>()
      for (const [name, count] of counts) sums.set(name, (sums.get(name) ?? 0) + count)
      counted.set(locale, sums)
    }
  }
  return new Map([...counted].map(([locale, counts]) => [locale, nameCounts(counts)]))
}
