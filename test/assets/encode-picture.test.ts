import { fc, test as property } from '@fast-check/vitest'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { encodePicture } from '../../pipeline/assets/encode-picture.ts'
import { measurePicture, type PictureFacts } from '../../pipeline/assets/measure-picture.ts'
import { type Rendition, renditions } from '../../pipeline/assets/renditions.ts'
import { digest } from '../../pipeline/model/digest.ts'
import { failureFrom } from '../support/failure-from.ts'
import { photo } from '../support/photo.ts'

const widths = [400, 800, 1200, 1600]
const facts = (more: Partial<PictureFacts>): PictureFacts => ({
  kind: 'picture',
  format: 'jpeg',
  width: 4000,
  height: 3000,
  alpha: false,
  frames: 1,
  colour: null,
  ...more,
})
const of = (more: Partial<PictureFacts>) => renditions(digest('a'), facts(more), widths)
const named = ({ format, width, height }: Rendition) => `${format} ${width}x${height}`

describe('what is made of a picture', () => {
  test('a photograph: AVIF, then WebP in the layout’s widths, and a JPEG for all others', () => {
    const { sources, fallback, full } = of({})
    expect(sources.map(({ files }) => files.map(named))).toEqual([
      ['avif 400x300', 'avif 800x600', 'avif 1200x900', 'avif 1600x1200'],
      ['webp 400x300', 'webp 800x600', 'webp 1200x900', 'webp 1600x1200'],
    ])
    expect([named(fallback), named(full)]).toEqual(['jpeg 1200x900', 'jpeg 4000x3000'])
  })

  test('a chart stays without loss for those who know no better format', () => {
    expect(named(of({ format: 'png' }).fallback)).toBe('png 1200x900')
  })

  test('what is seen through stays so', () => {
    expect(named(of({ format: 'webp', alpha: true, width: 300, height: 300 }).fallback)).toBe('png 300x300')
  })

  test('what moves has still files for readers who want it quiet', () => {
    const { sources, fallback } = of({ format: 'gif', frames: 9, width: 500, height: 250 })
    expect(sources.map(({ quiet, files }) => [quiet, ...files.map((file) => [file.moving, named(file)])])).toEqual([
      [true, [false, 'webp 400x200'], [false, 'webp 500x250']],
      [false, [true, 'webp 400x200'], [true, 'webp 500x250']],
    ])
    expect([fallback.moving, named(fallback)]).toEqual([false, 'jpeg 500x250'])
  })

  test('a strip higher than any WebP is narrower, or one file', () => {
    expect(of({ width: 400, height: 20_000 }).sources).toEqual([])
    expect(of({ width: 1600, height: 40_000 }).sources.map(({ files }) => files.map(named))).toEqual([
      ['avif 400x10000'],
      ['webp 400x10000'],
    ])
  })

  property.prop([
    fc.integer({ min: 1, max: 9000 }),
    fc.integer({ min: 1, max: 9000 }),
    fc.uniqueArray(fc.integer({ min: 16, max: 3000 }), { minLength: 1 }),
  ])('nothing is ever enlarged, and widths ascend', (width, height, some) => {
    const ascending = some.sort((one, other) => one - other)
    const { sources, fallback, full } = renditions(digest('a'), facts({ width, height }), ascending)
    for (const { files } of sources) {
      expect(files.every((file) => file.width <= width && file.height <= height)).toBe(true)
      expect(files.map((file) => file.width)).toEqual([...new Set(files.map((file) => file.width))].sort((a, b) => a - b))
    }
    expect([fallback.width <= width, full.width]).toEqual([true, width])
  })

  test('another picture, width or format has another name; the same has the same', () => {
    const all = [...of({}).sources.flatMap(({ files }) => files), of({}).fallback, of({}).full]
    expect(new Set(all.map((one) => one.digest)).size).toBe(all.length)
    expect(of({})).toEqual(of({}))
    expect(renditions(digest('b'), facts({}), widths).fallback.digest).not.toBe(of({}).fallback.digest)
  })
})

describe('a file of a picture', () => {
  const taken = photo(600, 400).withExif({ IFD0: { Artist: 'Ada Byron', Make: 'Camera' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } })

  test.each(['avif', 'webp', 'jpeg', 'png'] as const)(
    'as %s says nothing of who took it where, has its size, and its colours are sRGB',
    async (format) => {
      const bytes = await taken.clone().withIccProfile('p3').jpeg().toBuffer()
      expect((await sharp(bytes).metadata()).exif).toBeDefined()
      const made = await encodePicture(bytes, rendition(format, 300, 200), 'a.jpg')
      const { exif, xmp, icc, iptc, width, height, space } = await sharp(made).metadata()
      expect({ exif, xmp, icc, iptc, width, height, space }).toEqual({ width: 300, height: 200, space: 'srgb' })
      expect(Buffer.from(made).includes('Ada Byron')).toBe(false)
    },
  )

  test('is turned as the camera noted', async () => {
    const left = await photo(40, 20).withMetadata({ orientation: 6 }).jpeg({ quality: 100, chromaSubsampling: '4:4:4' }).toBuffer()
    const measured = await measurePicture(left)
    expect(measured).toMatchObject({ width: 20, height: 40 })
    const made = await encodePicture(left, rendition('png', 20, 40), 'a.jpg')
    const { data } = await sharp(made).raw().toBuffer({ resolveWithObject: true })
    const expected = await photo(40, 20).rotate(90).removeAlpha().raw().toBuffer()
    expect(data.length).toBe(expected.length)
    expect(data.every((value, index) => Math.abs(value - (expected[index] ?? 0)) < 40)).toBe(true)
  })

  test('that moves goes on moving', async () => {
    const frames = await Promise.all(
      ['#f00', '#0f0', '#00f'].map((background) =>
        sharp({ create: { width: 80, height: 40, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    )
    const moving = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer()
    const made = await encodePicture(moving, { ...rendition('webp', 40, 20), moving: true }, 'a.gif')
    expect(await sharp(made).metadata()).toMatchObject({ format: 'webp', pages: 3, width: 40 })
  })

  test('is the same bytes each time', async () => {
    const bytes = await photo(900, 600).jpeg().toBuffer()
    for (const format of ['avif', 'webp', 'jpeg', 'png'] as const) {
      const [one, other] = [
        await encodePicture(bytes, rendition(format, 450, 300), 'a'),
        await encodePicture(bytes, rendition(format, 450, 300), 'a'),
      ]
      expect(Buffer.compare(one, other)).toBe(0)
    }
  })

  test('that can’t be made is a failure that names the picture', async () => {
    const failure = await failureFrom(() => encodePicture(Buffer.from('no picture'), rendition('avif', 10, 10), 'articles/a.jpg'))
    expect(failure).toMatchObject({ code: 'picture-failed', text: { exit: 3, what: expect.stringContaining('articles/a.jpg') } })
  })
})

function rendition(format: Rendition['format'], width: number, height: number): Rendition {
  return { format, width, height, moving: false, digest: digest(format) }
}
