import type { Digest } from './digest.ts'

/** A text file of the site. */
export interface Source {
  /** Relative to the site's root, with `/`. */
  readonly path: string
  /** As it stands in the file, a byte order mark included. */
  readonly text: string
  /** As git has it, see `blobDigest`. */
  readonly digest: Digest
}
