import type { Article } from '../model/article.ts'
import type { Severity } from '../model/finding.ts'
import type { Locale } from '../model/locale.ts'
import type { Range } from './cut.ts'
import type { Knowledge, PairKnowledge } from './knowledge.ts'
import type { Passage } from './passage.ts'

/** What a rule finds in a passage. */
export interface Hit {
  /** In the passage's Markdown; null where the mistake is something that isn't there. */
  readonly range: Range | null
  readonly message: string
  /** Markdown; the first can replace what stands in `range`. */
  readonly expected: readonly string[]
  /** Probably, but not surely wrong: a warning where the rule's default is an error. */
  readonly doubtful?: boolean
  /** `expected[0]` is surely what was meant: `check --fix` puts it in. */
  readonly certain?: boolean
  /** Where the hits of one rule differ; the rule's own otherwise. */
  readonly severity?: Severity
  /** The rule's page otherwise. */
  readonly url?: string
}

/** What an option takes: a list of texts, true or false, a number from 0, a text; or one of these words. */
export type OptionKind = 'strings' | 'switch' | 'number' | 'text' | readonly string[]

/** Of `check.rules` in the configuration, checked against the rule's `options`. */
export type RuleOptions = Readonly<Record<string, unknown>>

export type Need = 'dictionary' | 'names' | 'prose'

interface RuleName {
  /** Public and permanent, kebab-case; its page is `docs/rules/<name>.md`. */
  readonly name: string
  /** Of a site that says nothing else; `off` runs only where a site asks for it. */
  readonly severity: Severity | 'off'
  readonly options: Readonly<Record<string, OptionKind>>
  /** What it speaks of is no text of the language: no rule's finding within it is told. */
  readonly covers?: true
  /** What costs time to make ready, and is made ready only for rules that say so. */
  readonly needs?: readonly Need[]
}

/** Reads one passage alone: the source and every translation alike. What it finds is remembered for as long as the passage and the house stay the same. */
export interface TextRule extends RuleName {
  readonly kind: 'text'
  readonly needs?: readonly 'prose'[]
  check(passage: Passage, options: RuleOptions, knowledge: Knowledge): readonly Hit[]
}

/** Reads an article in one language as a whole. @returns the hits of each passage, in the order of the passages */
export interface WholeRule extends RuleName {
  readonly kind: 'whole'
  check(passages: readonly Passage[], options: RuleOptions, knowledge: Knowledge): readonly (readonly Hit[])[]
}

/** Reads an article's structure and addresses, which are the same in every language; hits lie in the article's file. */
export interface ArticleRule extends RuleName {
  readonly kind: 'article'
  check(article: Article, options: RuleOptions): readonly FileHit[]
}

/** Its range is one of the file's text, and what is expected can stand there as it is. */
export type FileHit = Hit & { readonly range: Range }

/** Compares a unit with its translation; hits lie in the translation, and are remembered as a text rule's are, but where the rule `needs` a dictionary or names. */
export interface PairRule extends RuleName {
  readonly kind: 'pair'
  check(source: Passage, translation: Passage, options: RuleOptions, knowledge: PairKnowledge): readonly Hit[]
}

/** Compares a translation with those that the whole site has in that language. */
export interface SiteRule extends RuleName {
  readonly kind: 'site'
  /** What it is compared by; null where there is nothing to compare. */
  claim(source: Passage, translation: Passage, options: RuleOptions): Claim | null
  /** `others` say another value for the same key, the most frequent first; never empty. */
  check(translation: Passage, own: Said, others: readonly Said[], options: RuleOptions): readonly Hit[]
}

/** All of the site's claims of one key should have one value. */
export interface Claim {
  readonly key: string
  readonly value: string
}

/** A value of a key, and where it stands first. */
export interface Said {
  readonly value: string
  /** How often the site says so. */
  readonly count: number
  readonly file: string
  readonly line: number
}

/** Reads the words of pages in one locale, `interface.json`. */
export interface InterfaceRule extends RuleName {
  readonly kind: 'interface'
  check(text: InterfaceText, options: RuleOptions): readonly FileHit[]
}

export interface InterfaceText {
  readonly locale: Locale
  /** The site's own, in the order of the file. */
  readonly entries: readonly InterfaceEntry[]
  /** The words of the locale that all others are compared with. */
  readonly model: Readonly<Record<string, string>>
  /** What stands in the locale where the file has nothing: the built-in words. */
  readonly below: Readonly<Record<string, string>>
  /** Whether a template may ask for the key. */
  readonly isUsed: (key: string) => boolean
}

export interface InterfaceEntry {
  readonly key: string
  /** Escapes resolved. */
  readonly text: string
  /** Of the key with its quotes, in the file. */
  readonly keyRange: Range
  /** Of the text with its quotes, in the file. */
  readonly range: Range
  /** Where a part of the text stands in the file. */
  readonly rangeOf: (start: number, end: number) => Range
}

/** Reads the code of a site's own template. */
export interface TemplateRule extends RuleName {
  readonly kind: 'template'
  check(code: string, options: RuleOptions): readonly FileHit[]
}

/** Reads pages as readers get them; what it finds is in `check/pages/`, which is loaded where pages are checked. */
export interface PageRule extends RuleName {
  readonly kind: 'page'
}

/** What the engine itself reports. */
export interface EngineRule extends RuleName {
  readonly kind: 'engine'
}

/** Rules are pure: the same passages, options and knowledge give the same hits. */
export type Rule = TextRule | WholeRule | ArticleRule | PairRule | SiteRule | InterfaceRule | TemplateRule | PageRule | EngineRule

/** The strings of an option; none where it isn't set. */
export function strings(options: RuleOptions, name: string): readonly string[] {
  const value = options[name]
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}

export function isOn(options: RuleOptions, name: string, otherwise: boolean): boolean {
  const value = options[name]
  return typeof value === 'boolean' ? value : otherwise
}
