import { countWords } from '../check/count-words.ts'
import type { Finding } from '../model/finding.ts'
import { addresses } from '../render/addresses.ts'
import { breathe } from './breathe.ts'
import type { Chosen } from './choose-files.ts'
import type { Context } from './context.ts'
import { counted } from './counted.ts'
import { type Decision, decideEditions } from './decide-editions.ts'
import { duplicateAddress, type TakenAddresses } from './duplicate-address.ts'
import { gatherSite } from './gather-site.ts'
import { interfaceFindings } from './interface-findings.ts'
import { unsaidWords } from './missing-words.ts'
import type { Newsroom } from './newsroom.ts'
import { localesUsed, type Prepared, prepareArticle } from './prepare-article.ts'
import { invalidSlug } from './slug-place.ts'
import { unusedCatalogs } from './unused-catalogs.ts'

export interface Checked {
  readonly findings: Finding[]
  /** Articles and catalogs that were read. */
  files: number
  words: number
  readonly taken: TakenAddresses
}

/** What all rules find in what was chosen of a site. */
export async function checkSite(room: Newsroom, chosen: Chosen, { signal, progress }: Context): Promise<Checked> {
  progress.stage(`checking ${counted(chosen.articles.size, 'article')}`)
  const checked: Checked = {
    findings: [...room.findings, ...unsaidWords(room), ...interfaceFindings(room)].filter(chosen.counts),
    files: 0,
    words: 0,
    taken: new Map(),
  }
  await room.knowledge.of(room.site.locales.map(({ tag }) => tag))
  const view = await gatherSite(room, signal)
  for (const { id } of room.files.articles) {
    if (!chosen.articles.has(id)) continue
    await breathe(signal)
    checkOne(await prepareArticle(room, id, 'all', view), room, chosen, checked)
  }
  checked.findings.push(...[...room.knowledge.findings, ...room.dictionaries.findings].filter(chosen.counts))
  return checked
}

function checkOne(prepared: Prepared, room: Newsroom, chosen: Chosen, checked: Checked): void {
  const { id, article, editions, findings } = prepared
  checked.files++
  if (article === null) {
    checked.findings.push(...findings)
    return
  }
  const catalogs = [...(room.catalogs.get(id)?.values() ?? [])]
  const translations = [...editions.values()].filter(({ catalog, locale }) => catalog !== null && chosen.locales.has(locale))
  const ofSite = [
    ...unusedCatalogs(article, catalogs, localesUsed(room.site, article)),
    ...translations.flatMap(invalidSlug),
    ...duplicateAddresses(decideEditions(room, prepared), room, checked.taken),
  ]
  checked.findings.push(...[...findings, ...ofSite].filter(chosen.counts))
  checked.files += catalogs.filter(({ locale }) => chosen.locales.has(locale) && article.meta.translate.includes(locale)).length
  checked.words += countWords(article, translations)
}

/** Of the editions that readers would get. */
function duplicateAddresses({ shown }: Decision, { site }: Newsroom, taken: TakenAddresses): Finding[] {
  const to = addresses(site)
  return [...shown.values()].flatMap((edition) => duplicateAddress(edition, to, taken) ?? [])
}
