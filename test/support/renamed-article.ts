import { execFileSync } from 'node:child_process'
import { mkdirSync, renameSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fixture } from './cli.ts'
import { temporarySite } from './temporary-site.ts'

/** Names of the catalogs of `rename`'s article, before and after. */
export const [oldPo, newPo] = ['articles/2026/harbour.po', 'articles/2026/11/port.po']

export function git(root: string, ...words: string[]): void {
  execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', ...words], { cwd: root, stdio: 'pipe' })
}

/** A site with an article in two translations, committed. */
export function repository(): string {
  const root = fixture('two-newsrooms')
  git(root, 'init', '-q')
  git(root, 'add', '.')
  git(root, 'commit', '-qm', 'Write')
  return root
}

function move(root: string, from: string, to: string): void {
  mkdirSync(dirname(join(root, to)), { recursive: true })
  renameSync(join(root, from), join(root, to))
}

export function rename(root: string): void {
  move(root, 'articles/2026/harbour.md', 'articles/2026/11/port.md')
}

function inIndex(): string {
  const root = repository()
  rename(root)
  git(root, 'add', '-A')
  return root
}

function inCommit(): string {
  const root = inIndex()
  git(root, 'commit', '-qm', 'Rename')
  return root
}

function inShallowClone(): string {
  const root = temporarySite({})
  git(root, 'clone', '-q', '--depth', '1', `file://${inCommit()}`, '.')
  return root
}

/** As `mv` does, in a site with git or without. */
function byHand(root: string): string {
  rename(root)
  return root
}

/** Ways to rename an article. */
export const ways: readonly [name: string, root: () => string][] = [
  ['in the index', inIndex],
  ['in a commit', inCommit],
  ['beyond the edge of a shallow clone', inShallowClone],
  ['by hand, which git can’t tell from a new article', () => byHand(repository())],
  ['without git', () => byHand(fixture('two-newsrooms'))],
]
