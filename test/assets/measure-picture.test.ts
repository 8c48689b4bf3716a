import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { measurePicture } from '../../pipeline/assets/measure-picture.ts'
import { photo } from '../support/photo.ts'
import { emptyPng } from '../support/picture.ts'

const svg = (content: string) => Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 200">${content}</svg>`)
const red = sharp({ create: { width: 30, height: 20, channels: 3, background: '#cc0000' } })
const see = sharp({ create: { width: 30, height: 20, channels: 4, background: '#cc000080' } })

test.each([
  [
    'JPEG',
    () => red.clone().jpeg().toBuffer(),
    { format: 'jpeg', width: 30, height: 20, alpha: false, frames: 1, colour: expect.stringMatching(/^#c[bcd]0[01]0[01]$/) },
  ],
  ['PNG', () => red.clone().png().toBuffer(), { format: 'png', colour: '#cc0000' }],
  ['PNG that is seen through', () => see.clone().png().toBuffer(), { format: 'png', alpha: true, colour: null }],
  ['WebP', () => red.clone().webp().toBuffer(), { format: 'webp' }],
  ['AVIF', () => red.clone().avif({ effort: 0 }).toBuffer(), { format: 'avif', width: 30, height: 20 }],
  ['GIF', () => red.clone().gif().toBuffer(), { format: 'gif', frames: 1 }],
  ['SVG', async () => svg('<rect width="300" height="200"/>'), { format: 'svg', width: 300, height: 200 }],
  ['grey JPEG', () => red.clone().greyscale().jpeg().toBuffer(), { format: 'jpeg', colour: expect.stringMatching(/^#(..)\1\1$/) }],
  [
    'CMYK JPEG',
    () => red.clone().toColourspace('cmyk').jpeg().toBuffer(),
    { format: 'jpeg', colour: expect.stringMatching(/^#[0-9a-f]{6}$/) },
  ],
])('a %s is measured', async (_, bytes, facts) => {
  expect(await measurePicture(await bytes())).toMatchObject({ kind: 'picture', ...facts })
})

test('a picture that the camera turned is as wide as it is shown', async () => {
  const bytes = await photo(40, 20).withMetadata({ orientation: 6 }).jpeg().toBuffer()
  expect(await measurePicture(bytes)).toMatchObject({ width: 20, height: 40 })
})

test('a picture that moves has frames', async () => {
  const frames = await Promise.all(
    ['#f00', '#0f0', '#00f'].map((background) =>
      sharp({ create: { width: 8, height: 8, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  )
  const bytes = await sharp(frames, { join: { animated: true } })
    .gif()
    .toBuffer()
  expect(await measurePicture(bytes)).toMatchObject({ format: 'gif', width: 8, height: 8, frames: 3 })
})

describe('what can’t be shown says why, and what to do', () => {
  test.each([
    ['text', async () => Buffer.from('no picture'), /^its bytes are no picture: expected JPEG/],
    ['nothing', async () => Buffer.alloc(0), /^its bytes are no picture/],
    ['a TIFF', () => red.clone().tiff().toBuffer(), /^its bytes are no picture/],
    ['a PDF', async () => Buffer.from('%PDF-1.7'), /^its bytes are no picture/],
    [
      'SVG without a size',
      async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="100%"/>'),
      /^it breaks off or is damaged/,
    ],
    ['an SVG of 2 MB', async () => svg('<!-- -->'.repeat(250_000)), /^it has 1\.9 MB, expected at most 1 MB; simplify/],
    ['100 megapixels', async () => emptyPng(10_000, 10_000), /^it has 100 megapixels, expected at most 64 megapixels; scale it down/],
    ['a lie about its size', async () => emptyPng(2_000_000_000, 2_000_000_000), /megapixels|damaged/],
  ])('%s', async (_, bytes, why) => {
    expect(await measurePicture(await bytes())).toEqual({ kind: 'fault', why: expect.stringMatching(why) })
  })

  test.each(['jpeg', 'png', 'webp', 'gif', 'avif'] as const)('a %s that breaks off', async (format) => {
    const whole = await photo(300, 200).toFormat(format, { effort: 2 }).toBuffer()
    expect(await measurePicture(whole)).toMatchObject({ kind: 'picture' })
    for (const part of [0.95, 0.5, 0.2]) {
      const broken = whole.subarray(0, Math.floor(whole.length * part))
      expect(await measurePicture(broken)).toEqual({
        kind: 'fault',
        why: expect.stringMatching(/^it breaks off or is damaged .*; export it anew\.$/),
      })
    }
  })

  test.each([
    '<script>alert(1)</script>',
    '<svg:script xmlns:svg="http://www.w3.org/2000/svg" href="a.js"/>',
    '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>',
    '<rect onclick="alert(1)"/>',
    '<rect\nonload = "alert(1)"/>',
    '<rect id="a" onload=\'alert(1)\'/>',
    '<a href="javascript:alert(1)"><text>x</text></a>',
    '<a href="&#106;avascript:alert(1)"><text>x</text></a>',
    '<a xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="data:text/html,x"><text>x</text></a>',
    '<set attributeName="onmouseover" to="alert(1)"/>',
    '<animate attributeName="href" values="javascript:alert(1)"/>',
    '<style>@import url(https://far.example/a.css)</style>',
  ])('an SVG that holds %s', async (content) => {
    expect(await measurePicture(svg(content))).toEqual({
      kind: 'fault',
      why: expect.stringMatching(/^it holds .*; export it as plain SVG/),
    })
  })

  test.each([
    ['an entity', '<!DOCTYPE svg [<!ENTITY x "y">]><svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>', 'utf8'],
    ['another encoding', '<?xml version="1.0" encoding="UTF-7"?><svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>', 'utf8'],
    ['UTF-16', '\uFEFF<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>', 'utf16le'],
  ] as const)('an SVG with %s', async (_, text, encoding) => {
    expect(await measurePicture(Buffer.from(text, encoding))).toMatchObject({ kind: 'fault' })
  })
})
