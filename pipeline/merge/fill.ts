import type { Hole, Skeleton } from '../model/article.ts'
import { direction, type Locale } from '../model/locale.ts'
import { nextBackref } from './footnote-backref.ts'
import type { InlineContext } from './inline-context.ts'

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

/** An article's body in one edition. */
export function fill(skeleton: Skeleton, filling: Filling): string {
  let html = skeleton.parts[0] ?? ''
  for (const [index, hole] of skeleton.holes.entries()) {
    html += fillHole(hole, skeleton, filling) + (skeleton.parts[index + 1] ?? '')
  }
  return html
}

function fillHole(hole: Hole, skeleton: Skeleton, filling: Filling): string {
  switch (hole.kind) {
    case 'unit':
      return filling.unit(hole.unit)
    case 'attribute':
      return escapeAttribute(filling.text(hole.unit))
    case 'label':
      return escapeAttribute(filling.label(hole.key, hole.values))
    case 'date':
      return escapeAttribute(filling.date(hole.date))
    case 'picture':
      return escapeAttribute(filling.context.picture(hole.src) ?? '')
    case 'language':
      return quotedLanguage(hole.locale, hole.units, filling)
    case 'backref':
      return nextBackref(skeleton.footnotes[hole.footnote] ?? '', hole.footnote, hole.nth, filling)
  }
}

function quotedLanguage(locale: Locale, units: readonly number[], { original }: Filling): string {
  return units.every(original) ? ` lang="${locale}" dir="${direction(locale)}"` : ''
}

/** As hast-util-to-html writes attribute values. */
export function escapeAttribute(text: string): string {
  return /[&"<]/.test(text) ? text.replaceAll('&', '&#x26;').replaceAll('"', '&#x22;').replaceAll('<', '&#x3C;') : text
}
