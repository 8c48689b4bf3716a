import type { FailureText } from '../model/failure.ts'
import type { Place } from '../model/place.ts'

/** What can be wrong with a site's configuration. */
export const failures = {
  'config-invalid': (file: string, mistakes: readonly Mistake[]): FailureText => {
    const [first, ...more] = mistakes
    return {
      exit: 2,
      what: `${file} is not right: ${first?.text ?? 'it is no configuration.'}`,
      ...(more.length > 0 ? { why: `Also: ${more.map(({ text }) => text).join(' ')}` } : {}),
      next: 'Correct the file; the settings and their defaults stand in docs/configuration.md.',
      ...(first?.place === undefined ? {} : { place: first.place }),
    }
  },
  'config-twice': (files: readonly string[]): FailureText => ({
    exit: 2,
    what: `The site has ${files.length} configurations: ${files.join(', ')}.`,
    why: 'Only one of them can count.',
    next: 'Keep one of the files.',
  }),
  'config-failed': (file: string, why: string, place?: Place): FailureText => ({
    exit: 2,
    what: `${file} can't be loaded.`,
    why,
    next: 'Correct the file.',
    ...(place === undefined ? {} : { place }),
  }),
  'root-missing': (root: string): FailureText => ({
    exit: 2,
    what: `There is no folder ${root}.`,
    next: `Name the site's folder by --root.`,
  }),
} as const

export interface Mistake {
  /** A whole sentence: "`site.url`: expected …, found …." */
  readonly text: string
  readonly place?: Place
}
