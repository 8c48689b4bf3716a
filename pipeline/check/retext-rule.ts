import type { Root } from 'nlcst'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import type { Locale } from '../model/locale.ts'
import { type Knowledge, noKnowledge } from './knowledge.ts'
import { passageOf } from './passage.ts'
import type { Hit, RuleOptions, TextRule, WholeRule } from './rule.ts'
import { rulePage } from './rule-page.ts'
import { rules } from './rules/rules.ts'

export interface RetextRuleSettings {
  /** Of the text: a canonical BCP 47 tag, `pt-BR`. */
  readonly locale: string
  /** Of the rule, as on its page. */
  readonly options?: RuleOptions
  /** What a house knows of the language; a dictionary, say. */
  readonly knowledge?: Partial<Knowledge>
}

/** The rules that read texts, by name: those that `retextRule` takes. */
export const textRules: Readonly<Record<string, TextRule | WholeRule>> = Object.fromEntries(
  rules.flatMap((rule) => (rule.kind === 'text' || rule.kind === 'whole' ? [[rule.name, rule]] : [])),
)

/**
 * A rule of ours as a retext plugin: `retext().use(retextRule(textRules['doubled-word'], { locale: 'en' }))`.
 *
 * Works on the tree of any retext parser, and after remark-retext and rehype-retext: each paragraph is read as it stands in the file. Messages have
 * `actual`, `expected` and `url`, their source is `colophon`.
 */
export function retextRule(rule: TextRule | WholeRule, { locale, options = {}, knowledge = {} }: RetextRuleSettings) {
  const known: Knowledge = { ...noKnowledge, ...knowledge }
  return () =>
    (tree: Root, file: VFile): void => {
      const text = String(file)
      const places: { start: number; text: string }[] = []
      visit(tree, 'ParagraphNode', ({ position }) => {
        const [start, end] = [position?.start.offset, position?.end.offset]
        if (start === undefined || end === undefined) return
        places.push({ start, text: text.slice(start, end) })
      })
      const passages = places.map((place) => passageOf(place.text, locale as Locale, 'markdown', { kind: 'paragraph' }))
      const hits =
        rule.kind === 'whole' ? rule.check(passages, options, known) : passages.map((passage) => rule.check(passage, options, known))
      for (const [index, place] of places.entries()) for (const hit of hits[index] ?? []) tell(file, rule.name, place.start, hit)
    }
}

function tell(file: VFile, name: string, start: number, { range, message, expected, url, severity, doubtful = false }: Hit): void {
  const text = String(file)
  const [from, to] = range === null ? [start, start] : [start + range.start, start + range.end]
  const place = { start: pointAt(text, from), end: pointAt(text, to) }
  const told = file.message(message, { place, ruleId: name, source: 'colophon' })
  // Of a message: true is an error, null a note.
  told.fatal = severity === 'error' && !doubtful ? true : severity === 'info' ? null : false
  told.actual = text.slice(from, to)
  told.expected = [...expected]
  told.url = url ?? rulePage(name)
}

function pointAt(text: string, offset: number): { line: number; column: number; offset: number } {
  const lines = text.slice(0, offset).split(/\r\n|\n|\r/)
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1, offset }
}
