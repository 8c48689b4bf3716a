import { readCommit } from '../read/git.ts'
import type { ManifestRoot } from '../upload/manifest-root.ts'
import type { Context } from './context.ts'
import type { PublishRun } from './publish-site.ts'

/** The release that a rollback pinned, unless this run may let go of it; null where none is. */
export async function pinnedRelease({ pin }: ManifestRoot, { unpin }: PublishRun, { root }: Context): Promise<string | null> {
  if (pin === null) return null
  switch (unpin ?? 'never') {
    case 'always':
      return null
    case 'newer':
      return pin.commit !== null && (await readCommit(root))?.id === pin.commit ? pin.release : null
    case 'never':
      return pin.release
  }
}
