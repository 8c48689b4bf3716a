import type { HouseStyle, StyleEntry, Swap } from '../../model/house-style.ts'
import { type LinearPattern, linearPattern } from './linear-pattern.ts'
import { type FoundPhrase, phraseFinder } from './phrase-finder.ts'

/** A locale's house style, ready to run. */
export interface StyleBook {
  readonly find: (text: string) => readonly FoundPhrase<StyleMeaning>[]
  readonly patterns: readonly { readonly entry: StyleEntry; readonly matches: LinearPattern }[]
  readonly capitals: readonly (StyleEntry & { readonly kind: 'capitalisation' })[]
  readonly conditions: readonly Condition[]
}

/** What a phrase that was found means. */
export type StyleMeaning =
  | { readonly kind: 'substitution'; readonly entry: StyleEntry; readonly swap: Swap; readonly certain: boolean }
  | { readonly kind: 'existence'; readonly entry: StyleEntry }
  /** One of two ways to say the same; `pair` is the entry's. */
  | { readonly kind: 'consistency'; readonly entry: StyleEntry; readonly pair: readonly [string, string]; readonly side: 0 | 1 }

export interface Condition {
  readonly entry: StyleEntry
  readonly first: LinearPattern
  readonly second: LinearPattern
  readonly except: ReadonlySet<string>
}

/** Patterns of `style` compile: whoever read it has seen to that. */
export function styleBook({ entries }: HouseStyle): StyleBook {
  return {
    find: phraseFinder(entries.flatMap(phrasesOf)),
    patterns: entries.flatMap((entry) =>
      entry.kind === 'existence' ? entry.patterns.map((source) => ({ entry, matches: compiled(source) })) : [],
    ),
    capitals: entries.filter((entry) => entry.kind === 'capitalisation'),
    conditions: entries.flatMap((entry) =>
      entry.kind === 'conditional'
        ? [{ entry, first: compiled(entry.first), second: compiled(entry.second), except: new Set(entry.except) }]
        : [],
    ),
  }
}

function phrasesOf(entry: StyleEntry): [string, StyleMeaning][] {
  switch (entry.kind) {
    case 'substitution':
      return entry.swaps.map((swap) => [swap.from, { kind: 'substitution', entry, swap, certain: entry.certain }])
    case 'existence':
      return entry.phrases.map((phrase) => [phrase, { kind: 'existence', entry }])
    case 'consistency':
      return entry.pairs.flatMap((pair): [string, StyleMeaning][] =>
        pair.map((phrase, side): [string, StyleMeaning] => [phrase, { kind: 'consistency', entry, pair, side: side === 0 ? 0 : 1 }]),
      )
    case 'capitalisation':
    case 'conditional':
      return []
  }
}

function compiled(source: string): LinearPattern {
  const pattern = linearPattern(source)
  if (typeof pattern === 'string') throw new RangeError(`the pattern ${source} was not checked: ${pattern}`)
  return pattern
}
