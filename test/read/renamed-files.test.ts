import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { renamedFiles } from '../../pipeline/read/renamed-files.ts'
import { temporarySite } from '../support/temporary-site.ts'

const text = (name: string) => Array.from({ length: 20 }, (_, line) => `Line ${line} of ${name}.\n`).join('')

/** A site in a subfolder of a repository, its articles committed. */
function repository(...names: readonly string[]): {
  root: string
  git: (...words: string[]) => void
  move: (from: string, to: string) => void
} {
  const folder = temporarySite(Object.fromEntries([...names.map((name) => [`site/articles/${name}`, text(name)]), ['other.md', text('o')]]))
  const root = join(folder, 'site')
  const git = (...words: string[]) => {
    execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', ...words], { cwd: root, stdio: 'pipe' })
  }
  git('init', '-q', '..')
  git('add', '..')
  git('commit', '-qm', 'Write')
  const move = (from: string, to: string) => {
    mkdirSync(dirname(join(root, 'articles', to)), { recursive: true })
    renameSync(join(root, 'articles', from), join(root, 'articles', to))
  }
  return { root, git, move }
}

async function found(root: string, ...lost: readonly string[]): Promise<Record<string, string>> {
  const paths = lost.map((name) => `articles/${name}`)
  return Object.fromEntries(await renamedFiles(root, 'articles', paths, (path) => existsSync(join(root, path))))
}

test('a file moved in the index is found, edited or not', async () => {
  const { root, git } = repository('a.md', 'b.md')
  git('mv', 'articles/a.md', 'articles/c.md')
  git('mv', 'articles/b.md', 'articles/d.md')
  writeFileSync(join(root, 'articles/d.md'), text('b.md').replace('Line 7', 'Row 7'))
  expect(await found(root, 'a.md', 'b.md')).toEqual({ 'articles/a.md': 'articles/c.md', 'articles/b.md': 'articles/d.md' })
})

test('a file renamed twice in the history and once since is followed to where it is', async () => {
  const { root, git, move } = repository('a.md', 'other.md')
  for (const [from, to] of [
    ['a.md', 'b.md'],
    ['b.md', '2026/c.md'],
  ] as const) {
    move(from, to)
    git('add', '.')
    git('commit', '-qm', `Rename ${from}`)
  }
  writeFileSync(join(root, 'articles/other.md'), 'More.\n')
  git('commit', '-qam', 'Edit')
  move('2026/c.md', '2026/d/index.md')
  git('add', '.')
  expect(await found(root, 'a.md', 'b.md')).toEqual({
    'articles/a.md': 'articles/2026/d/index.md',
    'articles/b.md': 'articles/2026/d/index.md',
  })
})

test('a file renamed on a branch is found behind its merge', async () => {
  const { root, git, move } = repository('a.md', 'other.md')
  git('checkout', '-qb', 'branch')
  move('a.md', 'b.md')
  git('add', '.')
  git('commit', '-qm', 'Rename')
  git('checkout', '-q', '-')
  writeFileSync(join(root, 'articles/other.md'), 'More.\n')
  git('commit', '-qam', 'Edit')
  git('merge', '-q', '--no-edit', 'branch')
  expect(await found(root, 'a.md')).toEqual({ 'articles/a.md': 'articles/b.md' })
})

test('names are taken as they are', async () => {
  const [odd, star] = ['été $(touch x) `y` "z"\n;.md', '*.md']
  const { root, git, move } = repository(odd, star, 'plain.md')
  for (const [from, to] of [
    [odd, `-n ${odd}`],
    [star, '[a-z].md'],
    ['plain.md', ':(top)plain.md'],
  ] as const) {
    move(from, to)
    git('add', '.')
    git('commit', '-qm', 'Rename')
  }
  expect(await found(root, odd, star, 'plain.md', ':(top)other.md')).toEqual({
    [`articles/${odd}`]: `articles/-n ${odd}`,
    'articles/*.md': 'articles/[a-z].md',
    'articles/plain.md': 'articles/:(top)plain.md',
  })
  expect(existsSync(join(root, 'x'))).toBe(false)
})

test('a name that was given twice goes the way of the last file', async () => {
  const { root, git, move } = repository('a.md')
  move('a.md', 'b.md')
  git('add', '.')
  git('commit', '-qm', 'Rename')
  writeFileSync(join(root, 'articles/a.md'), text('another'))
  git('add', '.')
  git('commit', '-qm', 'Write another')
  move('a.md', 'c.md')
  git('add', '.')
  git('commit', '-qm', 'Rename it')
  expect(await found(root, 'a.md')).toEqual({ 'articles/a.md': 'articles/c.md' })
})

test('a deleted file, one that left the folder and one that never was went nowhere', async () => {
  const { root, git, move } = repository('a.md', 'b.md', 'c.md')
  rmSync(join(root, 'articles/a.md'))
  move('b.md', '../b.md')
  git('add', '.')
  expect(await found(root, 'a.md', 'b.md', 'never.md')).toEqual({})
  git('commit', '-qm', 'Delete')
  expect(await found(root, 'a.md', 'b.md', 'never.md')).toEqual({})
})

test('without a commit, or a repository, nothing is found', async () => {
  const root = temporarySite({ 'articles/b.md': '', 'new/articles/b.md': '' })
  execFileSync('git', ['init', '-q', 'new'], { cwd: root })
  expect([await found(root, 'a.md'), await found(join(root, 'new'), 'a.md')]).toEqual([{}, {}])
})
