import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { colophon, fixture } from '../support/cli.ts'

const harbour = 'locales/it/articles/2026/harbour.po'
const xlf = 'exchange/it/2026/harbour.xlf'

/** Every catalog of a site. */
function catalogs(root: string): Record<string, string> {
  const names = readdirSync(join(root, 'locales'), { recursive: true, encoding: 'utf8' })
  const files = names.filter((name) => statSync(join(root, 'locales', name)).isFile())
  return Object.fromEntries(files.sort().map((name) => [name, readFileSync(join(root, 'locales', name), 'latin1')]))
}

function rewrite(root: string, path: string, change: (text: string) => string): void {
  writeFileSync(join(root, path), change(readFileSync(join(root, path), 'utf8')))
}

const run = (cwd: string, ...words: readonly string[]) => colophon([...words, '--quiet'], { cwd })

test('XLIFF: a file an article and locale; unchanged it changes nothing, not even what sync would', async () => {
  const root = fixture('two-newsrooms')
  rewrite(root, harbour, (text) => text.replace('msgid "What comes next"', 'msgid ""\n"What comes "\n"next"'))
  rewrite(root, 'articles/2026/harbour.md', (text) => text.replace('of 12 ships', 'of 13 ships'))
  const before = catalogs(root)
  const written = ['exchange/ar/2026/harbour.xlf', 'exchange/en/ciao.xlf', xlf]
  expect(await run(root, 'export')).toEqual({ status: 0, stdout: `${written.join('\n')}\n3 files written.\n`, stderr: '' })
  expect(readFileSync(join(root, 'exchange/en/ciao.xlf'), 'utf8')).toContain(
    'srcLang="it" trgLang="en">\n  <file id="f1" original="articles/ciao/index.md">',
  )
  expect(await run(root, 'import', ...written)).toEqual({ status: 0, stdout: '0 translated, 0 fuzzy, 0 left over.\n', stderr: '' })
  expect(catalogs(root)).toEqual(before)
})

test('TMX: a file a locale; unchanged it changes nothing', async () => {
  const root = fixture('two-newsrooms')
  const before = catalogs(root)
  const { status, stdout } = await run(root, 'export', '--format', 'tmx', '--out', 'memory', '--json')
  expect([status, JSON.parse(stdout)]).toMatchObject([0, { files: ['memory/ar.tmx', 'memory/en.tmx', 'memory/it.tmx'], findings: [] }])
  expect((await run(root, 'import', 'memory/it.tmx', 'memory/ar.tmx')).stdout).toBe('0 translated, 0 fuzzy, 0 left over.\n')
  expect(catalogs(root)).toEqual(before)
})

test('what a translator did comes in, and is told', async () => {
  const root = fixture('two-newsrooms')
  await run(root, 'export', '--locale', 'it', '--article', '2026/harbour')
  expect(readdirSync(join(root, 'exchange'))).toEqual(['it'])
  rewrite(root, xlf, (text) =>
    text
      .replace('Il porto apre lunedì<', 'Lunedì riapre il porto<')
      .replace('Prima i traghetti', 'I traghetti per primi')
      .replace('<source>Freight later</source>', '<source>Nobody wrote this, not even nearly, did they?</source>'),
  )
  rewrite(root, harbour, (text) => text.replace('Prima i traghetti', 'Traghetti innanzitutto'))
  const { status, stdout } = await run(root, 'import', xlf)
  expect(status).toBe(0)
  expect(stdout).toContain(
    `: the catalog has a newer translation, this one stands in its comment (2026/harbour in it): \`Ferries first\`, \`I traghetti per primi\`\n`,
  )
  expect(stdout).toContain(`updated: ${harbour}\n1 translated, 0 fuzzy, 1 left over.\n`)
  expect(stdout).toMatch(/^exchange\/it\/2026\/harbour\.xlf:\d+:5: /)
  const after = readFileSync(join(root, harbour), 'utf8')
  expect(after).toContain('msgstr "Lunedì riapre il porto"')
  expect(after).toContain(
    '# Another translation: "I traghetti per primi"\n#. list item\nmsgid "Ferries first"\nmsgstr "Traghetti innanzitutto"',
  )
})

test('a catalog that isn’t there yet is made, by several files too', async () => {
  const root = fixture('two-newsrooms')
  await run(root, 'export')
  const before = catalogs(root)
  rmSync(join(root, 'locales/it'), { recursive: true })
  const text = readFileSync(join(root, xlf), 'utf8')
  const second = text.replace(/<unit id="title"[\s\S]*?<\/unit>/, '')
  writeFileSync(join(root, 'first.xlf'), text.replace(/<unit (?!id="title")[\s\S]*<\/unit>/, ''))
  writeFileSync(join(root, 'second.xlf'), second)
  const { status, stdout } = await run(root, 'import', 'first.xlf', 'second.xlf', '--json')
  expect([status, JSON.parse(stdout)]).toMatchObject([0, { updated: [harbour], fuzzy: 0, left: [], findings: [] }])
  const messages = (all: Record<string, string>) => all['it/articles/2026/harbour.po']?.replace(/^[\s\S]*?(?=#\. title)/, '')
  expect(messages(catalogs(root))).toBe(messages(before))
})

test('a memory of another tool fills gaps, fuzzy', async () => {
  const root = fixture('two-newsrooms')
  rewrite(root, harbour, (text) => text.replace('msgstr "Prima i traghetti"', 'msgstr ""'))
  const tu = (en: string, it: string) =>
    `<tu><tuv xml:lang="EN-US"><seg>${en}</seg></tuv><tuv xml:lang="it"><seg>${it}</seg></tuv><tuv xml:lang="xx"><seg>x</seg></tuv></tu>`
  writeFileSync(
    join(root, 'omegat.tmx'),
    `<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx11.dtd"><tmx version="1.4"><header srclang="EN-US"/><body>${tu('Ferries first', 'Prima i traghetti')}${tu('Freight later', 'Dopo')}</body></tmx>`,
  )
  const { status, stdout, stderr } = await run(root, 'import', 'omegat.tmx')
  expect([status, stdout]).toEqual([0, `updated: ${harbour}\n0 translated, 1 fuzzy, 0 left over.\n`])
  expect(stderr).toContain('omegat.tmx:1:')
  expect(stderr).toContain('warning: The site has no locale `xx`')
  expect(readFileSync(join(root, harbour), 'utf8')).toContain('#, fuzzy\nmsgid "Ferries first"\nmsgstr "Prima i traghetti"')
})

test('a broken catalog is told and left alone', async () => {
  const root = fixture('two-newsrooms')
  await run(root, 'export')
  writeFileSync(join(root, harbour), 'msgid\n')
  const { status, stdout } = await run(root, 'import', xlf, '--json')
  expect([status, JSON.parse(stdout).findings]).toMatchObject([1, [{ rule: 'catalog-syntax', file: harbour, line: 2 }]])
  expect(readFileSync(join(root, harbour), 'utf8')).toBe('msgid\n')
  const exported = await run(root, 'export', '--json')
  expect([exported.status, JSON.parse(exported.stdout)]).toMatchObject([1, { files: { length: 2 }, findings: [{ file: harbour }] }])
})

test('files for what the site has not are told, the others go on', async () => {
  const root = fixture('two-newsrooms')
  await run(root, 'export')
  const text = readFileSync(join(root, xlf), 'utf8')
  const [target, other] = ['trgLang="it"', 'articles/elsewhere.md']
  writeFileSync(join(root, 'a.xlf'), text.replace('articles/2026/harbour.md', other))
  writeFileSync(join(root, 'b.xlf'), text.replace(target, 'trgLang="fi"'))
  writeFileSync(join(root, 'c.xlf'), text.replace(target, 'trgLang="en"'))
  writeFileSync(join(root, 'd.xlf'), text.replace('Prima i traghetti', 'I traghetti per primi'))
  const { status, stdout } = await run(root, 'import', 'a.xlf', 'b.xlf', 'c.xlf', 'd.xlf', '--json')
  const { findings, finished } = JSON.parse(stdout)
  expect([status, finished]).toEqual([1, 1])
  expect(findings.map(({ file, line, rule, message }: Record<string, string>) => `${file}:${line} ${rule}: ${message}`)).toEqual([
    'a.xlf:3 exchange-article: The site has no article `articles/elsewhere.md`: nothing of this was imported.',
    'b.xlf:3 exchange-locale: The site has no locale `fi`: nothing of this was imported.',
    "c.xlf:3 exchange-locale: The article `2026/harbour` isn't translated into `en`: nothing of this was imported.",
  ])
})

test.each<[readonly string[], string, string]>([
  [['old.xlf'], 'exchange-format', 'old.xlf is XLIFF 1.2, expected XLIFF 2.0 or 2.1 (.xlf, .xliff) or TMX 1.1 to 1.4 (.tmx).'],
  [['broken.xlf'], 'exchange-invalid', "broken.xlf can't be read: Expected closing tag"],
  [['none.tmx'], 'file-unreadable', "none.tmx can't be read."],
  [['folder.xliff'], 'file-unreadable', "folder.xliff can't be read."],
  [['bytes.tmx'], 'exchange-invalid', "bytes.tmx can't be read: Unexpected byte 0xFF at offset 1"],
  [['old.xlf', 'a.docx'], 'usage', 'together with documents'],
  [['old.xlf', '--id', 'a'], 'usage', '`--id`'],
])('%j is refused', async (words, code, what) => {
  const root = fixture('two-newsrooms')
  mkdirSync(join(root, 'folder.xliff'))
  writeFileSync(join(root, 'old.xlf'), '<xliff version="1.2"/>')
  writeFileSync(join(root, 'broken.xlf'), '<xliff>\n <a></b>\n</xliff>')
  writeFileSync(join(root, 'bytes.tmx'), new Uint8Array([0x3c, 0xff]))
  const { status, stdout } = await run(root, 'import', ...words, '--json')
  const { error } = JSON.parse(stdout)
  expect([status, error.code]).toEqual([2, code])
  expect(error.what).toContain(what)
})
