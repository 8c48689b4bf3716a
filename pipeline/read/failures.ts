import type { FailureText } from '../model/failure.ts'

/** What the disk can do to us. */
export const failures = {
  'disk-read-only': (path: string, why: string): FailureText => ({
    exit: 3,
    what: `${path} can't be written.`,
    why,
    next: 'Allow writing there (owner, permissions, mount options), or choose another folder.',
  }),
  'disk-full': (path: string, why: string): FailureText => ({
    exit: 3,
    what: `There is no room on the disk to write ${path}.`,
    why,
    next: 'Free some space and run the same command again: what was written before is whole.',
  }),
  'disk-failed': (path: string, why: string): FailureText => ({
    exit: 3,
    what: `The disk refused ${path}.`,
    why,
    next: 'Look at that path: something else may stand there, or be in its way. Then run the same command again.',
  }),
  'linked-folder': (folder: string): FailureText => ({
    exit: 2,
    what: `The folder ${folder} of the site is a symbolic link.`,
    why: 'Links are never followed, so that nothing outside of the site is published by accident.',
    next: `Put a real folder in its place, or name the site's own folder by --root.`,
  }),
} as const
