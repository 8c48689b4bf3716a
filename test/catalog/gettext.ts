import { spawnSync } from 'node:child_process'

/** Whether Debian's gettext is here to judge. */
export const hasGettext = spawnSync('msgcat', ['--version']).status === 0

/** What `msgcat --no-wrap` makes of a file. */
export function msgcat(text: string): string {
  const { status, stdout, stderr } = spawnSync('msgcat', ['--no-wrap', '-'], { input: text, encoding: 'utf8', maxBuffer: 1e9 })
  if (status !== 0) throw new Error(stderr)
  return stdout
}

/** What `msgfmt -c` has against a file; null where it takes it. */
export function msgfmt(text: string): string | null {
  const { status, stderr } = spawnSync('msgfmt', ['-c', '-o', '/dev/null', '-'], { input: text, encoding: 'utf8', maxBuffer: 1e9 })
  return status === 0 ? null : stderr
}
