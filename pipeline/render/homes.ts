import type { Locale } from '../model/locale.ts'
import type { Addresses } from './addresses.ts'
import type { Alternate, EditionLink, SiteView } from './page-view.ts'

/** The first pages of all locales, as a language switcher offers them. */
export function homes(site: SiteView, to: Addresses, current: Locale | null): EditionLink[] {
  return site.locales.map((locale) => ({ locale, path: to.index(locale.tag).path, current: locale.tag === current }))
}

/** The locales' first pages are editions of one page, whose default is the language chooser. */
export function homeAlternates(site: SiteView, to: Addresses): Alternate[] {
  const each = site.locales.map(({ tag }) => ({ hreflang: tag as string, href: to.index(tag).url }))
  return [...each, { hreflang: 'x-default', href: to.chooser().url }]
}
