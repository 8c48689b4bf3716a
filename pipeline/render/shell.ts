import type { Locale } from '../model/locale.ts'
import type { Site } from '../model/site.ts'
import type { Address, Addresses } from './addresses.ts'
import { formats } from './formats.ts'
import type { Formats, Translate } from './formats-view.ts'
import { localeView } from './locale-view.ts'
import type { FeedLinks, PageView, SiteView } from './page-view.ts'

/** What all pages of a locale share. */
export type Shell = Pick<PageView, 'site' | 'locale' | 't' | 'formats' | 'feeds' | 'home' | 'lists' | 'search'>

/** @param locales those with at least one published edition */
export function siteView(site: Site, locales: readonly Locale[], stylesheet: Address, to: Addresses): SiteView {
  const { origin, pathname } = new URL(site.url)
  return {
    name: site.name,
    url: site.url,
    origin,
    base: pathname.replace(/\/+$/, ''),
    stylesheet: stylesheet.path,
    chooser: to.chooser().path,
    sourceLocale: site.sourceLocale,
    locales: site.locales.filter(({ tag }) => locales.includes(tag)).map(localeView),
  }
}

/** What the shells of a site's locales have in common. */
export interface Setting {
  readonly site: Site
  readonly view: SiteView
  readonly to: Addresses
  readonly machineDate: Formats['machineDate']
}

/** @throws {Error} where `tag` is none of the site's locales */
export function shell({ site, view, to, machineDate }: Setting, tag: Locale, t: Translate): Shell {
  const settings = site.locales.find((one) => one.tag === tag)
  if (settings === undefined) throw new Error(`${tag} is none of the site's locales`)
  const locale = localeView(settings)
  const hasEditions = view.locales.some((one) => one.tag === tag)
  const feeds = hasEditions ? feedLinks(to.feeds(tag, null), view.name) : null
  const home = (hasEditions ? to.index(tag) : to.chooser()).path
  const search = site.search && hasEditions ? to.search(tag).path : null
  const lists = {
    tag: (name: string) => to.tag(tag, name).path,
    author: (name: string) => to.author(tag, name).path,
    feeds: (name: string) => (site.feeds.latestOfTag === 0 ? null : feedLinks(to.feeds(tag, name), `${t(`tag.${name}`)} – ${view.name}`)),
  }
  return { site: view, locale, t, formats: formats(settings, site.timeZone, machineDate), feeds, home, lists, search }
}

function feedLinks({ atom, rss, json }: ReturnType<Addresses['feeds']>, title: string): FeedLinks {
  return { title, atom: atom.path, rss: rss.path, json: json.path }
}
