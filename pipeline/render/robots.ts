import type { Addresses } from './addresses.ts'

/** Everything is public; the sitemap stands there. */
export function robots(to: Addresses): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${to.sitemap().url}\n`
}
