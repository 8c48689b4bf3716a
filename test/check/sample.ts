import { readArticle } from '../../pipeline/article/read-article.ts'
import { locateInMessage } from '../../pipeline/catalog/locate-in-message.ts'
import { readCatalog } from '../../pipeline/catalog/read-catalog.ts'
import { checkArticle, type SaidInSite } from '../../pipeline/check/check-article.ts'
import { type Knowledge, noKnowledge, type PairKnowledge } from '../../pipeline/check/knowledge.ts'
import { passageOf } from '../../pipeline/check/passage.ts'
import type { Hit, Rule } from '../../pipeline/check/rule.ts'
import type { Article, ArticleId } from '../../pipeline/model/article.ts'
import type { Catalog } from '../../pipeline/model/catalog.ts'
import { digest } from '../../pipeline/model/digest.ts'
import type { Edition, Words } from '../../pipeline/model/edition.ts'
import type { Finding } from '../../pipeline/model/finding.ts'
import type { Locale } from '../../pipeline/model/locale.ts'
import type { LocaleSettings, Site } from '../../pipeline/model/site.ts'

const tags = ['en', 'it', 'fr', 'de', 'es', 'pt', 'pl', 'uk', 'ru', 'ar', 'tr', 'hu', 'nl', 'cs', 'sv', 'ro', 'el', 'he', 'fa', 'ja', 'zh']
const settings = (tag: string): LocaleSettings => ({
  tag: tag as Locale,
  fallback: [],
  incomplete: 'hold',
  calendar: null,
  numberingSystem: null,
})

/** An article with this body, in a file of its own. */
export function articleOf(body: string, { lang = 'en', title = 'Talks', start = '', id = 'talks' } = {}): Article {
  const front = `---\ntitle: ${title}\ndescription: What was said\ndate: 2026-07-21\nauthors: [Ada]\nlang: ${lang}\n---\n\n`
  const text = start + front + body
  const source = { path: `articles/${id}.md`, text, digest: digest(text) }
  const read = readArticle(id as ArticleId, source, { sourceLocale: 'en' as Locale, timeZone: 'UTC', locales: tags.map(settings) })
  if (read.kind === 'broken') throw new Error(`The sample is broken: ${JSON.stringify(read.findings)}`)
  return read.article
}

function catalogOf(locale: string, po: string): Catalog {
  const text = `msgid ""\nmsgstr ""\n"Language: ${locale}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n${po}`
  const read = readCatalog({ path: `locales/${locale}/articles/talks.po`, text, digest: digest(text) })
  if (read.kind === 'broken') throw new Error(`The sample is broken: ${JSON.stringify(read.finding)}`)
  return read.catalog
}

/** The article in one locale, with the messages of this PO file that match a unit exactly. */
export function editionOf(article: Article, locale: string, po: string): Edition {
  const catalog = catalogOf(locale, po)
  const tag = locale as Locale
  const words = article.units.map(({ context, text }): Words => {
    const message = catalog.messages.find((one) => one.id === text && one.context === context && !one.obsolete) ?? null
    const translation = message?.strings[0] ?? ''
    if (message === null || translation === '') return { origin: 'missing', text, locale: article.locale, message: null }
    return { origin: message.flags.includes('fuzzy') ? 'outdated' : 'translated', text: translation, locale: tag, message }
  })
  return { article, locale: tag, words, catalog, complete: true, credit: null, translators: [] }
}

interface CheckSettings {
  readonly rules?: Site['rules']
  readonly level?: 'all' | 'errors'
  readonly knowledge?: Knowledge
  readonly said?: SaidInSite
}

export function checkSample(
  article: Article,
  editions: readonly Edition[] = [],
  { knowledge = noKnowledge, rules = new Map(), level = 'all', ...more }: CheckSettings = {},
): Finding[] {
  return checkArticle({ article, editions, rules, locate: locateInMessage, level, knowledge: () => knowledge, ...more })
}

/** `articles/talks.md:10:5 doubled-word "the the" → "the"`. */
export function brief({ file, line, column, rule, severity, actual, expected }: Finding): string {
  const change = actual === undefined ? '' : ` ${JSON.stringify(actual)} → ${JSON.stringify(expected[0] ?? null)}`
  return `${file}:${line}:${column} ${severity} ${rule}${change}`
}

/** What a rule finds in one text: each hit as `actual → expected`, doubtful ones with a question mark. */
export function hitsIn(
  rule: Rule,
  locale: string,
  text: string,
  options: Readonly<Record<string, unknown>> = {},
  knowledge = noKnowledge,
): string[] {
  const passage = passageOf(text, locale as Locale, 'markdown')
  if (rule.kind === 'text') return rule.check(passage, options, knowledge).map((hit) => show(text, hit))
  if (rule.kind === 'whole') return (rule.check([passage], options, knowledge)[0] ?? []).map((hit) => show(text, hit))
  throw new Error(`${rule.name} doesn't read one text`)
}

/** What a comparing rule finds in `[locale, source]` and its `[locale, translation]`. */
export function hitsBetween(
  rule: Rule,
  [from, source]: readonly [string, string],
  [to, translation]: readonly [string, string],
  options = {},
  knowledge: PairKnowledge = { source: noKnowledge, translation: noKnowledge },
): string[] {
  if (rule.kind !== 'pair') throw new Error(`${rule.name} doesn't compare`)
  const passages = [passageOf(source, from as Locale, 'markdown'), passageOf(translation, to as Locale, 'markdown')] as const
  return rule.check(...passages, options, knowledge).map((hit) => show(translation, hit))
}

function show(markdown: string, { range, message, expected, doubtful = false }: Hit): string {
  const what = range === null ? message : `${markdown.slice(range.start, range.end)} → ${expected[0] ?? '?'}`
  return doubtful ? `${what} (doubtful)` : what
}
