import { readFileSync } from 'node:fs'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import lightningcss from '../../node_modules/lightningcss/package.json' with { type: 'json' }
import { minifyStyle, styleRecipe } from '../../pipeline/assets/minify-style.ts'
import { failureFrom } from '../support/failure-from.ts'

const minified = async (css: string) => `${Buffer.from(await minifyStyle(Buffer.from(css), 'templates/style.css'))}`

test.each([
  ['drops what nobody reads', '/* Ink */\na {\n  color: #ff0000;\n}\n', 'a{color:red}'],
  ['keeps what current browsers know', 'p:dir(rtl) { inset-inline: 1px 2px }', 'p:dir(rtl){inset-inline:1px 2px}'],
  ['keeps empty properties and lists', ':root { --a: ; --b: "X", }', ':root{--a: ;--b:"X",}'],
  ['keeps other scripts', 'a::after { content: "—" / "" }', 'a:after{content:"—" / ""}'],
])('%s', async (_, css, small) => {
  expect(await minified(css)).toBe(small)
})

test('a stylesheet that is none is a failure at its place', async () => {
  const { code, text } = await failureFrom(() => minified('a { color: red }\n\nb, %{ }\n'))
  expect([code, text.place]).toEqual(['style-invalid', { file: 'templates/style.css', line: 3, column: 4 }])
})

test('the recipe names the minifier that is installed', () => {
  expect(styleRecipe).toContain(`lightningcss ${lightningcss.version},`)
})

test('the built-in stylesheet takes less than 10 KB on its way', async () => {
  const css = await minifyStyle(readFileSync(new URL('../../templates/style.css', import.meta.url)), 'templates/style.css')
  expect(gzipSync(css).length).toBeLessThan(10_000)
  console.log(`style.css: ${css.length} bytes, gzip ${gzipSync(css).length}, brotli ${brotliCompressSync(css).length}`)
})
