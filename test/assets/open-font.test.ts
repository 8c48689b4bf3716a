import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import subsetFont from '../../node_modules/subset-font/package.json' with { type: 'json' }
import { fontRecipe, openFont } from '../../pipeline/assets/open-font.ts'
import { failureFrom } from '../support/failure-from.ts'
import { chineseFont } from '../support/fonts.ts'

const bytes = readFileSync(chineseFont)
const font = await openFont(bytes, 'fonts/xiaowei.woff2')

test('a font knows which letters it has', () => {
  const known = [...'海峡The quick.'].map((letter) => font.has(letter.codePointAt(0) ?? 0))
  const unknown = [...'ตअا☃'].map((letter) => font.has(letter.codePointAt(0) ?? 0))
  expect([new Set(known), new Set(unknown)]).toEqual([new Set([true]), new Set([false])])
})

test('a subset has the letters that were asked for, and no others', async () => {
  const cut = await font.subset('渡轮回来了ต')
  const again = await openFont(cut, 'cut.woff2')
  const has = (text: string) => [...text].filter((letter) => again.has(letter.codePointAt(0) ?? 0)).join('')
  expect(has('渡轮回来了ต海峡the')).toBe('渡轮回来了')
  expect(cut.length).toBeLessThan(bytes.length / 100)
})

test.each([
  ['text', Buffer.from('no font')],
  ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
  ['half a font', bytes.subarray(0, bytes.length / 2)],
  ['a font without characters', Buffer.concat([Buffer.from([0, 1, 0, 0, 0, 0]), Buffer.alloc(40)])],
])('%s is refused by name', async (_, broken) => {
  const { code, text } = await failureFrom(() => openFont(broken, 'fonts/a.ttf'))
  expect([code, text.what]).toEqual(['font-invalid', 'fonts/a.ttf is no font that can be read.'])
})

test('the recipe names the version that cuts', () => {
  expect(fontRecipe).toBe(`subset-font ${subsetFont.version}`)
})
