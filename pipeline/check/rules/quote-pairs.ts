import { lazilyBy } from '../../model/lazily.ts'
import type { Locale } from '../../model/locale.ts'
import { type RuleOptions, strings } from '../rule.ts'

/** An opening and a closing mark: `“”`. */
export interface QuotePair {
  readonly opens: string
  readonly closes: string
}

/**
 * The double quotation marks that a language writes, the usual pair first.
 *
 * From CLDR 48 (cldr-misc-full, delimiters: `quotationStart` and `quotationEnd`, then the alternate ones where they are double), then what else its
 * good publishers print. In languages that aren't here, anything goes: Arabic, Persian, Hebrew and Urdu write several pairs, mirrored or not.
 */
const table: Readonly<Record<string, string>> = {
  af: '“” „”',
  ast: '«» “”',
  be: '«» „“ “”',
  bg: '„“ «» “”',
  br: '«» “”',
  bs: '„” „“ »« “”',
  ca: '«» “”',
  cs: '„“ »« «»',
  cy: '“”',
  da: '“” ”” „“ »« «»',
  de: '„“ »« «»',
  el: '«» “”',
  en: '“”',
  eo: '“” „“ «»',
  es: '“” «»',
  et: '„“ „” «»',
  eu: '«» “”',
  fi: '”” »»',
  fr: '«» “”',
  ga: '“”',
  gl: '“” «»',
  hr: '„“ „” »« “”',
  hu: '„” »« «»',
  hy: '«» “”',
  id: '“”',
  is: '„“',
  it: '«» “”',
  ka: '„“ «» “”',
  kk: '«» “”',
  lb: '„“ «»',
  lt: '„“ «»',
  lv: '“” „“ „” «»',
  mk: '„“ «» “”',
  ms: '“”',
  mt: '“”',
  nb: '«» “” ”” „“',
  nl: '“” „” «»',
  nn: '«» “” ”” „“',
  no: '«» “” ”” „“',
  oc: '«» “”',
  pl: '„” «» »«',
  pt: '“” «»',
  ro: '„” «» “”',
  ru: '«» „“ “”',
  sk: '„“ »« «»',
  sl: '„“ »« “”',
  sq: '“” «» „“',
  sr: '„” „“ »« «» “”',
  sv: '”” »» «»',
  sw: '“”',
  tr: '“” «»',
  uk: '«» „“ “” „”',
  vi: '“”',
}

/** Of a locale, or where the site's `pairs` say otherwise (`de-CH «» „“`), the site's own; none where nothing is known. */
export function quotePairs(locale: Locale, options: RuleOptions): readonly QuotePair[] {
  const own = strings(options, 'pairs').map((line) => line.trim().split(/\s+/))
  if (own.length === 0) return usualPairs(locale)
  const found = own.find(([tag]) => tag === locale) ?? own.find(([tag]) => tag === languageOf(locale))
  return found === undefined ? usualPairs(locale) : pairsIn(found.slice(1))
}

const usualPairs = lazilyBy((locale: Locale) => pairsIn(table[languageOf(locale)]?.split(' ') ?? []))

function languageOf(locale: Locale): string {
  return locale.split('-', 1)[0] ?? ''
}

function pairsIn(written: readonly string[]): readonly QuotePair[] {
  return written.flatMap(([opens, closes]) => (opens === undefined || closes === undefined ? [] : [{ opens, closes }]))
}
