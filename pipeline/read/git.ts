import { runGit } from './run-git.ts'

/** The commit that a site stands on. */
export interface Commit {
  /** Object id, lower-case hex. */
  readonly id: string
  /** Whether its history is cut off, so that nothing can be said about times. */
  readonly shallow: boolean
}

/** The commit checked out in `root`; null without git, outside of a repository and before the first commit. */
export async function readCommit(root: string): Promise<Commit | null> {
  const output = await runGit(root, ['rev-parse', 'HEAD', '--is-shallow-repository'])
  const [id = '', shallow] = (output ?? '').trim().split('\n')
  return /^[0-9a-f]{40,64}$/.test(id) ? { id, shallow: shallow === 'true' } : null
}
