import type { OverlayOptions, Sharp } from 'sharp'
import type { Direction, Locale } from '../model/locale.ts'
import { loadSharp } from './load-sharp.ts'
import type { Font } from './read-font.ts'
import { ideographs, leadingOf, narrowest, withWordBreaks } from './set-lines.ts'

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
const margin = 76
const nameSize = 38
/** The lowest that the site's name reaches, and then some. */
const top = 220
const room = cardHeight - top - margin
const measure = cardWidth - 2 * margin

/** Pixels of type, from the largest; a title is set in the first in which it has room. */
const sizes = [96, 86, 76, 68, 60, 52, 46, 40, 34, 28]

/** A word too long for a line of this size is cut rather than the whole title set smaller. */
const smallestWhole = 46

interface Setting {
  readonly locale: Locale
  readonly size: number
  readonly colour: string
  readonly width?: number
  /** Pixels, more than the font's own from line to line; may be negative. */
  readonly spacing?: number
  /** Whether a word that is wider than a line may be cut. */
  readonly wrap?: 'word' | 'word-char'
}

/** Draws social cards: the site's name above, the title at the foot. It is Pango that sets their text: any script, either direction. */
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
    const parts: OverlayOptions[] = [{ input: bar(accent), left: at(barWidth), top: margin }]
    if (name !== null) {
      const { data, width } = await rendered(await this.#set(name, { locale, size: nameSize, colour: accent }))
      parts.push({ input: data, left: at(width), top: margin + 38 })
    }
    if (title !== null) {
      const { data, width, height } = await rendered(await this.#setTitle(title, locale, ink))
      parts.push({ input: data, left: at(width), top: cardHeight - margin - height })
    }
    const ground = sharp({ create: { width: cardWidth, height: cardHeight, channels: 3, background: paper } })
    return await ground.composite(parts).png({ palette: true, compressionLevel: 9 }).toBuffer()
  }

  /** As large as it has room, without cutting a word unless it would be small for that; what has none in the smallest is cut, with an ellipsis. */
  async #setTitle(title: string, locale: Locale, colour: string): Promise<Sharp> {
    const text = withWordBreaks(title, locale)
    for (const wrap of ['word', 'word-char'] as const) {
      for (const size of sizes.slice(firstSize(title))) {
        if (wrap === 'word' && size < smallestWhole) break
        const setting = { locale, colour, size, wrap, spacing: await this.#spacing(text, { locale, size, colour }) }
        const { width, height } = await this.#measure(text, setting)
        if (height > room || width > measure) continue
        const grows = async (narrower: number): Promise<boolean> => {
          const set = await this.#measure(text, { ...setting, width: narrower, wrap: 'word' })
          return set.height > height || set.width > narrower
        }
        return await this.#set(text, { ...setting, width: await narrowest(measure, grows) })
      }
    }
    return await this.#setCut(title, locale, colour)
  }

  async #setCut(title: string, locale: Locale, colour: string): Promise<Sharp> {
    const smallest = { locale, colour, size: sizes.at(-1) ?? 28 }
    const setting = { ...smallest, spacing: await this.#spacing(title, smallest) }
    for (let letters = [...title]; ; ) {
      letters = letters.slice(0, Math.floor(letters.length * 0.9))
      const text = `${letters.join('').trimEnd()}…`
      const set = await this.#measure(text, setting)
      if (set.height <= room || letters.length < 20) return await this.#set(text, setting)
    }
  }

  /** What makes of the font's own distance of lines the one that the script needs. */
  async #spacing(text: string, setting: Setting): Promise<number> {
    const start = [...text].slice(0, 8).join('').trim()
    const [one, two] = [await this.#measure(start, setting), await this.#measure(`${start}\n${start}`, setting)]
    return Math.round(setting.size * leadingOf(text) - (two.height - one.height))
  }

  /** Of its ink. */
  async #measure(text: string, setting: Setting): Promise<{ readonly width: number; readonly height: number }> {
    const { width, height } = await (await this.#set(text, setting)).metadata()
    return { width, height }
  }

  async #set(text: string, { locale, size, colour, width = measure, spacing = 0, wrap = 'word-char' }: Setting): Promise<Sharp> {
    const sharp = await loadSharp()
    const [fontfile = ''] = this.#style.files
    const markup = `<span foreground="${colour}" lang="${locale}">${escaped(text)}</span>`
    const families = inOrder(this.#style.fonts, text).map(({ family }) => family)
    const font = `${families.join(',')} Bold ${size}`
    return sharp({ text: { text: markup, font, fontfile, width, dpi: 72, rgba: true, wrap, spacing } })
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
  if (ideographs.test(text)) return fonts
  const hasIdeographs = ({ covers }: Font): boolean => covers(firstIdeograph)
  return [...fonts.filter((font) => !hasIdeographs(font)), ...fonts.filter(hasIdeographs)]
}

const firstIdeograph = 0x4e00

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
  const units = [...text].reduce((sum, letter) => sum + (ideographs.test(letter) ? 1 : 0.5), 0)
  const found = sizes.findIndex((size) => Math.ceil((units * size) / measure) * size * 1.1 <= room)
  return found < 0 ? sizes.length - 1 : found
}

const barWidth = 120

function bar(colour: string): Buffer {
  const box = `width="${barWidth}" height="10"`
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${box}><rect ${box} fill="${colour}"/></svg>`)
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
