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
export function wrongCapitals(text: string, { style, except }: Wanted, { locale, accepts }: Known): WrongCapitals | null {
  const all = [...text.matchAll(word)].map(({ 0: written, index }) => ({ written, index }))
  const [first] = all
  const last = all.at(-1)
  if (first === undefined || last === undefined || !/[\p{Lu}\p{Ll}]/u.test(text)) return null
  const place = { start: first.index, end: last.index + last.written.length }
  const lower = (one: string) => one.toLocaleLowerCase(locale)
  const isFree = ({ written }: { written: string }) => except.includes(written) || /\p{N}/u.test(written)
  const counted = all.filter((one) => !isFree(one) && !isAcronym(one.written) && !isName(one.written, accepts, locale))
  const wrong = (expected: readonly string[]): WrongCapitals => ({ ...place, expected })
  switch (style) {
    case 'lower':
      return counted.some(({ written }) => written !== lower(written)) ? wrong([]) : null
    case 'upper': {
      const upper = text.slice(place.start, place.end).toLocaleUpperCase(locale)
      return text.slice(place.start, place.end) === upper || all.every(isFree) ? null : wrong([upper])
    }
    case 'sentence': {
      const rest = counted.filter(({ index, written }) => index !== first.index && written.length > 3)
      const capital = rest.filter(({ written }) => startsCapital(written))
      return rest.length >= 3 && capital.length * 3 >= rest.length * 2 ? wrong([]) : null
    }
    case 'title': {
      const plain = all.filter((one) => !isFree(one) && !small.test(one.written) && one.written === lower(one.written))
      return plain.length > 0 ? wrong([titled(text.slice(place.start, place.end), except, locale)]) : null
    }
  }
}

function startsCapital(written: string): boolean {
  return /^\p{Lu}/u.test(written)
}

function isAcronym(written: string): boolean {
  return /^\P{Ll}+$/u.test(written) && written.length > 1
}

/** `words.txt` has it with its capital only. */
function isName(written: string, accepts: (word: string) => boolean, locale: Locale): boolean {
  return startsCapital(written) && accepts(written) && !accepts(written.toLocaleLowerCase(locale))
}

function titled(text: string, except: readonly string[], locale: Locale): string {
  return text.replace(word, (written, index: number) => {
    if (except.includes(written) || /\p{N}/u.test(written) || (index > 0 && small.test(written))) return written
    const [letter = ''] = written
    return letter.toLocaleUpperCase(locale) + written.slice(letter.length)
  })
}
