import { execFileSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Git in a folder, as somebody who commits at a given time (ISO 8601). */
export function git(root: string, words: readonly string[], time = '2026-01-01T00:00:00Z'): string {
  return execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', ...words], {
    cwd: root,
    encoding: 'utf8',
    stdio: 'pipe',
    env: { ...process.env, GIT_COMMITTER_DATE: time, GIT_AUTHOR_DATE: '2020-01-01T00:00:00Z' },
  }).trim()
}

/** Write files (null deletes one), and commit all. */
export function commit(root: string, time: string, files: Readonly<Record<string, string | null>>): void {
  for (const [path, text] of Object.entries(files)) {
    if (text === null) rmSync(join(root, path))
    else writeFileSync(join(root, path), text)
  }
  git(root, ['add', '--all'])
  git(root, ['commit', '--quiet', '--message', 'Write'], time)
}
