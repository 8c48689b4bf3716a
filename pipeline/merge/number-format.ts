import type { i18n } from 'i18next'
import type { LocaleSettings } from '../model/site.ts'

/** `{{count, number}}` in the digits that the site has configured for the locale. */
export function addNumberFormat(instance: i18n, locales: readonly LocaleSettings[]): void {
  const formats = new Map(
    locales.map(({ tag, formats: variety = tag, numberingSystem }) => [
      tag as string,
      new Intl.NumberFormat(variety, numberingSystem === null ? {} : { numberingSystem }),
    ]),
  )
  instance.services.formatter?.add('number', (value: unknown, language) => {
    const format = formats.get(language ?? '') ?? new Intl.NumberFormat(language)
    return typeof value === 'number' ? format.format(value) : String(value)
  })
}
