import type { Unit } from '../../model/article.ts'
import { plainOf } from '../evidence.ts'
import { bareText, oneLine, plainMarks } from './bare-text.ts'
import type { ForeignText } from './foreign-text.ts'
import { type Targeted, withTargets } from './link-targets.ts'
import { linksIn, soleLink } from './links-in.ts'

/** What another system's catalog has for a unit. */
export interface Fit {
  /** One at least; those that `text` is made of. */
  readonly texts: readonly ForeignText[]
  /** Inline Markdown; plain text for front matter. */
  readonly text: string
  /** Null where it is surely this unit's translation. */
  readonly doubt: string | null
  /** What `text` translates, where that isn't the unit's text. */
  readonly previous: string | null
}

/** The fit of a text that says what the unit says, but for marks and targets. */
export function sameFit(from: ForeignText, unit: Unit, rivals: boolean): Fit {
  const { text, whole } = targeted(from, unit)
  const doubt = !from.current
    ? 'fuzzy there'
    : rivals
      ? 'several translations'
      : !whole
        ? 'other links'
        : isSame(from.id, unit)
          ? null
          : 'other markup'
  return { texts: [from], text: asUnit(unit, text), doubt, previous: doubt === null ? null : previousOf(from, unit) }
}

/** The fit of a text that says something else. */
export function otherFit(texts: readonly ForeignText[], unit: Unit, doubt: string, previous: string, words: string): Fit {
  return { texts, text: asUnit(unit, withTargets(previous, words, unit.text).text), doubt, previous: oneLine(previous) }
}

/** A system that keeps the link of a line of a table of contents to itself has its words alone. */
function targeted({ id, text }: ForeignText, unit: Unit): Targeted {
  const label = soleLink(unit.text)
  if (label === null || linksIn(id).length > 0 || /[[\]]/.test(text)) return withTargets(id, text, unit.text)
  return { text: `[${oneLine(text)}]${label.tail}`, whole: true }
}

/** Front matter has no marks, so that none can be lost. */
function isSame(id: string, { context, text }: Unit): boolean {
  return context === null ? isMarkedAlike(id, text) : bareText(id) === bareText(text)
}

/** Whether two texts that say the same have the same marks. */
export function isMarkedAlike(id: string, text: string): boolean {
  const marks = plainMarks(id)
  return marks === plainMarks(text) || marks === plainMarks(soleLink(text)?.words ?? text)
}

function previousOf({ id, message, current }: ForeignText, unit: Unit): string | null {
  const source = oneLine(current ? id : (message.previous?.id ?? id))
  return source === unit.text ? null : source
}

function asUnit({ context }: Unit, text: string): string {
  return context === null ? text : plainOf(text)
}
