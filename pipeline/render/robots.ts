import type { Locale } from '../model/locale.ts'
import type { Addresses } from './addresses.ts'

/** Everything is public; the sitemaps stand there. @param locales those that have a news sitemap */
export function robots(to: Addresses, locales: readonly Locale[]): string {
  const sitemaps = [to.sitemap(), ...locales.map((locale) => to.newsSitemap(locale))]
  return `User-agent: *\nAllow: /\n\n${sitemaps.map(({ url }) => `Sitemap: ${url}\n`).join('')}`
}
