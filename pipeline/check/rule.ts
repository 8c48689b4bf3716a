import type { Severity } from '../model/finding.ts'
import type { Range } from './cut.ts'
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
}

export type OptionKind = 'strings' | 'switch'

/** Of `check.rules` in the configuration, unchecked. */
export type RuleOptions = Readonly<Record<string, unknown>>

interface RuleName {
  /** Public and permanent, kebab-case; its page is `docs/rules/<name>.md`. */
  readonly name: string
  /** Of a site that says nothing else. */
  readonly severity: Severity
  readonly options: Readonly<Record<string, OptionKind>>
}

/** Reads one passage alone: the source and every translation alike. */
export interface TextRule extends RuleName {
  readonly kind: 'text'
  check(passage: Passage, options: RuleOptions): readonly Hit[]
}

/** Reads an article in one language as a whole. @returns the hits of each passage, in the order of the passages */
export interface WholeRule extends RuleName {
  readonly kind: 'whole'
  check(passages: readonly Passage[], options: RuleOptions): readonly (readonly Hit[])[]
}

/** Compares a unit with its translation; hits lie in the translation. */
export interface PairRule extends RuleName {
  readonly kind: 'pair'
  check(source: Passage, translation: Passage, options: RuleOptions): readonly Hit[]
}

/** What the engine itself reports. */
export interface EngineRule extends RuleName {
  readonly kind: 'engine'
}

/** Rules are pure: the same passages and options give the same hits. */
export type Rule = TextRule | WholeRule | PairRule | EngineRule

/** The strings of an option; none where it isn't set. */
export function strings(options: RuleOptions, name: string): readonly string[] {
  const value = options[name]
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}

export function isOn(options: RuleOptions, name: string, otherwise: boolean): boolean {
  const value = options[name]
  return typeof value === 'boolean' ? value : otherwise
}
