import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { temporarySite } from '../support/temporary-site.ts'

const loader = new URL('../../pipeline/config/load-site.ts', import.meta.url).href

/** What a Node process of its own makes of a configuration: the test runner would load it in ways of its own. */
function load(
  files: Readonly<Record<string, string>>,
  more = '',
): { tags?: string[]; code?: string; why?: string; what?: string; place?: string } {
  const script = `
    import { loadSite } from ${JSON.stringify(loader)}
    const root = process.argv[1]
    ${more}
    try {
      const { locales } = await loadSite(root)
      console.log(JSON.stringify({ tags: locales.map(({ tag }) => tag) }))
    } catch (failure) {
      const { what, why, place } = failure.text
      console.log(JSON.stringify({ code: failure.code, what, why, place: place && [place.file, place.line, place.column].join(':') }))
    }`
  const root = temporarySite(files)
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', script, root], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  return JSON.parse(output)
}

test.each(['colophon.config.ts', 'colophon.config.js'])('%s imports from colophon wherever it lies', (file) => {
  const config = `import { defineConfig } from 'colophon'\nexport default defineConfig({ locales: ['fr'] })\n`
  expect(load({ [file]: config, 'package.json': '{}' }).tags).toEqual(['fr'])
})

test('a configuration may have types', () => {
  expect(load({ 'colophon.config.ts': `const tag: string = 'fr'\nexport default { locales: [tag] }\n` }).tags).toEqual(['fr'])
})

test.each([
  ['a syntax error', 'js', 'export default {\n  locales: ,\n}\n', 'colophon.config.js:2:12'],
  ['a syntax error', 'ts', 'const a: number = 1\n\nexport default {\n  locales: }\n', 'colophon.config.ts:4:12'],
  ['syntax that Node can not run', 'ts', 'enum Tag { fr }\nexport default { locales: [Tag.fr] }\n', 'colophon.config.ts:1:1'],
  [
    'code that throws',
    'ts',
    `const a: number = 1\nfunction tag(): string {\n  throw new Error('no tag')\n}\nexport default { locales: [tag()] }\n`,
    'colophon.config.ts:3:9',
  ],
])('%s in .%s is named with its place', (_what, extension, text, place) => {
  expect(load({ [`colophon.config.${extension}`]: text })).toMatchObject({ code: 'config-failed', place })
})

test('a mistake in a module that the configuration imports is named there', () => {
  const files = {
    'colophon.config.ts': `import { tags } from './tags.ts'\nexport default { locales: tags }\n`,
    'tags.ts': `\nexport const tags = none\n`,
  }
  expect(load(files).place).toBe('tags.ts:2:21')
})

test('a package that is not there is named', () => {
  expect(load({ 'colophon.config.ts': `import 'not-there'\nexport default {}\n` }).why).toContain(`'not-there'`)
})

test('something thrown that is no error is told', () => {
  expect(load({ 'colophon.config.js': `throw 'enough'\nexport default {}\n` }).why).toBe('It throws "enough".')
})

test('without a default export it is refused', () => {
  expect(load({ 'colophon.config.ts': 'export const config = {}\n' }).what).toContain('expected `export default { … }`')
})

test('a changed configuration is loaded anew', () => {
  const change = `
    const { writeFileSync } = await import('node:fs')
    await loadSite(root)
    writeFileSync(root + '/colophon.config.ts', "export default { locales: ['it'] }")`
  expect(load({ 'colophon.config.ts': `export default { locales: ['fr'] }` }, change).tags).toEqual(['it'])
})
