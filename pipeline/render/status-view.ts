import type { StatusReport } from '../model/status-report.ts'
import type { LocaleView, PageView } from './page-view.ts'

/** What the editors' page of `status --format html` is made of. It is in the site's source locale. */
export interface StatusView extends Pick<PageView, 'locale' | 't' | 'formats'> {
  /** The site's name. */
  readonly site: string
  /** All of the site's. */
  readonly locales: readonly LocaleView[]
  readonly now: Date
  readonly report: StatusReport
}
