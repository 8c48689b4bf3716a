import type { Key, StagedArtifact } from './artifact.ts'
import type { Entry } from './manifest.ts'

/** What happens to one key. */
export type Step =
  | { readonly kind: 'put'; readonly key: Key; readonly artifact: StagedArtifact; readonly published: Entry | null }
  | { readonly kind: 'keep'; readonly key: Key; readonly entry: Entry }
  | { readonly kind: 'delete'; readonly key: Key; readonly entry: Entry }
