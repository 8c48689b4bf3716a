import { checkInterface } from '../check/check-interface.ts'
import { baseOf } from '../check/rules/interface-forms.ts'
import type { Finding } from '../model/finding.ts'
import { templateUse } from '../read/template-keys.ts'
import type { Newsroom } from './newsroom.ts'

/** What the rules find in the site's own `interface.json` of each locale. @throws {Failure} `disk-failed` */
export function interfaceFindings({ root, site, interfaces, interfaceSources, builtInWords }: Newsroom): Finding[] {
  const mayUse = templateUse(root)
  // Words for templates that other sites have.
  const known = new Set(Object.keys(builtInWords).map(baseOf))
  const isUsed = (key: string) => known.has(baseOf(key)) || mayUse(key)
  const model = interfaces.get(site.sourceLocale) ?? {}
  return site.locales.flatMap(({ tag }) => {
    const source = interfaceSources.get(tag)
    if (source === undefined) return []
    return checkInterface({ source, locale: tag, model, below: interfaces.get(tag) ?? {}, isUsed, rules: site.rules })
  })
}
