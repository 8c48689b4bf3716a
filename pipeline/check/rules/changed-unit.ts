import { type Passage, rangeIn } from '../passage.ts'
import type { Hit, PairRule } from '../rule.ts'
import { haveSameValue, type ReadNumber, readNumbers } from './read-numbers.ts'
import { scaleAfter } from './scale-words.ts'
import { type ReadUnit, unitAt } from './unit-words.ts'

/**
 * A number that keeps its value and changes its unit or currency: "30 km/h" and "30 km", "41 days" and "41 settimane", "€5" and "5 dollari".
 *
 * A measure that was converted has another number, and is none of this rule's business.
 */
export const changedUnit: PairRule = {
  kind: 'pair',
  name: 'changed-unit',
  severity: 'error',
  options: {},
  check(source, translation) {
    const wanted = measures(source)
    if (wanted.length === 0) return []
    const found = measures(translation)
    return wanted.flatMap((one) => {
      const same = found.filter(({ number }) => haveSameValue(one.number, number))
      const [other] = same
      const isOnly = same.length === 1 && wanted.filter(({ number }) => haveSameValue(one.number, number)).length === 1
      return other !== undefined && isOnly && differ(one.unit, other.unit) ? [changed(one, other, source, translation)] : []
    })
  },
}

interface Measure {
  readonly number: ReadNumber
  readonly unit: ReadUnit
}

/** Of one message: a longer one is a table of data. */
const mostNumbers = 200

function measures(passage: Passage): Measure[] {
  return readNumbers(passage)
    .slice(0, mostNumbers)
    .flatMap((number) => {
      if (number.time) return []
      // "5 millions de dollars"
      const scale = scaleAfter(passage.words.slice(number.end, number.end + 24), passage.language)
      const unit = unitAt(passage, number.start, number.end + (scale?.length ?? 0))
      return unit === null ? [] : [{ number, unit }]
    })
}

const speeds: ReadonlyMap<string, string> = new Map([
  ['km/h', 'kilometre'],
  ['mph', 'mile'],
  ['m/s', 'metre'],
  ['m²', 'metre'],
  ['m³', 'metre'],
  ['km²', 'kilometre'],
])

/** In words a speed or an area is a length first: "chilometri all’ora", "Kilometer pro Stunde". */
function differ(one: ReadUnit, other: ReadUnit): boolean {
  if (!one.ids.isDisjointFrom(other.ids)) return false
  const isLength = (symbol: ReadUnit, word: ReadUnit) =>
    symbol.isSymbol && !word.isSymbol && [...symbol.ids].some((id) => word.ids.has(speeds.get(id) ?? ''))
  return !isLength(one, other) && !isLength(other, one)
}

function changed(one: Measure, other: Measure, source: Passage, translation: Passage): Hit {
  const was = source.words.slice(one.unit.start, one.unit.end).trim()
  const is = translation.words.slice(other.unit.start, other.unit.end).trim()
  const range = rangeIn(translation, other.unit.start, other.unit.end)
  const expected = one.unit.isSymbol && other.unit.isSymbol ? [was] : []
  return { range, message: `Unexpected \`${is}\`, the source has \`${was}\` at this number`, expected }
}
