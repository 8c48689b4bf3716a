import type { Hole, Skeleton } from '../model/article.ts'
import { direction, type Locale } from '../model/locale.ts'
import { escapeAttribute } from './escape-attribute.ts'
import type { Filling } from './filling.ts'
import { nextBackref } from './footnote-backref.ts'

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
    case 'label':
      return escapeAttribute(filling.label(hole.key, hole.values))
    case 'date':
      return escapeAttribute(filling.date(hole.date))
    case 'picture':
      return picture(hole.src, hole.alt === null ? '' : filling.text(hole.alt), filling)
    case 'language':
      return quotedLanguage(hole.locale, hole.units, filling)
    case 'translation':
      return hole.units.every(filling.original) ? filling.unit(hole.unit) : ''
    case 'backref':
      return nextBackref(skeleton.footnotes[hole.footnote] ?? '', hole.footnote, hole.nth, filling)
  }
}

function picture(src: string, alt: string, { context }: Filling): string {
  return context.picture(src, { alt })?.toString() ?? escapeAttribute(alt)
}

function quotedLanguage(locale: Locale, units: readonly number[], { original }: Filling): string {
  return units.every(original) ? ` lang="${locale}" dir="${direction(locale)}"` : ''
}
