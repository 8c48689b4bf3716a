import { emptyGlossary, type Glossary } from '../model/glossary.ts'
import type { Prose } from './prose/prose.ts'
import type { StyleBook } from './style/style-book.ts'

/** What rules know of a site in one language: plain data and pure functions, made once a run and locale by `commands/`. */
export interface Knowledge {
  /** Whether `words.txt` or the glossary has the word: as written, in capitals, or with the capital of a sentence's first word. */
  readonly accepts: (word: string) => boolean
  /** Null where the locale has none, or where no active rule `needs` one. */
  readonly dictionary: Dictionary | null
  /** Empty where no active rule `needs` them. */
  readonly names: NameCounts
  readonly glossary: Glossary
  /** Null where no active rule `needs` it. */
  readonly prose: Prose | null
  /** Null where the locale has none. */
  readonly style: StyleBook | null
}

/** A locale's spelling, behind functions whose answers never change. */
export interface Dictionary {
  accepts(word: string): boolean
  /** Its words that are one edit away, the likeliest first; costs as much as a hundred words. */
  near(word: string): readonly string[]
  /** The likeliest first; slow: only for what is reported. */
  suggest(word: string): readonly string[]
}

/** How often each name stands in all articles of the site in one language. */
export interface NameCounts {
  countOf(name: string): number
  /** Names one edit away that are more frequent, the most frequent first. */
  near(name: string): readonly string[]
}

/** For a rule that compares two languages. */
export interface PairKnowledge {
  readonly source: Knowledge
  readonly translation: Knowledge
}

const noNames: NameCounts = { countOf: () => 0, near: () => [] }

/** Of a site that has said nothing about a language. */
export const noKnowledge: Knowledge = {
  accepts: () => false,
  dictionary: null,
  names: noNames,
  glossary: emptyGlossary,
  prose: null,
  style: null,
}
