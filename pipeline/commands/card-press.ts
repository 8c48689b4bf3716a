import { CardPainter, cardHeight, cardWidth } from '../assets/draw-card.ts'
import { type Font, readFont } from '../assets/read-font.ts'
import type { Derived, Key } from '../model/artifact.ts'
import { type Digest, digest } from '../model/digest.ts'
import { Failure } from '../model/failure.ts'
import { direction, type Locale } from '../model/locale.ts'
import type { Site } from '../model/site.ts'
import { findFont } from '../read/find-font.ts'
import { readBytes } from '../read/read-bytes.ts'
import type { Addresses } from '../render/addresses.ts'
import type { SocialCard } from '../render/article-view.ts'
import { derivedAsset } from './artifact.ts'
import type { Newsroom } from './newsroom.ts'

/** Letters of Europe and of Arabic; what else a site needs it names itself. */
const builtIn = ['@embedpdf/fonts-latin/fonts/NotoSans-Bold.ttf', '@embedpdf/fonts-arabic/fonts/NotoNaskhArabic-Bold.ttf']

/** Counted up where the same texts are to be drawn anew. */
const recipe = 3

interface Fonts {
  readonly files: readonly string[]
  readonly fonts: readonly Font[]
  readonly digest: Digest
}

/** Makes a social card of each edition's title. Its name is made of all that it shows: what is published is neither drawn nor put again. */
export class CardPress {
  readonly #room: Newsroom
  readonly #to: Addresses
  readonly #cards: NonNullable<Site['cards']>
  readonly #waiting = new Map<Key, Derived>()
  readonly #made = new Set<Key>()
  readonly #unset = new Set<Locale>()
  #fonts: Fonts | null = null
  #painter: CardPainter | null = null

  constructor(room: Newsroom, to: Addresses, cards: NonNullable<Site['cards']>) {
    this.#room = room
    this.#to = to
    this.#cards = cards
  }

  /**
   * @param locale of the title
   * @returns null where no font has the letters of the title or of the site's name
   * @throws {Failure} `card-font`, `disk-failed`
   */
  card(title: string, locale: Locale): { readonly shown: SocialCard; readonly key: Key } | null {
    const fonts = this.#openFonts()
    const text = withoutPictographs(title)
    const canSet = isCovered(text, fonts.fonts)
    if (!canSet) this.#unset.add(locale)
    const name = isCovered(this.#room.site.name, fonts.fonts) ? this.#room.site.name : null
    const shownTitle = canSet ? text : null
    if (shownTitle === null && name === null) return null
    const look = { title: shownTitle, name, locale: canSet ? locale : this.#room.site.sourceLocale }
    const { paper, ink, accent } = this.#cards
    const inputs = digest(JSON.stringify([recipe, look, paper, ink, accent, fonts.digest]))
    const { key, path } = this.#to.asset(`card-${look.locale.toLowerCase()}.png`, inputs)
    if (!this.#made.has(key)) {
      this.#made.add(key)
      const draw = () => this.#paint(fonts).draw({ ...look, direction: direction(look.locale) })
      const make = () => this.#room.pictures.once(`${inputs}.png`, draw)
      this.#waiting.set(key, derivedAsset({ key }, inputs, 'image/png', make))
    }
    return { shown: { src: path, width: cardWidth, height: cardHeight, alt: shownTitle ?? this.#room.site.name }, key }
  }

  /** Cards that pages asked for since it was last called. */
  take(): Derived[] {
    const taken = [...this.#waiting.values()]
    this.#waiting.clear()
    return taken
  }

  /** Languages with a title that no font has the letters of. */
  get unset(): readonly Locale[] {
    return [...this.#unset].sort()
  }

  #paint({ files, fonts }: Fonts): CardPainter {
    const { paper, ink, accent } = this.#cards
    this.#painter ??= new CardPainter({ files, fonts, paper, ink, accent })
    return this.#painter
  }

  #openFonts(): Fonts {
    this.#fonts ??= openFonts(this.#room.root, this.#cards.fonts)
    return this.#fonts
  }
}

function openFonts(root: string, named: readonly string[]): Fonts {
  const opened = [...named, ...builtIn].map((name) => {
    const file = findFont(root, name)
    if (file === null) throw noFont(name, `There is no file \`${name}\` in the site, nor in its npm packages.`)
    const bytes = readBytes(file, name)
    const font = readFont(bytes)
    if (font === null) throw noFont(name, 'The file is no TrueType or OpenType font (WOFF is none of them).')
    return { file, font, digest: digest(bytes) }
  })
  return {
    files: opened.map(({ file }) => file),
    fonts: opened.map(({ font }) => font),
    digest: digest(opened.map((one) => one.digest).join(' ')),
  }
}

function noFont(name: string, why: string): Failure {
  return new Failure('card-font', {
    exit: 2,
    what: `The font ${name} of social cards can't be used.`,
    why,
    next: 'Correct cards.fonts in the configuration, or install the package that has it.',
  })
}

/** They have fonts of their own, and a headline is read without them. */
function withoutPictographs(text: string): string {
  return text
    .replace(/(?:\p{Regional_Indicator}|(?![©®™])\p{Extended_Pictographic})(?:\p{Emoji_Modifier}|\uFE0F|\u20E3)*\u200D?/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** But for what is never seen: blanks, and marks of direction and joining. */
function isCovered(text: string, fonts: readonly Font[]): boolean {
  const letters = [...text.normalize('NFC')].filter((letter) => !/[\s\p{Cf}\p{Cc}]/u.test(letter))
  return letters.length > 0 && letters.every((letter) => fonts.some(({ covers }) => covers(letter.codePointAt(0) ?? 0)))
}
