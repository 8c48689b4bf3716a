import type { Article, Silence } from '../model/article.ts'
import type { Message } from '../model/catalog.ts'
import type { Edition } from '../model/edition.ts'
import type { Finding } from '../model/finding.ts'
import { type Place, placeOf } from '../model/place.ts'
import type { Source } from '../model/source.ts'
import type { ActiveRule } from './active-rules.ts'
import { adaptations, type MessageSilence, messageSilences } from './message-silences.ts'
import type { Rule } from './rule.ts'
import { rulePage } from './rule-page.ts'
import { rules } from './rules/rules.ts'
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
 * rule in its message, and their comment `# adapted:` a group of rules. Only a rule that runs can show that a silence is unused, and one that
 * compares, only where all locales were checked.
 */
export function silencesOf(article: Article, active: readonly ActiveRule[]): Silences {
  const usedComments = new Set<Silence>()
  const usedInMessages = new Map<Message, Set<string>>()
  const use = (asked: readonly Silence[]) => {
    for (const silence of asked) usedComments.add(silence)
    return asked.length > 0
  }
  return {
    silenceAt({ name }, offset) {
      return use(article.silences.filter((silence) => silence.rule === name && silence.offset <= offset && offset < silence.end))
    },
    silence(rule, unit, message) {
      const said = message === null ? [] : messageSilences(message).filter(({ rules }) => rules.includes(rule.name))
      if (message !== null && said.length > 0)
        usedInMessages.set(message, new Set([...(usedInMessages.get(message) ?? []), ...said.map(({ written }) => written)]))
      const comments = message === null || compares(rule) ? article.silences : []
      return use(comments.filter((silence) => silence.rule === rule.name && silence.units.includes(unit))) || said.length > 0
    },
    unused(checked) {
      const severity = active.find(({ rule }) => rule === unusedSilence)?.severityOf({})
      if (severity == null) return []
      // Whether a page shows what a silence is for, its texts alone don't tell.
      const ran = active.map(({ rule }) => rule).filter(({ kind }) => kind !== 'engine' && kind !== 'page')
      const all = article.meta.translate.every((locale) => checked.some((edition) => edition.locale === locale))
      const comments = article.silences.filter((silence) => {
        return !usedComments.has(silence) && ran.some((rule) => rule.name === silence.rule && (all || !compares(rule)))
      })
      return [
        ...comments.map((silence) => ({ ...unusedComment(article, silence), severity })),
        ...article.silences.filter(isUnknown).map((silence) => ({ ...unknownComment(article, silence), severity })),
        ...checked
          .flatMap((edition) => unusedInMessages(edition, ran, usedInMessages))
          .map((finding) => ({ ...finding, severity, article: article.id })),
      ]
    },
  }
}

function compares({ kind }: Rule): boolean {
  return kind === 'pair' || kind === 'site'
}

function unusedComment(article: Article, silence: Silence): Omit<Finding, 'severity'> {
  const { place, actual } = placeOfComment(article, silence)
  return { ...sayUnused(silence.rule, place, actual), article: article.id, locale: article.locale }
}

function isUnknown(silence: Silence): boolean {
  return !rules.some(({ name }) => name === silence.rule)
}

function unknownComment(article: Article, silence: Silence): Omit<Finding, 'severity'> {
  const { place, actual } = placeOfComment(article, silence)
  const message = `Unexpected silence: there is no rule \`${silence.rule}\``
  return { ...say(message, place, actual), article: article.id, locale: article.locale }
}

function placeOfComment({ source }: Article, { offset }: Silence): { readonly place: Place; readonly actual: string } {
  const close = source.text.indexOf('-->', offset)
  const end = close < 0 ? source.text.length : close + 3
  return { place: placeOf(source.path, source.text, offset, end), actual: source.text.slice(offset, end) }
}

function unusedInMessages(
  edition: Edition,
  ran: readonly Rule[],
  used: ReadonlyMap<Message, ReadonlySet<string>>,
): Omit<Finding, 'severity'>[] {
  const { words, catalog, locale } = edition
  const source = catalog?.source
  if (source == null) return []
  const messages = new Set(words.map((_, unit) => currentTranslation(edition, unit)).filter((message) => message !== null))
  return [...messages].flatMap((message) => {
    return messageSilences(message).flatMap((silence) => {
      const { written, kind, rules: silenced } = silence
      const isIdle = !used.get(message)?.has(written) && ran.some(({ name }) => silenced.includes(name))
      const hasNoMeaning = kind === 'comment' && silenced.length === 0
      if (!isIdle && !hasNoMeaning) return []
      const place = placeInMessage(source, message, silence)
      const name = kind === 'flag' ? (silenced[0] ?? '') : written
      return [{ ...(hasNoMeaning ? sayUnknown(written, place) : sayUnused(name, place, written)), locale }]
    })
  })
}

function sayUnused(silenced: string, place: Place, actual: string): Omit<Finding, 'severity'> {
  return say(`Unexpected silence: \`${silenced}\` finds no mistake here`, place, actual)
}

function sayUnknown(actual: string, place: Place): Omit<Finding, 'severity'> {
  return say(`Unexpected \`${actual}\` behind \`adapted:\`, expected ${Object.keys(adaptations).join(', ')}`, place, actual)
}

function say(message: string, place: Place, actual: string): Omit<Finding, 'severity'> {
  return { rule: unusedSilence.name, ...place, message, actual, expected: [], url: rulePage(unusedSilence.name) }
}

/** In the comments before the message's `msgid`. */
function placeInMessage({ path, text }: Source, { line }: Message, { written, kind }: MessageSilence): Place {
  const lines = text.split(/\r\n|\n|\r/)
  for (let at = line - 1; lines[at]?.startsWith('#'); at++) {
    const column = (lines[at]?.indexOf(written) ?? -1) + 1
    const isRight = kind === 'flag' ? lines[at]?.startsWith('#,') : /^#\s*adapted:/i.test(lines[at] ?? '')
    if (isRight && column > 0) return { file: path, line: at + 1, column, endLine: at + 1, endColumn: column + written.length }
  }
  return { file: path, line, column: 1 }
}
