import type { Translate } from './formats-view.ts'
import type { LocaleView, PageView } from './page-view.ts'

/** The root of the site: its page's own locale is the site's source locale. */
export interface ChooserView extends PageView {
  readonly choices: readonly Choice[]
}

export interface Choice {
  readonly locale: LocaleView
  readonly path: string
  /** Published editions in this locale. */
  readonly count: number
  /** In this locale. */
  readonly t: Translate
}
