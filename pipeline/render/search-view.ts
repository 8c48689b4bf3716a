import type { PageView } from './page-view.ts'

export interface SearchView extends PageView {
  /** The module that searches: root-relative, as `index`. */
  readonly script: string
  /** Pagefind's module for this locale. */
  readonly index: string
  /** The locale as it writes numbers: a BCP 47 tag with its digits. */
  readonly numbers: string
}
