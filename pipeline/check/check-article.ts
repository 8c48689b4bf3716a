import type { Article } from '../model/article.ts'
import type { Edition } from '../model/edition.ts'
import type { Finding, Severity } from '../model/finding.ts'
import type { Locale } from '../model/locale.ts'
import type { Site } from '../model/site.ts'
import { type ActiveRule, activeRules } from './active-rules.ts'
import { type Checkable, sourceTexts, translatedTexts } from './checkable.ts'
import { claimKey } from './claim-key.ts'
import type { Knowledge, PairKnowledge } from './knowledge.ts'
import { linesOf } from './lines.ts'
import type { Passage } from './passage.ts'
import { type Anchor, anchorInFile, type Locate } from './place-in-file.ts'
import type { Hit, Rule, Said } from './rule.ts'
import { rulePage } from './rule-page.ts'
import { type Silences, silencesOf } from './silences.ts'
import { sortFindings } from './sort-findings.ts'
import { asksNobody, type Recall, recallNothing, type UnitHits, unitHits } from './unit-hits.ts'

export interface CheckInput {
  readonly article: Article
  /** Its translations; the source edition is passed over. */
  readonly editions: readonly Edition[]
  readonly rules: Site['rules']
  readonly locate: Locate
  readonly knowledge: (locale: Locale) => Knowledge
  /** What the whole site says for the `claimKey` of a site rule's claim, this article included, the most frequent first. */
  readonly said?: SaidInSite
  /** What was found in units before; nothing, where it isn't given. */
  readonly recall?: Recall
  /** `errors` runs only what can hold back an edition. */
  readonly level?: 'all' | 'errors'
}

export type SaidInSite = (rule: string, locale: Locale, key: string) => readonly Said[]

const nothingSaid: SaidInSite = () => []

/**
 * Every mistake in an article's own text and in its translations.
 *
 * Pure and deterministic: neither the order of the editions nor that of the rules' settings matters. Text is checked as a translation only where it
 * is current: fuzzy, missing and borrowed words are not. Sorted by place, one finding a place: where two rules speak of the same words, the error, of
 * two of them the more specific one.
 */
export function checkArticle(input: CheckInput): Finding[] {
  const { article, editions, rules, locate, knowledge, said = nothingSaid, recall = recallNothing, level = 'all' } = input
  const active = activeRules(rules, level)
  const silences = silencesOf(article, active)
  const source = sourceTexts(article)
  const ofSource = knowledge(article.variety)
  const own = [
    ...textFindings(
      source.filter(({ unit }) => article.units[unit]?.frame !== 'post'),
      active,
      { knowledge, locale: article.variety, recall },
      silences,
    ),
  ].map((found) => ({ ...found, article: article.id, locale: article.locale }))
  const findings = [...own, ...articleFindings(article, active, silences)]
  const translations = editions.filter(({ locale }) => locale !== article.locale)
  for (const edition of translations) {
    const { locale } = edition
    const translation = translatedTexts(edition, locate)
    const knows = { source: ofSource, translation: knowledge(locale) }
    const found = [
      ...textFindings(translation, active, { knowledge, locale, recall }, silences),
      ...pairFindings({ source, translation, knows, said: (rule, key) => said(rule, locale, key), recall }, active, silences),
    ]
    findings.push(...found.map((finding) => ({ ...finding, article: article.id, locale })))
  }
  return withoutCovered(onePerPlace(sortFindings([...findings, ...silences.unused(translations)]), active), active)
}

/** A passage may be in another language than the text around it. */
type Knowing = Pick<CheckInput, 'knowledge'> & { readonly locale: Locale; readonly recall: Recall }

function textFindings(
  texts: readonly Checkable[],
  active: readonly ActiveRule[],
  { knowledge, locale, recall }: Knowing,
  silences: Silences,
): Finding[] {
  const passages = texts.map(({ passage }) => passage)
  const ofTexts = active.filter(({ rule }) => rule.kind === 'text')
  const found = passages.map((passage) => recall([passage], () => ownHits(passage, ofTexts, knowledge(passage.locale))))
  const told = new Set(found.flatMap((byRule) => Object.keys(byRule)))
  return active.flatMap((chosen) => {
    const { rule, options } = chosen
    if (rule.kind !== 'whole' && !told.has(rule.name)) return []
    const hits = rule.kind === 'whole' ? rule.check(passages, options, knowledge(locale)) : found.map((byRule) => byRule[rule.name])
    return texts.flatMap((text, index) => {
      const own = hits[index] ?? []
      return own.length === 0
        ? []
        : toFindings(
            own.filter((hit) => !isForeign(text.passage, hit)),
            text,
            chosen,
            silences,
          )
    })
  })
}

function ownHits(passage: Passage, ofTexts: readonly ActiveRule[], knows: Knowledge): UnitHits {
  return unitHits(ofTexts, ({ rule, options }) => (rule.kind === 'text' ? rule.check(passage, options, knows) : []))
}

/** What is wrong with an article's structure is so in every edition. */
function articleFindings(article: Article, active: readonly ActiveRule[], silences: Silences): Finding[] {
  const lines = linesOf(article.source.text)
  return active.flatMap(({ rule, options, severityOf }) => {
    if (rule.kind !== 'article') return []
    return rule.check(article, options).flatMap((hit) => {
      const severity = severityOf(hit)
      if (severity === null || silences.silenceAt(rule, hit.range.start)) return []
      return [{ ...findingOf(rule, severity, anchorInFile(article.source, lines, hit.range), hit), article: article.id }]
    })
  })
}

interface Pairs {
  readonly source: readonly Checkable[]
  readonly translation: readonly Checkable[]
  readonly knows: PairKnowledge
  readonly said: (rule: string, key: string) => readonly Said[]
  readonly recall: Recall
}

function pairFindings({ source, translation, knows, said, recall }: Pairs, active: readonly ActiveRule[], silences: Silences): Finding[] {
  const ofPairs = active.filter(({ rule }) => rule.kind === 'pair' || rule.kind === 'site')
  const remembered = ofPairs.filter(asksNobody)
  const byUnit = new Map(source.map((text) => [text.unit, text.passage]))
  return translation.flatMap((text) => {
    const original = byUnit.get(text.unit)
    if (original === undefined) return []
    const check = ({ rule, options }: ActiveRule) => (rule.kind === 'pair' ? rule.check(original, text.passage, options, knows) : [])
    const found = recall([original, text.passage], () => unitHits(remembered, check))
    return ofPairs.flatMap((chosen) => {
      const { rule } = chosen
      if (rule.kind === 'pair') return toFindings(asksNobody(chosen) ? (found[rule.name] ?? []) : check(chosen), text, chosen, silences)
      if (rule.kind === 'site') return toFindings(siteHits(chosen, original, text.passage, said), text, chosen, silences)
      return []
    })
  })
}

function siteHits({ rule, options }: ActiveRule, source: Passage, translation: Passage, said: Pairs['said']): readonly Hit[] {
  const claim = rule.kind === 'site' ? rule.claim(source, translation, options) : null
  if (rule.kind !== 'site' || claim === null) return []
  const all = said(rule.name, claimKey(claim.key))
  const own = all.find(({ value }) => value === claim.value)
  const others = all.filter(({ value }) => value !== claim.value)
  return own === undefined || others.length === 0 ? [] : rule.check(translation, own, others, options)
}

function isForeign({ foreign }: Passage, { range }: Hit): boolean {
  return range !== null && foreign.some(({ start, end }) => start <= range.start && range.end <= end)
}

/** Of one rule in one passage: who sees a hundred has seen enough, and places cost time. */
const mostHits = 100

function toFindings(hits: readonly Hit[], text: Checkable, { rule, severityOf }: ActiveRule, silences: Silences): Finding[] {
  return hits.slice(0, mostHits).flatMap((hit) => {
    const severity = severityOf(hit)
    if (severity === null || silences.silence(rule, text.unit, text.message)) return []
    return [findingOf(rule, severity, text.anchor(hit.range), hit)]
  })
}

function findingOf(
  { name }: Rule,
  severity: Severity,
  { place, actual, write }: Anchor,
  { message, expected, url, certain }: Hit,
): Finding {
  return {
    rule: name,
    severity,
    ...place,
    message,
    ...(actual === null ? {} : { actual }),
    expected: expected.map(write),
    url: url ?? rulePage(name),
    ...(certain === true && actual !== null ? { certain: true as const } : {}),
  }
}

/** Of findings that are equal, and of findings about the same words, keep the gravest; `active` names the most specific rule first. Findings are sorted. */
function onePerPlace(findings: readonly Finding[], active: readonly ActiveRule[]): Finding[] {
  const rank = new Map(active.map(({ rule }, index) => [rule.name, index]))
  const rankOf = ({ rule, severity }: Finding) => (rank.get(rule) ?? active.length) + (severity === 'error' ? 0 : active.length + 1)
  const kept = new Map<string, Finding>()
  for (const finding of findings) {
    const { file, line, column, endLine, endColumn, rule, message } = finding
    // Two things that are missing have the same place, and both are missing.
    const subject = endLine === undefined ? [rule, message] : [endLine, endColumn]
    const key = JSON.stringify([file, line, column, ...subject])
    const other = kept.get(key)
    if (other === undefined || rankOf(finding) < rankOf(other)) kept.set(key, finding)
  }
  return sortFindings([...kept.values()])
}

/** Nothing of what stands within words that are no text of the language. */
function withoutCovered(findings: readonly Finding[], active: readonly ActiveRule[]): Finding[] {
  const covering = new Set(active.filter(({ rule }) => rule.covers).map(({ rule }) => rule.name))
  const covers = findings.filter(({ rule, endLine }) => covering.has(rule) && endLine !== undefined)
  return findings.filter((finding) => !covers.some((cover) => cover !== finding && isWithin(finding, cover)))
}

function isWithin(inner: Finding, outer: Finding): boolean {
  const { endLine = inner.line, endColumn = inner.column } = inner
  const begins = outer.line < inner.line || (outer.line === inner.line && outer.column <= inner.column)
  const ends = endLine < (outer.endLine ?? 0) || (endLine === outer.endLine && endColumn <= (outer.endColumn ?? 0))
  return inner.file === outer.file && begins && ends
}
