import type { OverlayOptions, Sharp } from 'sharp'
import type { Direction, Locale } from '../model/locale.ts'
import { loadSharp } from './load-sharp.ts'
import type { Font } from './read-font.ts'

/** What a social card shows. */
export interface CardText {
  /** Null where no font has its letters. */
  readonly title: string | null
  /** The site's name; null as above. */
  readonly name: string | null
  /** Of the title. */
  readonly locale: Locale
  readonly direction: Direction
}

export interface CardStyle {
  /** Files of fonts. */
  readonly files: readonly string[]
  /** The first that has a letter gives it; those with ideographs come last for texts without any: their quotation marks are as wide as ideographs. */
  readonly fonts: readonly Font[]
  /** Colours: `#rrggbb`. */
  readonly paper: string
  readonly ink: string
  readonly accent: string
}

/** Pixels: what Facebook, X, LinkedIn, Mastodon and WhatsApp show whole. */
export const cardWidth = 1200
export const cardHeight = 630

/** Pixels. */
const margin = 80
const top = 190
const room = cardHeight - top - margin
const measure = cardWidth - 2 * margin

/** Pixels of type, from the largest; a title is set in the first in which it has room. */
const sizes = [76, 68, 60, 52, 46, 40, 34, 28]

/** Draws social cards. It is Pango that sets their text: any script, either direction. */
export class CardPainter {
  readonly #style: CardStyle
  #ready: Promise<void> | null = null

  constructor(style: CardStyle) {
    this.#style = style
  }

  /** @returns PNG @throws {Failure} `pictures-unavailable` */
  async draw({ title, name, locale, direction }: CardText): Promise<Uint8Array> {
    const sharp = await loadSharp()
    this.#ready ??= this.#learnFonts()
    await this.#ready
    const { paper, ink, accent } = this.#style
    const at = (width: number): number => (direction === 'rtl' ? cardWidth - margin - width : margin)
    const parts: OverlayOptions[] = [{ input: bar(accent), left: at(120), top: margin }]
    if (name !== null) {
      const { data, width } = await rendered(await this.#set(name, { locale, size: 34, colour: accent }))
      parts.push({ input: data, left: at(width), top: margin + 34 })
    }
    if (title !== null) {
      const { data, width } = await this.#setTitle(title, locale, ink)
      parts.push({ input: data, left: at(width), top })
    }
    const ground = sharp({ create: { width: cardWidth, height: cardHeight, channels: 3, background: paper } })
    return await ground.composite(parts).png({ palette: true, compressionLevel: 9 }).toBuffer()
  }

  /** As large as it has room; what has none in the smallest is cut, with an ellipsis. */
  async #setTitle(title: string, locale: Locale, colour: string): Promise<Rendered> {
    let text = title
    for (const size of sizes.slice(firstSize(text))) {
      const set = await rendered(await this.#set(text, { locale, size, colour }))
      if (set.height <= room && set.width <= measure) return set
    }
    const smallest = sizes.at(-1) ?? 28
    for (;;) {
      const letters = [...text]
      text = `${letters
        .slice(0, Math.floor(letters.length * 0.8))
        .join('')
        .trimEnd()}…`
      const set = await rendered(await this.#set(text, { locale, size: smallest, colour }))
      if (set.height <= room || letters.length < 20) return set
    }
  }

  async #set(text: string, { locale, size, colour }: { locale: Locale; size: number; colour: string }): Promise<Sharp> {
    const sharp = await loadSharp()
    const [fontfile = ''] = this.#style.files
    const markup = `<span foreground="${colour}" lang="${locale}">${escaped(text)}</span>`
    const families = inOrder(this.#style.fonts, text).map(({ family }) => family)
    const font = `${families.join(',')} Bold ${size}`
    return sharp({
      text: { text: markup, font, fontfile, width: measure, dpi: 72, rgba: true, wrap: 'word-char', spacing: Math.round(size / 9) },
    })
  }

  /** A font that was once named is known to the process. */
  async #learnFonts(): Promise<void> {
    const sharp = await loadSharp()
    for (const fontfile of this.#style.files)
      await sharp({ text: { text: '.', fontfile, dpi: 72 } })
        .png()
        .toBuffer()
  }
}

function inOrder(fonts: readonly Font[], text: string): readonly Font[] {
  if (ideograph.test(text)) return fonts
  const hasIdeographs = ({ covers }: Font): boolean => covers(firstIdeograph)
  return [...fonts.filter((font) => !hasIdeographs(font)), ...fonts.filter(hasIdeographs)]
}

const firstIdeograph = 0x4e00
const ideograph = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}/u

interface Rendered {
  readonly data: Buffer
  /** Pixels. */
  readonly width: number
  readonly height: number
}

async function rendered(picture: Sharp): Promise<Rendered> {
  const { data, info } = await picture.png({ compressionLevel: 0 }).toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

/** The largest size that is worth a try: letters of most scripts are about half as wide as high, ideographs as wide. */
function firstSize(text: string): number {
  const units = [...text].reduce((sum, letter) => sum + (ideograph.test(letter) ? 1 : 0.5), 0)
  const found = sizes.findIndex((size) => Math.ceil((units * size) / measure) * size * 1.2 <= room)
  return found < 0 ? sizes.length - 1 : found
}

function bar(colour: string): Buffer {
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="120" height="10"><rect width="120" height="10" fill="${colour}"/></svg>`,
  )
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
