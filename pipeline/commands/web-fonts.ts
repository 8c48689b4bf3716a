import { join } from 'node:path'
import { fontRecipe, type OpenFont, openFont } from '../assets/open-font.ts'
import { KeptFiles } from '../cache/kept-files.ts'
import type { Artifact, Derived, Key } from '../model/artifact.ts'
import { digest } from '../model/digest.ts'
import type { Locale } from '../model/locale.ts'
import type { FontSettings, Site } from '../model/site.ts'
import { readBytes } from '../read/read-bytes.ts'
import type { Addresses } from '../render/addresses.ts'
import { type FontFace, fontFaces, fontLinks, withLinks } from '../render/font-faces.ts'
import { commonLetters, type Letters, pageLetters, runs, within } from '../render/font-letters.ts'
import { artifact, derivedAsset } from './artifact.ts'

/**
 * The web fonts of a site, cut down to what its pages need.
 *
 * A font's letters for a page are those that all pages in its locale have in common, in one file for them all, and those of its own, in another. So a
 * page's fonts depend on that page alone: a push that changes one paragraph cuts the fonts of that page, and knows of no other.
 */
export class WebFonts {
  readonly #root: string
  readonly #fonts: readonly FontSettings[]
  readonly #locales: readonly Locale[]
  readonly #to: Addresses
  readonly #opened = new Map<string, Promise<OpenFont>>()
  readonly #sources = new Map<string, Uint8Array>()
  /** What was cut on this machine, by the font's bytes and the letters. */
  readonly #kept: KeptFiles
  readonly #made = new Set<Key>()
  #waiting: (Artifact | Derived)[] = []

  constructor(root: string, { fonts, locales }: Pick<Site, 'fonts' | 'locales'>, to: Addresses) {
    this.#root = root
    this.#kept = new KeptFiles(join(root, '.colophon/fonts'))
    this.#fonts = fonts
    this.#locales = fonts.length === 0 ? [] : locales.map(({ tag }) => tag)
    this.#to = to
  }

  /**
   * An article's page with its fonts.
   *
   * @returns the keys of what it needs too
   * @throws {Failure} `font-invalid`, `disk-failed`
   */
  async forArticle(html: string, locale: Locale): Promise<{ readonly html: string; readonly keys: readonly Key[] }> {
    const fonts = this.#of(locale)
    if (fonts.length === 0) return { html, keys: [] }
    const common = commonLetters(locale)
    const own = pageLetters(html, locale).filter((code) => !within(common, code))
    const faces = this.#common(locale)
    for (const font of fonts) {
      const open = own.length === 0 ? null : await this.#open(font.file)
      const letters = own.filter((code) => open?.has(code))
      if (letters.length > 0) faces.push(this.#face(font, runs(letters)))
    }
    return this.#dressed(html, faces)
  }

  /** Any other page: with the letters that all pages have in common. */
  forList(html: string, locale: Locale): string {
    return this.#dressed(html, this.#common(locale)).html
  }

  /** What lists need. It is offered by each publish, whether a list is made or not. */
  commonAssets(): (Artifact | Derived)[] {
    for (const locale of this.#locales) this.forList('', locale)
    return this.takeAssets()
  }

  /** What pages asked for since it was last called. */
  takeAssets(): (Artifact | Derived)[] {
    const taken = this.#waiting
    this.#waiting = []
    return taken
  }

  /** At the end of a run: let go of what no run has needed for 60 days. What can't be kept is cut anew. */
  settle(now: Date): void {
    this.#kept.forgetUnused(new Date(now.getTime() - 60 * 24 * 60 * 60 * 1000))
  }

  #common(locale: Locale): FontFace[] {
    const fonts = this.#of(locale)
    const letters = fonts.length === 0 ? [] : commonLetters(locale)
    return letters.length === 0 ? [] : fonts.map((font) => this.#face(font, letters))
  }

  #of(locale: Locale): FontSettings[] {
    return this.#fonts.filter(({ locales }) => locales === null || locales.includes(locale))
  }

  #dressed(html: string, faces: readonly FontFace[]): { readonly html: string; readonly keys: readonly Key[] } {
    if (faces.length === 0) return { html, keys: [] }
    const css = fontFaces(faces)
    const stylesheet = this.#to.asset('fonts.css', digest(css))
    this.#offer(artifact({ kind: 'asset', address: stylesheet, body: css, contentType: 'text/css; charset=utf-8' }))
    const keys = [stylesheet.key, ...faces.map(({ key }) => key)]
    return { html: withLinks(html, fontLinks(stylesheet.path, faces)), keys }
  }

  #face(font: FontSettings, letters: Letters): FontFace {
    const source = this.#source(font.file)
    const inputs = digest(JSON.stringify([fontRecipe, digest(source), letters]))
    const { key, path } = this.#to.asset(`${nameOf(font.file)}.woff2`, inputs)
    this.#offer(derivedAsset({ key }, inputs, 'font/woff2', () => this.#cut(font.file, letters, `${inputs}.woff2`)))
    return { font, key, path, letters }
  }

  /** @param name of all that it is made from */
  async #cut(file: string, letters: Letters, name: string): Promise<Uint8Array> {
    const kept = this.#kept.get(name)
    if (kept !== null) return kept
    const bytes = await (await this.#open(file)).subset(textOf(letters))
    this.#kept.set(name, bytes)
    return bytes
  }

  #offer(one: Artifact | Derived): void {
    if (this.#made.has(one.key)) return
    this.#made.add(one.key)
    this.#waiting.push(one)
  }

  #source(file: string): Uint8Array {
    const bytes = this.#sources.get(file) ?? readBytes(join(this.#root, file), file)
    this.#sources.set(file, bytes)
    return bytes
  }

  #open(file: string): Promise<OpenFont> {
    const open = this.#opened.get(file) ?? openFont(this.#source(file), file)
    this.#opened.set(file, open)
    return open
  }
}

function nameOf(file: string): string {
  const name = file.slice(file.lastIndexOf('/') + 1)
  return name.replace(/\.\w+$/, '').toLowerCase()
}

function textOf(letters: Letters): string {
  return letters
    .map(([from, to]) => Array.from({ length: to - from + 1 }, (_, step) => String.fromCodePoint(from + step)).join(''))
    .join('')
}
