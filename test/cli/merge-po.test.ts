import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { colophon } from '../support/cli.ts'
import { temporarySite } from '../support/temporary-site.ts'

const cli = join(import.meta.dirname, '../../pipeline/main.js')
const path = 'locales/it/articles/new harbour.po'

const message = (id: string, text = '', before = '') => `${before}msgid "${id}"\nmsgstr "${text}"\n`
const head = (...fields: readonly string[]) => `msgid ""\nmsgstr ""\n${fields.map((field) => `"${field}\\n"\n`).join('')}`
const utf8 = 'Content-Type: text/plain; charset=UTF-8'
const catalog = (...messages: readonly string[]) => [head('Language: it', utf8), ...messages].join('\n')

/** A repository with the driver, where two branches changed one catalog. */
class Repository {
  readonly root = temporarySite({ 'locales/it/articles/': '', '.gitattributes': 'locales/**/*.po merge=colophon\n' })

  constructor() {
    this.git('init', '--quiet', '--initial-branch=main')
    this.git('config', 'user.name', 'Ada')
    this.git('config', 'user.email', 'ada@harbour.example')
    this.git('config', 'merge.colophon.driver', `'${process.execPath}' '${cli}' merge-po %O %A %B %P`)
  }

  merge(base: string | null, ours: string, theirs: string) {
    this.commit('base', base ?? 'msgid "elsewhere"\nmsgstr ""\n', base === null ? 'locales/it/articles/other.po' : path)
    this.git('switch', '--quiet', '--create', 'theirs')
    this.commit('theirs', theirs)
    this.git('switch', '--quiet', 'main')
    this.commit('ours', ours)
    const { status, stdout, stderr } = this.run('merge', 'theirs', '--quiet', '--message', 'Merge')
    return { status, said: `${stdout}${stderr}`, file: readFileSync(join(this.root, path), 'utf8') }
  }

  commit(name: string, text: string, file = path): void {
    writeFileSync(join(this.root, file), text)
    this.git('add', '.')
    this.git('commit', '--quiet', '--allow-empty', '--message', name)
  }

  git(...words: readonly string[]): string {
    const { status, stdout, stderr } = this.run(...words)
    if (status !== 0) throw new Error(stderr)
    return stdout
  }

  run(...words: readonly string[]) {
    const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' }
    return spawnSync('git', words, { cwd: this.root, encoding: 'utf8', env })
  }
}

describe('as the merge driver of a git repository', () => {
  test.each([
    [
      'two people on neighbouring messages',
      catalog(message('a'), message('b')),
      catalog(message('a', 'A'), message('b')),
      catalog(message('a'), message('b', 'B')),
      catalog(message('a', 'A'), message('b', 'B')),
    ],
    [
      'a translation beside a sync',
      catalog(message('a'), message('b', 'B')),
      catalog(message('a', 'A'), message('b', 'B')),
      catalog(message('new'), message('a'), message('bb', 'B', '#, fuzzy\n#| msgid "b"\n'), '#~ msgid "b"\n#~ msgstr "B"\n'),
      catalog(message('new'), message('a', 'A'), message('bb', 'B', '#, fuzzy\n#| msgid "b"\n'), '#~ msgid "b"\n#~ msgstr "B"\n'),
    ],
    [
      'a moved block and a translation in it',
      catalog(message('a'), message('b'), message('c')),
      catalog(message('c'), message('a'), message('b')),
      catalog(message('a'), message('b'), message('c', 'C')),
      catalog(message('c', 'C'), message('a'), message('b')),
    ],
    [
      'headers',
      [head('Language: it', 'PO-Revision-Date: 2026-01-01', utf8), message('a')].join('\n'),
      [head('Language: it', 'PO-Revision-Date: 2026-02-01', 'Last-Translator: Ada', utf8), message('a')].join('\n'),
      [head('Language: it', 'PO-Revision-Date: 2026-03-01', 'Language-Team: Withub', utf8), message('a')].join('\n'),
      [head('Language: it', 'PO-Revision-Date: 2026-03-01', 'Last-Translator: Ada', utf8, 'Language-Team: Withub'), message('a')].join(
        '\n',
      ),
    ],
    [
      'a catalog that both sides added',
      null,
      catalog(message('a', 'A'), message('b')),
      catalog(message('a'), message('b', 'B')),
      catalog(message('a', 'A'), message('b', 'B')),
    ],
  ])('merges %s', (_, base, ours, theirs, expected) => {
    expect(new Repository().merge(base, ours, theirs)).toEqual({ status: 0, said: `Auto-merging ${path}\n`, file: expected })
  })

  test('a real conflict keeps both visibly, says where, and waits for a person', () => {
    const repository = new Repository()
    const { status, said, file } = repository.merge(catalog(message('a')), catalog(message('a', 'A')), catalog(message('a', 'AA')))
    expect(status).toBe(1)
    expect(file).toBe(catalog(message('a', 'A', '# Another translation: "AA"\n#, fuzzy\n')))
    expect(said).toContain(`${path}:6:1: error: Both sides changed the translation of \`a\``)
    expect(repository.git('status', '--porcelain')).toBe(`UU "${path}"\n`)
  })

  test('a broken version leaves the file as it was, and git with all three', () => {
    const repository = new Repository()
    const broken = `${catalog(message('a'))}\nmsgid "b\n`
    const { status, said, file } = repository.merge(catalog(message('a')), catalog(message('a', 'A')), broken)
    expect([status, file]).toEqual([1, catalog(message('a', 'A'))])
    expect(said).toContain(`${path}:9:7: error: In the version of \`theirs\`: Unexpected`)
    expect(repository.git('show', `:3:${path}`)).toBe(broken)
  })
})

describe('by itself', () => {
  const folder = (files: Readonly<Record<string, string>>) => temporarySite({ base: '', ours: '', theirs: '', ...files })
  const run = (cwd: string, ...words: readonly string[]) => colophon(['merge-po', ...words], { cwd })

  test('a side that says all of it keeps its wrapping, its line ends, and no temporary file stays', async () => {
    const wrapped = 'msgid ""\r\n"a "\r\n"b"\r\nmsgstr "A"\r\n'
    const cwd = folder({ base: message('a b'), ours: message('a b'), theirs: wrapped })
    expect(await run(cwd, 'base', 'ours', 'theirs')).toEqual({ status: 0, stdout: '', stderr: '' })
    expect(readFileSync(join(cwd, 'ours'), 'utf8')).toBe(wrapped)
    expect(readdirSync(cwd).sort()).toEqual(['base', 'ours', 'theirs'])
  })

  test('--json has the conflicts and their places', async () => {
    const cwd = folder({ base: message('a'), ours: message('a', 'A'), theirs: message('a', 'B') })
    const { status, stdout } = await run(cwd, 'base', 'ours', 'theirs', '--json')
    expect([status, JSON.parse(stdout)]).toMatchObject([
      1,
      { merged: true, conflicts: [{ rule: 'catalog-conflict', file: 'ours', line: 1, column: 1 }], findings: [] },
    ])
  })

  test('each broken version is named, with its place', async () => {
    const cwd = folder({ base: 'msgid\n', ours: message('a', 'A'), theirs: `${message('a')}${message('a')}` })
    const { status, stdout } = await run(cwd, 'base', 'ours', 'theirs', '--json')
    const { merged, findings } = JSON.parse(stdout)
    expect([status, merged]).toEqual([1, false])
    expect(findings.map(({ file, line, rule }: Record<string, string>) => `${file}:${line} ${rule}`)).toEqual([
      'base:2 catalog-syntax',
      'theirs:3 catalog-duplicate',
    ])
    expect(readFileSync(join(cwd, 'ours'), 'utf8')).toBe(message('a', 'A'))
  })

  test.each([
    [['base', 'ours'], 'usage'],
    [['base', 'ours', 'elsewhere'], 'file-unreadable'],
    [['base', '.', 'theirs'], 'file-unreadable'],
  ])('%j is wrong use', async (words, code) => {
    const { status, stdout } = await run(folder({}), ...words, '--json')
    expect([status, JSON.parse(stdout).error.code]).toEqual([2, code])
  })
})
