import type { Brand } from './brand.ts'
import { lazilyBy } from './lazily.ts'

/** A canonical BCP 47 tag (`pt-BR`), as Intl writes it. Safe as a folder's name. */
export type Locale = Brand<'Locale'>

export type Direction = 'ltr' | 'rtl'

/** The canonical tag, or null where `tag` is not one well-formed BCP 47 tag. */
export function parseLocale(tag: string): Locale | null {
  try {
    const [canonical, ...more] = Intl.getCanonicalLocales(tag)
    return canonical === undefined || more.length > 0 ? null : (canonical as Locale)
  } catch {
    return null
  }
}

/** The tag, and what is left of it without its last parts: `sr-Latn-RS`, `sr-Latn`, `sr`. */
export function withParents(locale: Locale): Locale[] {
  const parts = locale.split('-')
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('-') as Locale)
}

/** The writing direction of the locale's likely script (CLDR). */
export function direction(locale: Locale): Direction {
  return new Intl.Locale(locale).getTextInfo().direction === 'rtl' ? 'rtl' : 'ltr'
}

/** The script in which a language or a locale is likely written (CLDR): `Latn`; null where that isn't known. */
export const likelyScript = lazilyBy((tag: string): string | null => {
  try {
    return new Intl.Locale(tag).maximize().script ?? null
  } catch {
    return null
  }
})
