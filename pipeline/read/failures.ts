import type { FailureText } from '../model/failure.ts'

/** What the disk can do to us. */
export const failures = {
  'disk-read-only': (path: string, why: string): FailureText => ({
    exit: 3,
    what: `${path} can't be read or written.`,
    why,
    next: 'Allow it (owner, permissions, mount options), or choose another folder.',
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
  'import-unreadable': (file: string, why: string): FailureText => ({
    exit: 2,
    what: `${file} can't be read.`,
    why,
    next: 'Name a file, relative to the working directory.',
  }),
  'import-format': (file: string): FailureText => ({
    exit: 2,
    what: `The name of ${file} tells no format that can be brought in.`,
    why: 'Documents are Markdown (.md, .markdown), HTML (.html, .htm, .xhtml), Word (.docx) or plain text (.txt).',
    next: 'Save the document in one of these formats, or give the file its proper ending.',
  }),
  'import-encoding': (file: string, encoding: string): FailureText => ({
    exit: 2,
    what: `${file} isn't ${encoding}.`,
    why: 'A text is never guessed at: wrong letters would stay in the catalog.',
    next: 'Save the file as UTF-8, and run the same command again.',
  }),
  'import-too-large': (file: string): FailureText => ({
    exit: 2,
    what: `${file} is too large.`,
    why: 'A document may have 64 MiB, 8 million characters, 10,000 paragraphs and some hundred levels, and a Word file 256 MiB inside.',
    next: 'Part it into several documents.',
  }),
  'import-damaged': (file: string, why: string): FailureText => ({
    exit: 2,
    what: `${file} is no Word document that can be read.`,
    why,
    next: 'Open it in a word processor and save it as .docx again, without a password.',
  }),
  'import-empty': (file: string): FailureText => ({
    exit: 2,
    what: `${file} has no text.`,
    next: 'Look at the file: it may hold pictures alone, or build its text by scripts.',
  }),
} as const
