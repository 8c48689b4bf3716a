import type { StatusReport } from '../model/status-report.ts'
import { fill } from '../render/fill-template.ts'
import { formats } from '../render/formats.ts'
import { localeView } from '../render/locale-view.ts'
import type { StatusView } from '../render/status-view.ts'
import { loadStatusTemplate } from './load-templates.ts'
import type { Newsroom } from './newsroom.ts'

/** The editors' page, in the newsroom's own language. @throws {Failure} `template-invalid`, `template-failed` */
export async function statusPage(
  report: StatusReport,
  { root, site, words, now }: Pick<Newsroom, 'root' | 'site' | 'words' | 'now'>,
): Promise<string> {
  const template = await loadStatusTemplate(root)
  const { sourceLocale: tag } = site
  const settings = site.locales.find((one) => one.tag === tag)
  if (settings === undefined) throw new Error(`${tag} is none of the site's locales`)
  const view: StatusView = {
    site: site.name,
    locale: localeView(settings),
    locales: site.locales.map(localeView),
    t: words.translate(tag),
    formats: formats(settings, site.timeZone),
    now,
    report,
  }
  return fill('status', (page) => template(page.view), { path: 'its page', locale: { tag }, view })
}
