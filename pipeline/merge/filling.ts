import type { InlineContext } from './inline-context.ts'

/** What fills the holes of a skeleton. */
export interface Filling {
  /** HTML of a unit, by its index. */
  readonly unit: (index: number) => string
  /** A unit's text without markup. */
  readonly text: (index: number) => string
  /** Whether the reader sees the unit in the language in which it was written. */
  readonly original: (index: number) => boolean
  /** Interface text. */
  readonly label: (key: string, values: Readonly<Record<string, string | number>>) => string
  readonly date: (date: string) => string
  readonly context: InlineContext
}
