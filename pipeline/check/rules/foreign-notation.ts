import { lazilyBy } from '../../model/lazily.ts'
import { type Passage, rangeIn } from '../passage.ts'
import type { Hit } from '../rule.ts'
import type { ReadNumber } from './read-numbers.ts'

interface Signs {
  readonly decimal: string
  readonly group: string
}

/**
 * Numbers that were copied with their sign, which says another value here: "1,062 people" is a thousand in English, and hardly more than one in Italian.
 *
 * Thousands alone, where the one language groups by the sign that is the other's decimal sign.
 */
export function foreignNotations(
  source: Passage,
  translation: Passage,
  wanted: readonly ReadNumber[],
  found: readonly ReadNumber[],
): Hit[] {
  const [theirs, ours] = [signsOf(source.locale), signsOf(translation.locale)]
  if (theirs === null || ours === null || theirs.group !== ours.decimal) return []
  const copied = new Set(wanted.map(({ digits }) => digits).filter((digits) => isThousands(digits, theirs.group)))
  return found
    .filter(({ digits, loose }) => !loose && copied.has(digits))
    .map(({ start, digits }) => {
      const right = /\s/.test(ours.group) ? digits.replace(theirs.group, '\u00A0') : digits.replace(theirs.group, ours.group)
      const message = `Unexpected \`${digits}\`: \`${ours.decimal}\` is the decimal sign here, expected \`${right}\``
      return { range: rangeIn(translation, start, start + digits.length), message, expected: [right], doubtful: true }
    })
}

function isThousands(digits: string, group: string): boolean {
  const [first = '', second = '', ...more] = digits.split(group)
  return more.length === 0 && /^[1-9]\d{0,2}$/.test(first) && /^\d{3}$/.test(second)
}

/** Null where Intl doesn't know the locale. */
const signsOf = lazilyBy((locale: string): Signs | null => {
  if (Intl.NumberFormat.supportedLocalesOf(locale).length === 0) return null
  const parts = new Intl.NumberFormat(locale, { numberingSystem: 'latn', useGrouping: 'always' }).formatToParts(12345.5)
  const sign = (type: 'decimal' | 'group') => parts.find((part) => part.type === type)?.value ?? ''
  return { decimal: sign('decimal'), group: sign('group') }
})
