import type { CapitalStyle } from '../../model/house-style.ts'
import type { Locale } from '../../model/locale.ts'

interface Wanted {
  readonly style: CapitalStyle
  readonly except: readonly string[]
}

interface Known {
  readonly locale: Locale
  /** Names of the house keep their capitals. */
  readonly accepts: (word: string) => boolean
}

interface WrongCapitals {
  readonly start: number
  readonly end: number
  readonly expected: readonly string[]
}

const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’-][\p{L}\p{M}\p{N}]+)*/gu

/** Articles, prepositions and conjunctions that have no capital within a title. */
const small =
  /^(?:a|an|and|as|at|but|by|for|from|in|into|is|nor|of|off|on|or|over|per|so|the|to|up|via|vs?|with|yet|de|del|della|des|di|du|e|el|en|et|il|la|le|les|los|und|y)$/

/**
 * Whether a headline's capitals are of another style, as a whole: null where they are of the wanted one, or one can't tell.
 *
 * Words of the house, exceptions and words of capitals alone count for nothing. A single capital word in a sentence is most likely a name.
 */
export function wrongCapitals(text: string, wanted: Wanted, known: Known): WrongCapitals | null {
  const words = [...text.matchAll(word)]
  const [first] = words
  const last = words.at(-1)
  if (first === undefined || last === undefined || !/[\p{Lu}\p{Ll}]/u.test(text)) return null
  const [start, end] = [first.index, last.index + last[0].length]
  const expected = judges[wanted.style](text.slice(start, end), { ...wanted, ...known })
  return expected === null ? null : { start, end, expected }
}

/** What the headline should be, as far as it can be told; null where it is right. */
type Judge = (headline: string, settings: Wanted & Known) => readonly string[] | null

const judges: Readonly<Record<CapitalStyle, Judge>> = {
  lower(headline, settings) {
    return telling(headline, settings).some((one) => one !== one.toLocaleLowerCase(settings.locale)) ? [] : null
  },
  upper(headline, { except, locale }) {
    const upper = headline.replace(word, (one) => (except.includes(one) ? one : one.toLocaleUpperCase(locale)))
    return headline === upper ? null : [upper]
  },
  sentence(headline, settings) {
    const [first = ''] = headline.match(word) ?? []
    const rest = telling(headline.slice(first.length), settings).filter((one) => one.length > 3)
    const capital = rest.filter(startsCapital)
    return rest.length >= 3 && capital.length * 4 >= rest.length * 3 ? [] : null
  },
  title(headline, { except, locale }) {
    const titled = headline.replace(word, (one, at: number) => {
      if (except.includes(one) || /\p{N}/u.test(one) || (at > 0 && small.test(one)) || one !== one.toLocaleLowerCase(locale)) return one
      const [letter = ''] = one
      return letter.toLocaleUpperCase(locale) + one.slice(letter.length)
    })
    return headline === titled ? null : [titled]
  },
}

/** The words whose capitals tell a style. */
function telling(text: string, { except, accepts, locale }: Wanted & Known): string[] {
  return (text.match(word) ?? []).filter((one) => {
    if (except.includes(one) || /\p{N}/u.test(one) || isAcronym(one)) return false
    return !(startsCapital(one) && accepts(one) && !accepts(one.toLocaleLowerCase(locale)))
  })
}

function startsCapital(written: string): boolean {
  return /^\p{Lu}/u.test(written)
}

function isAcronym(written: string): boolean {
  return /^\P{Ll}+$/u.test(written) && written.length > 1
}
