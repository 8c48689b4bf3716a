import { join } from 'node:path'
import mime from 'mime'
import type { Artifact, Derived, Key } from '../model/artifact.ts'
import { digest } from '../model/digest.ts'
import type { Locale } from '../model/locale.ts'
import { readBytes } from '../read/read-bytes.ts'
import { type Address, type Addresses, addresses } from '../render/addresses.ts'
import { machineDates } from '../render/formats.ts'
import { localeView } from '../render/locale-view.ts'
import { type Setting, type Shell, shell, siteView } from '../render/shell.ts'
import type { LocaleView, SiteView, Templates } from '../render/view.ts'
import { artifact } from './artifact.ts'
import { loadTemplates } from './load-templates.ts'
import type { Newsroom } from './newsroom.ts'
import { styleSheet } from './style-sheet.ts'

/** What all pages of a site are made with. */
export interface Press {
  readonly room: Newsroom
  readonly to: Addresses
  readonly templates: Templates
  readonly stylesheet: Derived
  /** With all of the site's locales. */
  readonly view: SiteView
  readonly setting: Setting
  /** What pages of a locale share. */
  readonly shellOf: (locale: Locale) => Shell
  readonly localeView: (locale: Locale) => LocaleView
  /** Where a picture stands, by its path in the site; its file becomes an asset, once. */
  readonly picture: (path: string) => Address
  /** Assets that pages asked for since it was last called. */
  readonly takeAssets: () => Artifact[]
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
    view,
    setting,
    shellOf(locale) {
      const known = shells.get(locale) ?? shell(setting, locale, room.words.translate(locale))
      shells.set(locale, known)
      return known
    },
    localeView(locale) {
      const known = views.get(locale) ?? localeView(locale)
      views.set(locale, known)
      return known
    },
    ...pictures(room, to),
  }
}

function pictures({ root }: Newsroom, to: Addresses): Pick<Press, 'picture' | 'takeAssets'> {
  const known = new Map<string, Address>()
  const made = new Set<Key>()
  let waiting: Artifact[] = []
  return {
    picture(path) {
      const before = known.get(path)
      if (before !== undefined) return before
      const body = readBytes(join(root, path), path)
      // In small letters: copies of one picture are one asset, however their names are written.
      const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase()
      const address = to.asset(name, digest(body))
      known.set(path, address)
      if (made.has(address.key)) return address
      made.add(address.key)
      waiting.push(artifact({ kind: 'asset', address, body, contentType: mime.getType(name) ?? 'application/octet-stream' }))
      return address
    },
    takeAssets() {
      const taken = waiting
      waiting = []
      return taken
    },
  }
}
