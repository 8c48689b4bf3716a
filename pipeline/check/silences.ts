import type { Article, Silence } from '../model/article.ts'
import type { Message } from '../model/catalog.ts'
import type { Edition } from '../model/edition.ts'
import type { Finding } from '../model/finding.ts'
import { type Place, placeOf } from '../model/place.ts'
import type { Source } from '../model/source.ts'
import type { ActiveRule } from './active-rules.ts'
import type { Rule } from './rule.ts'
import { rulePage } from './rule-page.ts'
import { unusedSilence } from './rules/unused-silence.ts'
import { currentTranslation } from './translation.ts'

/** What authors and translators told the rules to pass over, and whether there was anything to pass over. */
export interface Silences {
  /** Whether a finding of `rule` stays unsaid; `message` is null in the source. */
  silence(rule: Rule, unit: number, message: Message | null): boolean
  /** The same for a rule that reads the article's file; `offset` is one of the file. */
  silenceAt(rule: Rule, offset: number): boolean
  /** A finding for each silence of a rule that ran and found nothing there. */
  unused(checked: readonly Edition[]): Finding[]
}

/**
 * An author's comment silences a text rule in the source, and a rule that compares source and translation in every locale; a translator's flag, any
 * rule in its message. Only a rule that runs can show that a silence is unused, and one that compares, only where all locales were checked.
 */
export function silencesOf(article: Article, active: readonly ActiveRule[]): Silences {
  const usedComments = new Set<Silence>()
  const usedFlags = new Map<Message, Set<string>>()
  const use = (asked: readonly Silence[]) => {
    for (const silence of asked) usedComments.add(silence)
    return asked.length > 0
  }
  return {
    silenceAt({ name }, offset) {
      return use(article.silences.filter((silence) => silence.rule === name && silence.offset <= offset && offset < silence.end))
    },
    silence(rule, unit, message) {
      const flagged = message?.flags.includes(flagOf(rule)) ?? false
      if (flagged && message !== null) usedFlags.set(message, (usedFlags.get(message) ?? new Set()).add(rule.name))
      const comments = message === null || compares(rule) ? article.silences : []
      return use(comments.filter((silence) => silence.rule === rule.name && silence.units.includes(unit))) || flagged
    },
    unused(checked) {
      const severity = active.find(({ rule }) => rule === unusedSilence)?.severityOf({})
      if (severity == null) return []
      const ran = active.map(({ rule }) => rule).filter(({ kind }) => kind !== 'engine')
      const all = article.meta.translate.every((locale) => checked.some((edition) => edition.locale === locale))
      const comments = article.silences.filter((silence) => {
        return !usedComments.has(silence) && ran.some((rule) => rule.name === silence.rule && (all || !compares(rule)))
      })
      return [
        ...comments.map((silence) => ({ ...unusedComment(article, silence), severity })),
        ...checked
          .flatMap((edition) => unusedFlags(edition, ran, usedFlags))
          .map((finding) => ({ ...finding, severity, article: article.id })),
      ]
    },
  }
}

function compares({ kind }: Rule): boolean {
  return kind === 'pair' || kind === 'site'
}

function flagOf({ name }: Pick<Rule, 'name'>): string {
  return `ignore-${name}`
}

function unusedComment({ id, locale, source }: Article, { rule, offset }: Silence): Omit<Finding, 'severity'> {
  const close = source.text.indexOf('-->', offset)
  const end = close < 0 ? source.text.length : close + 3
  const actual = source.text.slice(offset, end)
  return { ...sayUnused(rule, placeOf(source.path, source.text, offset, end), actual), article: id, locale }
}

function unusedFlags(edition: Edition, ran: readonly Rule[], used: ReadonlyMap<Message, ReadonlySet<string>>): Omit<Finding, 'severity'>[] {
  const { words, catalog, locale } = edition
  const source = catalog?.source
  if (source == null) return []
  const messages = new Set(words.map((_, unit) => currentTranslation(edition, unit)).filter((message) => message !== null))
  return [...messages].flatMap((message) => {
    const idle = ran.filter((rule) => message.flags.includes(flagOf(rule)) && !used.get(message)?.has(rule.name))
    return idle.map((rule) => ({ ...sayUnused(rule.name, placeOfFlag(source, message, flagOf(rule)), flagOf(rule)), locale }))
  })
}

function sayUnused(rule: string, place: Place, actual: string): Omit<Finding, 'severity'> {
  const message = `Unexpected silence: \`${rule}\` finds no mistake here`
  return { rule: unusedSilence.name, ...place, message, actual, expected: [], url: rulePage(unusedSilence.name) }
}

/** In the comments before the message's `msgid`. */
function placeOfFlag({ path, text }: Source, { line }: Message, flag: string): Place {
  const lines = text.split(/\r\n|\n|\r/)
  for (let at = line - 1; lines[at]?.startsWith('#'); at++) {
    const column = (lines[at]?.indexOf(flag) ?? -1) + 1
    if (lines[at]?.startsWith('#,') && column > 0)
      return { file: path, line: at + 1, column, endLine: at + 1, endColumn: column + flag.length }
  }
  return { file: path, line, column: 1 }
}
