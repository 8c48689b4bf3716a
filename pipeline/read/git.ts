/** The commit that a site stands on. */
export interface Commit {
  /** Object id, lower-case hex. */
  readonly id: string
  /** Whether its history is cut off, so that nothing can be said about times. */
  readonly shallow: boolean
}

/** The commit checked out in `root`; null without git, outside of a repository and before the first commit. */
export async function readCommit(root: string): Promise<Commit | null> {
  const { $ } = await import('zx/core')
  const output = await $({ cwd: root, quiet: true, nothrow: true })`git rev-parse HEAD --is-shallow-repository`
  const [id = '', shallow] = output.stdout.trim().split('\n')
  return output.exitCode === 0 && /^[0-9a-f]{40,64}$/.test(id) ? { id, shallow: shallow === 'true' } : null
}
