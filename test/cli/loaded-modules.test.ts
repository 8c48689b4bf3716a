import { expect, test } from 'vitest'
import { type Loaded, loadedModules } from '../support/loaded-modules.ts'
import { article, smallSite, translation } from '../support/small-site.ts'

// Start-up is most of what a small push costs: whatever a command need not load is imported when it is first needed.

const rooms = ({ files }: Loaded) => [...new Set(files.map((file) => file.split('/')[1]))]

test('--help loads no command', async () => {
  const { files, packages } = await loadedModules(['--help'], '/')
  expect(packages).toEqual(['commander'])
  expect(files.length).toBeGreaterThan(5)
  expect(files.length).toBeLessThan(25)
})

test('a publish loads what it needs: little where nothing has changed, and of one paragraph none of what only other work needs', async () => {
  const body = 'See [two](two.md).'
  const { root, write } = smallSite({
    'articles/one.md': article('One', body),
    'articles/two.md': article('Two'),
    'locales/it/articles/one.po': translation('it', 'One', { body }),
  })
  const publish = () => loadedModules(['publish', '--to', 'bucket', '--quiet'], root)
  await publish()
  const idle = await publish()
  write({ 'locales/it/articles/one.po': translation('it', 'One', { body }).replace('it See', 'Vedi') })
  const busy = await publish()
  expect(idle.packages).toEqual(['commander', 'mime', 'zod'])
  expect(rooms(idle).filter((room) => ['article', 'assets', 'cache', 'catalog', 'check', 'merge', 'render'].includes(room ?? ''))).toEqual(
    [],
  )
  expect(idle.files.length).toBeLessThan(110)
  expect(busy.packages).toContain('satteri')
  expect(busy.packages.filter((name) => forOtherWork.some((pattern) => pattern.test(name)))).toEqual([])
})

test('a check of a site that hasn’t changed loads neither a parser nor a dictionary nor another report', async () => {
  const { root } = smallSite({
    'articles/one.md': article('One', 'See.'),
    'locales/it/articles/one.po': translation('it', 'One', { body: 'See.' }),
  })
  const check = () => loadedModules(['check', '--quiet', '--format', 'json'], root)
  expect((await check()).packages).toContain('satteri')
  const again = await check()
  expect(again.packages).toEqual(['character-entities', 'commander', 'decode-named-character-reference', 'i18next', 'zod'])
  // What tells a slug is a few lines.
  expect(again.files.filter((file) => /^pipeline\/(?:article|render)\//.test(file))).toEqual(['pipeline/article/slug.ts'])
})

/** Pictures, fonts and stylesheets are made once; feeds and other indexes, where something about them has changed; dictionaries and prose are what `check` asks. */
const forOtherWork = [
  ...[
    /^sharp$|^@img/,
    /^lightningcss/,
    /font|harfbuzz/,
    /^feedsmith$|^fast-xml/,
    /^hunspell|^dictionary-/,
    /^retext|^nlcst|^parse-english$/,
    /^re2js$/,
  ],
  ...[/^zx$/, /^ora$/, /^@babel/, /^mammoth$/, /^hast-util-to-mdast$/, /^vscode-/, /^@aws-sdk|^@smithy/],
]
