import { checkTemplate } from '../check/check-template.ts'
import type { Finding } from '../model/finding.ts'
import { ownTemplates } from '../read/template-keys.ts'
import type { Newsroom } from './newsroom.ts'

/** What the rules find in the code of the site's own templates. @throws {Failure} `disk-failed` */
export function templateFindings({ root, site }: Newsroom): Finding[] {
  return ownTemplates(root).flatMap((template) => checkTemplate(template, site.rules))
}
