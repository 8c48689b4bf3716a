import type { Locale } from '../../model/locale.ts'

/** `text` with the capitals of what it replaces: all of them, or the first; a text with capitals of its own stays as it is. */
export function inCaseOf(written: string, text: string, locale: Locale): string {
  if (text !== text.toLocaleLowerCase(locale) || !/\p{L}/u.test(written)) return text
  const letters = written.match(/\p{L}/gu)?.length ?? 0
  if (letters > 1 && written === written.toLocaleUpperCase(locale) && written !== written.toLocaleLowerCase(locale))
    return text.toLocaleUpperCase(locale)
  const [first = ''] = text
  return /^\P{L}*\p{Lu}/u.test(written) ? first.toLocaleUpperCase(locale) + text.slice(first.length) : text
}
