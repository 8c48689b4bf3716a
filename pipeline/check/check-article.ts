import type { Article, Unit } from '../model/article.ts'
import type { Catalog, Message } from '../model/catalog.ts'
import type { Edition, Words } from '../model/edition.ts'
import type { Finding } from '../model/finding.ts'
import type { Site } from '../model/site.ts'
import { type ActiveRule, activeRules } from './active-rules.ts'
import type { Range } from './cut.ts'
import { type Lines, linesOf } from './lines.ts'
import { type Passage, passageOf } from './passage.ts'
import { type Anchor, anchorInArticle, anchorInCatalog, type Locate } from './place-in-file.ts'
import type { Hit } from './rule.ts'
import { rulePage } from './rule-page.ts'
import { type Silences, silencesOf } from './silences.ts'
import { sortFindings } from './sort-findings.ts'
import { currentTranslation } from './translation.ts'

export interface CheckInput {
  readonly article: Article
  /** Its translations; the source edition is passed over. */
  readonly editions: readonly Edition[]
  readonly rules: Site['rules']
  readonly locate: Locate
  /** `errors` runs only what can hold back an edition. */
  readonly level?: 'all' | 'errors'
}

/** A passage and how to get from it back to its file. */
interface Checkable {
  readonly unit: number
  readonly passage: Passage
  /** Null: in the article. */
  readonly message: Message | null
  anchor(range: Range | null): Anchor
}

/**
 * Every mistake in an article's own text and in its translations.
 *
 * Pure and deterministic: neither the order of the editions nor that of the rules' settings matters. Text is checked as a translation only where it
 * is current: fuzzy, missing and borrowed words are not. Sorted by place, one finding a place: where two rules speak of the same words, the more
 * specific one.
 */
export function checkArticle({ article, editions, rules, locate, level = 'all' }: CheckInput): Finding[] {
  const active = activeRules(rules, level)
  const silences = silencesOf(article, active)
  const source = sourceTexts(article)
  const findings = textFindings(source, active, silences).map((found) => ({ ...found, article: article.id, locale: article.locale }))
  const translations = editions.filter(({ locale }) => locale !== article.locale)
  for (const edition of translations) {
    const translation = translatedTexts(edition, locate)
    const found = [...textFindings(translation, active, silences), ...pairFindings(source, translation, active, silences)]
    findings.push(...found.map((finding) => ({ ...finding, article: article.id, locale: edition.locale })))
  }
  return onePerPlace(sortFindings([...findings, ...silences.unused(translations)]), active)
}

function sourceTexts(article: Article): Checkable[] {
  const lines = linesOf(article.source.text)
  return article.units.flatMap((unit, index) => {
    if (unit.kind === 'slug') return []
    const passage = passageOf(unit.text, unit.locale ?? article.locale, syntaxOf(unit), unit.kind)
    return [{ unit: index, passage, message: null, anchor: (range: Range | null) => anchorInArticle(article.source, lines, unit, range) }]
  })
}

function syntaxOf({ context }: Unit): 'plain' | 'markdown' {
  return context === null ? 'markdown' : 'plain'
}

/** The messages that are current, each once. A passage quoted in another language may stay as it is. */
function translatedTexts(edition: Edition, locate: Locate): Checkable[] {
  const { article, catalog, locale } = edition
  if (catalog?.source == null) return []
  const lines = linesOf(catalog.source.text)
  const seen = new Set<Message>()
  return article.units.flatMap((unit, index) => {
    const message = currentTranslation(edition, index)
    if (message === null || unit.kind === 'slug' || seen.has(message) || isKept(unit, edition.words[index])) return []
    seen.add(message)
    const text = edition.words[index]?.text ?? ''
    const passage = passageOf(text, locale, syntaxOf(unit), unit.kind)
    const anchor = inMessage(catalog, lines, message, text, locate)
    return [{ unit: index, passage, message, anchor }]
  })
}

/** Quoted in the original: it isn't in the edition's language, and there is nothing to compare. */
function isKept(unit: Unit, words: Words | undefined): boolean {
  return unit.locale !== null && words?.text === unit.text
}

function inMessage(catalog: Catalog, lines: Lines, message: Message, text: string, locate: Locate): Checkable['anchor'] {
  const form = Math.max(0, message.strings.indexOf(text))
  return (range) => anchorInCatalog({ catalog, lines, message, form, locate }, range)
}

function textFindings(texts: readonly Checkable[], active: readonly ActiveRule[], silences: Silences): Finding[] {
  const passages = texts.map(({ passage }) => passage)
  return active.flatMap((chosen) => {
    const { rule, options } = chosen
    if (rule.kind !== 'text' && rule.kind !== 'whole') return []
    const hits = rule.kind === 'text' ? passages.map((passage) => rule.check(passage, options)) : rule.check(passages, options)
    return texts.flatMap((text, index) => {
      const own = (hits[index] ?? []).filter((hit) => !isForeign(text.passage, hit))
      return toFindings(own, text, chosen, silences)
    })
  })
}

function pairFindings(
  source: readonly Checkable[],
  translation: readonly Checkable[],
  active: readonly ActiveRule[],
  silences: Silences,
): Finding[] {
  const byUnit = new Map(source.map((text) => [text.unit, text.passage]))
  return translation.flatMap((text) => {
    const original = byUnit.get(text.unit)
    if (original === undefined) return []
    return active.flatMap((chosen) => {
      const { rule, options } = chosen
      return rule.kind === 'pair' ? toFindings(rule.check(original, text.passage, options), text, chosen, silences) : []
    })
  })
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
    const { place, actual, write } = text.anchor(hit.range)
    const found = actual === null ? {} : { actual }
    return [
      { rule: rule.name, severity, ...place, message: hit.message, ...found, expected: hit.expected.map(write), url: rulePage(rule.name) },
    ]
  })
}

/** Of findings that are equal, and of findings about the same words, keep the first; `active` names the most specific rule first. Findings are sorted. */
function onePerPlace(findings: readonly Finding[], active: readonly ActiveRule[]): Finding[] {
  const rank = new Map(active.map(({ rule }, index) => [rule.name, index]))
  const rankOf = ({ rule }: Finding) => rank.get(rule) ?? active.length
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
