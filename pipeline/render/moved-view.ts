import type { LocaleView, PageView } from './page-view.ts'

/** At an address that an article has left. */
export interface MovedView extends PageView {
  /** Where it is now: root-relative. */
  readonly to: string
  readonly title: string
  /** Its language, where that isn't the page's. */
  readonly titleLang: LocaleView | null
}
