import type { Derived } from '../model/artifact.ts'
import type { Locale } from '../model/locale.ts'
import { type Addresses, addresses } from '../render/addresses.ts'
import { machineDates } from '../render/formats.ts'
import { localeView } from '../render/locale-view.ts'
import type { LocaleView, SiteView } from '../render/page-view.ts'
import { type Setting, type Shell, shell, siteView } from '../render/shell.ts'
import type { Templates } from '../render/templates.ts'
import type { CardPress } from './card-press.ts'
import { loadTemplates } from './load-templates.ts'
import type { Newsroom } from './newsroom.ts'
import { PicturePress } from './picture-press.ts'
import { searchScript } from './search-script.ts'
import { styleSheet } from './style-sheet.ts'
import { WebFonts } from './web-fonts.ts'

/** What all pages of a site are made with. */
export interface Press {
  readonly room: Newsroom
  readonly to: Addresses
  readonly templates: Templates
  readonly stylesheet: Derived
  readonly fonts: WebFonts
  /** With all of the site's locales. */
  readonly view: SiteView
  readonly setting: Setting
  /** What pages of a locale share. */
  readonly shellOf: (locale: Locale) => Shell
  readonly localeView: (locale: Locale) => LocaleView
  readonly pictures: PicturePress
  /** Null where the site has no social cards. */
  readonly cards: CardPress | null
  /** What search pages run; null where the site has none. */
  readonly searchScript: ReturnType<typeof searchScript> | null
}

async function openCardPress(...[room, to, cards]: ConstructorParameters<typeof CardPress>): Promise<CardPress> {
  const { CardPress } = await import('./card-press.ts')
  return new CardPress(room, to, cards)
}

/** @throws {Failure} `template-invalid`, `disk-failed` */
export async function openPress(room: Newsroom): Promise<Press> {
  const { site, root } = room
  const to = addresses(site)
  const stylesheet = styleSheet(root, to)
  const locales = site.locales.map(({ tag }) => tag)
  const view = siteView(site, locales, stylesheet.address, to)
  const setting: Setting = { site, view, to, machineDate: machineDates(site.timeZone) }
  const shells = new Map<Locale, Shell>()
  const views = new Map(view.locales.map((one) => [one.tag, one]))
  return {
    room,
    to,
    templates: await loadTemplates(root),
    stylesheet: stylesheet.artifact,
    fonts: new WebFonts(root, site, to),
    view,
    setting,
    shellOf(locale) {
      const known = shells.get(locale) ?? shell(setting, locale, room.words.translate(locale))
      shells.set(locale, known)
      return known
    },
    localeView(locale) {
      const known = views.get(locale) ?? localeView({ tag: locale })
      views.set(locale, known)
      return known
    },
    pictures: new PicturePress(room, to),
    cards: site.cards === null ? null : await openCardPress(room, to, site.cards),
    searchScript: site.search ? searchScript(root, to) : null,
  }
}
