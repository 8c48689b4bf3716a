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
 * Thousands alone, with decimals or without, where the one language groups by the sign that is the other's decimal sign.
 */
export function foreignNotations(
  source: Passage,
  translation: Passage,
  wanted: readonly ReadNumber[],
  found: readonly ReadNumber[],
): Hit[] {
  const [theirs, ours] = [signsOf(source.locale), signsOf(translation.locale)]
  if (theirs === null || ours === null || theirs.group !== ours.decimal) return []
  const copied = new Set(wanted.map(({ digits }) => digits).filter((digits) => isGrouped(digits, theirs)))
  return found
    .filter(({ digits, loose }) => !loose && copied.has(digits))
    .map(({ start, digits }) => {
      const right = rewritten(digits, theirs, ours)
      const message = `Unexpected \`${digits}\`: \`${ours.decimal}\` is the decimal sign here, expected \`${right}\``
      return { range: rangeIn(translation, start, start + digits.length), message, expected: [right], doubtful: true }
    })
}

/** "1,234", "1,234,567", "1,234.5" in English. */
function isGrouped(digits: string, { group, decimal }: Signs): boolean {
  const [whole = '', fraction = '0', ...more] = digits.split(decimal)
  const [first = '', ...thousands] = whole.split(group)
  const areDigits = /^[1-9]\d{0,2}$/.test(first) && /^\d+$/.test(fraction)
  return more.length === 0 && areDigits && thousands.length > 0 && thousands.every((three) => /^\d{3}$/.test(three))
}

function rewritten(digits: string, theirs: Signs, ours: Signs): string {
  const group = /\s/.test(ours.group) ? '\u00A0' : ours.group
  const parts = digits.split(theirs.decimal).map((part) => part.replaceAll(theirs.group, group))
  return parts.join(ours.decimal)
}

/** Null where Intl doesn't know the locale. */
const signsOf = lazilyBy((locale: string): Signs | null => {
  if (Intl.NumberFormat.supportedLocalesOf(locale).length === 0) return null
  const parts = new Intl.NumberFormat(locale, { numberingSystem: 'latn', useGrouping: 'always' }).formatToParts(12345.5)
  const sign = (type: 'decimal' | 'group') => parts.find((part) => part.type === type)?.value ?? ''
  return { decimal: sign('decimal'), group: sign('group') }
})
