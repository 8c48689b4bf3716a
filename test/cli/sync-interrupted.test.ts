import { spawnSync } from 'node:child_process'
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { colophon, ended, startColophon } from '../support/cli.ts'
import { article, translation } from '../support/small-site.ts'
import { temporarySite } from '../support/temporary-site.ts'

const ids = Array.from({ length: 60 }, (_, at) => `a${at}`)
const cli = join(import.meta.dirname, '../../pipeline/main.js')

/** Articles that were edited after their translation. */
function editedSite(): string {
  const files = ids.flatMap((id) => [
    [`articles/${id}.md`, article(id, `The paragraph of ${id}, which was edited.\n\n${'A new one.\n\n'.repeat(20)}`)],
    [`locales/it/articles/${id}.po`, translation('it', id, { body: `The paragraph of ${id}.` })],
  ])
  return temporarySite({ 'colophon.config.json': '{ "locales": ["en", "it"] }', ...Object.fromEntries(files) })
}

/** By name, whatever lies among the catalogs. */
function catalogsOf(root: string): Map<string, string> {
  const folder = join(root, 'locales/it/articles')
  return new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
}

async function synced(root: string): Promise<Map<string, string>> {
  const copy = temporarySite({})
  cpSync(root, copy, { recursive: true })
  expect((await colophon(['sync', '--root', copy, '--quiet'])).status).toBe(0)
  return catalogsOf(copy)
}

test.each([1, 15, 40])(
  'killed when %i catalogs are written, it leaves each as it was or as it will be, and the next run ends the work',
  async (enough) => {
    const root = editedSite()
    const before = catalogsOf(root)
    const after = await synced(root)
    const child = startColophon(['sync', '--root', root, '--quiet'])
    const end = ended(child)
    const written = () =>
      ids.filter((id) => readFileSync(join(root, `locales/it/articles/${id}.po`), 'utf8') !== before.get(`${id}.po`)).length
    while (child.exitCode === null && written() < enough) await setImmediate()
    child.kill('SIGKILL')
    await end
    for (const [name, text] of catalogsOf(root)) if (!name.startsWith('.')) expect([before.get(name), after.get(name)]).toContain(text)
    expect((await colophon(['sync', '--root', root, '--quiet'])).status).toBe(0)
    for (const [name, text] of after) expect(catalogsOf(root).get(name)).toBe(text)
  },
)

test.skipIf(process.platform === 'win32')('where the disk has no room for half of a file, the old one stays, and nothing else', () => {
  const root = editedSite()
  writeFileSync(join(root, 'articles/a0.md'), article('a0', Array.from({ length: 200 }, (_, at) => `Paragraph ${at}.`).join('\n\n')))
  const before = catalogsOf(root)
  // Blocks of 1024 bytes: no process of this shell may write a larger file, as if the disk were full behind them.
  const { status, stdout } = spawnSync(
    'bash',
    ['-c', 'ulimit -f 4 && exec "$0" "$@"', process.execPath, cli, 'sync', '--root', root, '--article', 'a0', '--json'],
    {
      encoding: 'utf8',
    },
  )
  expect([status, JSON.parse(stdout).error.code]).toEqual([3, 'disk-failed'])
  expect(catalogsOf(root)).toEqual(before)
})
