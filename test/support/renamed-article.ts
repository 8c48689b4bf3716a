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

/** Ways to rename an article. */
export const ways: readonly [name: string, root: () => string][] = [
  [
    'in the index',
    () => {
      const root = repository()
      rename(root)
      git(root, 'add', '-A')
      return root
    },
  ],
  [
    'in a commit',
    () => {
      const root = repository()
      rename(root)
      git(root, 'add', '-A')
      git(root, 'commit', '-qm', 'Rename')
      return root
    },
  ],
  [
    'beyond the edge of a shallow clone',
    () => {
      const whole = repository()
      rename(whole)
      git(whole, 'add', '-A')
      git(whole, 'commit', '-qm', 'Rename')
      const root = temporarySite({})
      git(root, 'clone', '-q', '--depth', '1', `file://${whole}`, '.')
      return root
    },
  ],
  [
    'by hand, which git can’t tell from a new article',
    () => {
      const root = repository()
      rename(root)
      return root
    },
  ],
  [
    'without git',
    () => {
      const root = fixture('two-newsrooms')
      rename(root)
      return root
    },
  ],
]
