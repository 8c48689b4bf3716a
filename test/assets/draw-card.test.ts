import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fc, test as property } from '@fast-check/vitest'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { CardPainter, type CardText, cardHeight, cardWidth } from '../../pipeline/assets/draw-card.ts'
import { readFont } from '../../pipeline/assets/read-font.ts'
import { direction } from '../../pipeline/model/locale.ts'
import { locale } from '../support/read-text.ts'

const folder = join(import.meta.dirname, '../../node_modules/@embedpdf')
const latin = join(folder, 'fonts-latin/fonts/NotoSans-Bold.ttf')
const arabic = join(folder, 'fonts-arabic/fonts/NotoNaskhArabic-Bold.ttf')
const chinese = join(folder, 'fonts-sc/fonts/NotoSansHans-Bold.otf')
const files = [latin, arabic, chinese]
const fonts = files.flatMap((file) => readFont(readFileSync(file)) ?? [])

const painter = new CardPainter({
  files,
  fonts,
  paper: '#ffffff',
  ink: '#000000',
  accent: '#ff0000',
})

/** Of what is drawn in black: its edges, and how many of the pixels are. */
async function inkOf(text: Partial<CardText> & { readonly title: string }) {
  const own = text.locale ?? locale('en')
  const png = await painter.draw({ name: 'Strait', locale: own, direction: direction(own), ...text })
  const { data, info } = await sharp(png).removeAlpha().toColourspace('srgb').raw().toBuffer({ resolveWithObject: true })
  expect([info.width, info.height]).toEqual([cardWidth, cardHeight])
  const edges = { left: cardWidth, right: 0, top: cardHeight, bottom: 0, pixels: 0 }
  for (let at = 0; at < data.length; at += 3) {
    if ((data[at] ?? 255) > 100) continue
    const [x, y] = [(at / 3) % cardWidth, Math.floor(at / 3 / cardWidth)]
    edges.left = Math.min(edges.left, x)
    edges.right = Math.max(edges.right, x)
    edges.top = Math.min(edges.top, y)
    edges.bottom = Math.max(edges.bottom, y)
    edges.pixels++
  }
  return edges
}

describe('a social card', () => {
  test.each([
    ['en', 'Ferries of the strait stop for a day'],
    ['de', 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverleihung'],
    ['el', 'Τα πλοία σταματούν για μία ημέρα'],
    ['ru', 'Паромы останавливаются на один день'],
    ['ar', 'توقّف العبّارات في المضيق ليوم واحد (UNHCR 2025)'],
    ['zh', '海峡渡轮停航一日：船员要求加薪与休息，UNHCR 表示关注'],
    ['en', `A headline of 300 letters ${'and more of it '.repeat(19)}`],
    ['zh', '很长的标题'.repeat(120)],
    ['en', '<b>Markup</b> & "quotes" <span size="900000">'],
  ])('sets a title in %s within its margins: %s', async (tag, title) => {
    const { left, right, top, bottom, pixels } = await inkOf({ title, locale: locale(tag) })
    expect([left >= 76, right <= cardWidth - 76, top >= 180, bottom <= cardHeight - 70]).toEqual([true, true, true, true])
    expect(pixels).toBeGreaterThan(2000)
  })

  test('begins at the side where its reader begins', async () => {
    const [english, hebrewSide] = [await inkOf({ title: 'Short' }), await inkOf({ title: 'قصير', locale: locale('ar') })]
    expect([english.left < 100, english.right < 600]).toEqual([true, true])
    expect([hebrewSide.right > cardWidth - 100, hebrewSide.left > 600]).toEqual([true, true])
  })

  test('stands at the foot, in lines of like length', async () => {
    const { left, right, bottom } = await inkOf({ title: 'Strait of Otranto: a deal in the night for slower ships' })
    expect([Math.abs(left - 76) <= 4, right < 1000, bottom >= cardHeight - 96]).toEqual([true, true, true])
  })

  test('is set smaller rather than with a word in two', async () => {
    const long = await inkOf({ title: 'Rechtsschutzversicherungsgesellschaft', locale: locale('de') })
    const short = await inkOf({ title: 'Rechtsschutz', locale: locale('de') })
    expect(long.bottom - long.top).toBeLessThan(short.bottom - short.top)
  })

  test('is set in the first font that has its letters; in one with ideographs only where they stand in it', async () => {
    const style = { files, paper: '#ffffff', ink: '#000000', accent: '#ff0000' }
    const chineseFirst = new CardPainter({ ...style, fonts: fonts.toReversed() })
    const card = (title: string, tag: string) => ({ title, name: 'Strait & Sound', locale: locale(tag), direction: 'ltr' }) as const
    const english = card('Ostend’s old tide gauge', 'en')
    expect(await chineseFirst.draw(english)).toEqual(await painter.draw(english))
    const mixed = card('海峡“Galini”号', 'zh')
    expect(await chineseFirst.draw(mixed)).not.toEqual(await painter.draw(mixed))
  })

  test('joins the letters of Arabic, with their dots where they belong', async () => {
    const [joined, apart] = [
      await inkOf({ title: 'بيت', locale: locale('ar') }),
      await inkOf({ title: [...'بيت'].join('\u200C'), locale: locale('ar') }),
    ]
    expect(joined.right - joined.left).toBeLessThan((apart.right - apart.left) * 0.8)
    const [dotted, bare] = [await inkOf({ title: 'بب', locale: locale('ar') }), await inkOf({ title: 'ٮٮ', locale: locale('ar') })]
    expect(dotted.pixels).toBeGreaterThan(bare.pixels)
    expect([dotted.left, dotted.right]).toEqual([bare.left, bare.right])
  })

  test('is the same bytes each time', async () => {
    const text = { title: 'Ferries', name: 'Strait', locale: locale('en'), direction: 'ltr' } as const
    expect(Buffer.compare(await painter.draw(text), await painter.draw(text))).toBe(0)
  })
})

describe('a font', () => {
  test.each([
    [0, 'Noto Sans', 'aßЖΩ1,€', 'ب海ก'],
    [1, 'Noto Naskh Arabic', 'بپگ،', '海กЖ'],
    [2, 'Noto Sans S Chinese Bold', '海峡，a', 'بก'],
  ])('%i is %s, and has %s, not %s', (index, family, there, missing) => {
    const font = fonts[index]
    expect(font?.family).toBe(family)
    const covers = (letter: string) => font?.covers(letter.codePointAt(0) ?? 0)
    expect([[...there].map(covers), [...missing].map(covers)]).toEqual([[...there].map(() => true), [...missing].map(() => false)])
  })

  const whole = readFileSync(arabic)

  property.prop([fc.nat(whole.length - 1)])('that breaks off is none, or says less', (length) => {
    const font = readFont(whole.subarray(0, length))
    expect(font === null || font.family === 'Noto Naskh Arabic').toBe(true)
  })

  property.prop([fc.uint8Array({ maxLength: 400 })])('is not what some bytes are', (bytes) => {
    expect(readFont(bytes)).toBeNull()
  })
})
