import { cpSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { colophon, fixture } from '../support/cli.ts'
import { newPo, oldPo, rename, repository, ways } from '../support/renamed-article.ts'
import { temporarySite } from '../support/temporary-site.ts'

/** Each file below a folder with its text, but for those of git and of the program. */
const filesIn = (root: string) =>
  Object.fromEntries(
    readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((name) => !/^\.(?:git|colophon)/.test(name) && statSync(join(root, name)).isFile())
      .sort()
      .map((name) => [name, readFileSync(join(root, name), 'utf8')]),
  )

/** The same site, as `sync` leaves it. */
async function synced(root: string): Promise<string> {
  const copy = temporarySite({})
  cpSync(root, copy, { recursive: true })
  await colophon(['sync', '--root', copy, '--quiet'])
  expect(existsSync(join(copy, 'locales/it', newPo))).toBe(true)
  return copy
}

function renamedByHand(): string {
  const root = fixture('two-newsrooms')
  rename(root)
  return root
}

const run = async (root: string, ...words: string[]) => await colophon([...words, '--root', root, '--quiet'])

test.each(ways)(
  'an article renamed %s is published with its translations before a sync, and no file is written',
  async (_name, renamed) => {
    const root = renamed()
    const before = filesIn(root)
    const out = temporarySite({})
    const { status, stderr } = await run(root, 'publish', '--to', out)
    expect([status, stderr]).toEqual([0, ''])
    expect(filesIn(root)).toEqual(before)
    const page = readFileSync(join(out, 'it/2026/11/porto/index.html'), 'utf8')
    expect(page).toContain('Che cosa viene dopo')
    const { kept, put } = JSON.parse((await run(root, 'publish', '--to', out, '--json')).stdout)
    expect({ put, kept: kept > 0 }).toEqual({ put: [], kept: true })
  },
)
test('a build is what it is after a sync', async () => {
  const root = renamedByHand()
  const [now, then] = [temporarySite({}), temporarySite({})]
  for (const [site, out] of [
    [root, now],
    [await synced(root), then],
  ] as const)
    expect(await run(site, 'build', '--out', out)).toMatchObject({ status: 0, stderr: '' })
  expect(filesIn(now)).toEqual(filesIn(then))
})

test('check says that the catalogs are to be moved', async () => {
  const { status, stdout } = await run(renamedByHand(), 'check', '--json')
  const found = JSON.parse(stdout).findings.filter(({ rule }: { rule: string }) => rule !== 'unused-translation')
  expect(status).toBe(0)
  expect(found).toEqual(
    ['ar', 'it'].map((locale) =>
      expect.objectContaining({
        rule: 'catalog-without-article',
        severity: 'warning',
        file: `locales/${locale}/${oldPo}`,
        article: '2026/11/port',
        message:
          'There is no article `2026/harbour` for this catalog. It is read as that of `2026/11/port`, which the article is called now: `colophon sync` takes it along.',
      }),
    ),
  )
})

test('status counts the translations', async () => {
  const { status, stdout, stderr } = await run(renamedByHand(), 'status', '--json')
  expect([status, stderr]).toEqual([0, ''])
  const { it } = JSON.parse(stdout).locales
  expect(it.articles['2026/11/port']).toMatchObject({ translated: 7, missing: 0, catalog: `locales/it/${oldPo}` })
})

test('an export has the translations', async () => {
  const out = temporarySite({})
  await run(renamedByHand(), 'export', '--format', 'xliff', '--locale', 'it', '--out', out)
  expect(readFileSync(join(out, 'it/2026/11/port.xlf'), 'utf8')).toContain('<target>Che cosa viene dopo</target>')
})

test('a mistake in a catalog of a renamed article is told, at its place in the file that is there', async () => {
  const root = repository()
  const file = join(root, 'locales/it', oldPo)
  writeFileSync(file, readFileSync(file, 'utf8').replace('12 navi', '13 navi'))
  rename(root)
  const { stdout } = await run(root, 'check', '--json')
  const found = JSON.parse(stdout).findings.find(({ rule }: { rule: string }) => rule === 'changed-number')
  expect(found).toMatchObject({ file: `locales/it/${oldPo}`, article: '2026/11/port' })
})

test('one catalog is checked by the name that it has', async () => {
  const root = repository()
  rename(root)
  const { status, stdout } = await run(root, 'check', '--json', `locales/it/${oldPo}`)
  expect([status, JSON.parse(stdout).findings.map(({ file }: { file: string }) => file)]).toEqual([0, [`locales/it/${oldPo}`]])
})

test('an article that has a catalog already is read with that one', async () => {
  const root = repository()
  rename(root)
  cpSync(join(fixture('two-newsrooms'), 'locales/it', oldPo), join(root, 'locales/it', newPo))
  writeFileSync(join(root, 'locales/it', oldPo), 'msgid "Ferries first"\nmsgstr "Vecchio"\n')
  const { stdout } = await run(root, 'status', '--json', '--locale', 'it')
  expect(JSON.parse(stdout).locales.it.articles['2026/11/port'].catalog).toBe(`locales/it/${newPo}`)
})

test.each<[what: string, words: (root: string) => Promise<string[]>]>([
  [
    'a translated document',
    async (root) => {
      writeFileSync(join(root, 'porto.md'), '# Il porto apre\n\nIl porto apre lunedì alle 10:30, dicono i *piloti*.\n')
      return ['--article', '2026/11/port', '--translation', `it=${join(root, 'porto.md')}`]
    },
  ],
  [
    'a catalog of another system',
    async (root) => {
      writeFileSync(
        join(root, 'de.po'),
        readFileSync(join(root, 'locales/it', oldPo), 'utf8').replaceAll('Prima i traghetti', 'Traghetti prima'),
      )
      return ['--catalog', `it=${join(root, 'de.po')}`]
    },
  ],
  [
    'an exchanged file',
    async (root) => {
      await run(root, 'export', '--format', 'xliff', '--locale', 'it', '--out', join(root, 'out'))
      return [join(root, 'out/it/2026/11/port.xlf')]
    },
  ],
])('importing %s takes the catalog along first: no word of it stays behind', async (_, prepare) => {
  const root = renamedByHand()
  const words = await prepare(root)
  const { status, stderr } = await run(root, 'import', ...words)
  expect([status, stderr]).toEqual([0, expect.stringContaining(`moved: locales/it/${oldPo} → locales/it/${newPo}\n`)])
  expect(existsSync(join(root, 'locales/it', oldPo))).toBe(false)
  const text = readFileSync(join(root, 'locales/it', newPo), 'utf8')
  for (const kept of ['Translators of Trieste', 'Il porto apre lunedì alle 10:30, hanno detto i *piloti*.', 'Prima i traghetti'])
    expect(text).toContain(kept)
})

test('trying an import moves nothing, and counts the words that are there', async () => {
  const root = renamedByHand()
  const before = filesIn(root)
  const { stdout } = await run(root, 'import', '--catalog', `it=${join(root, 'locales/it', oldPo)}`, '--dry-run', '--json')
  expect(JSON.parse(stdout).catalogs[0]).toMatchObject({ updated: [], translated: 0 })
  expect(filesIn(root)).toEqual(before)
})
