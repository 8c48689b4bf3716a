import type { ArticleId } from '../model/article.ts'
import type { Finding } from '../model/finding.ts'
import type { ArticleRecord } from './article-record.ts'
import { breathe } from './breathe.ts'
import { CheckMemory } from './check-memory.ts'
import type { Chosen } from './choose-files.ts'
import type { Context } from './context.ts'
import { counted } from './counted.ts'
import { Crew } from './crew.ts'
import { duplicateAddress, type TakenAddresses } from './duplicate-address.ts'
import { gatherSite } from './gather-site.ts'
import { Inquiry } from './inquiry.ts'
import { interfaceFindings } from './interface-findings.ts'
import { unsaidWords } from './missing-words.ts'
import type { Newsroom } from './newsroom.ts'
import { templateFindings } from './template-findings.ts'

export interface Checked {
  readonly findings: Finding[]
  /** Articles and catalogs that were read. */
  files: number
  words: number
}

/** What all rules find in what was chosen of a site; what an earlier check found in the same is remembered. */
export async function checkSite(room: Newsroom, chosen: Chosen, { signal, progress }: Context): Promise<Checked> {
  progress.stage(`checking ${counted(chosen.articles.size, 'article')}`)
  const memory = await CheckMemory.open(room)
  const ofPages = [...unsaidWords(room), ...interfaceFindings(room), ...templateFindings(room)]
  const found: Finding[] = [...room.findings, ...ofPages, ...(await houseFindings(room, memory))]
  const checked: Checked = { findings: [], files: 0, words: 0 }
  const taken: TakenAddresses = new Map()
  const notes = new Map<string, Finding>()
  for (const record of await articleRecords(room, memory, chosen, signal)) {
    for (const note of record.notes) notes.set(JSON.stringify(note), note)
    const findings = [...record.findings, ...duplicates(record, room, chosen, taken)]
    checked.findings.push(...(record.readable ? findings.filter(chosen.counts) : findings))
    checked.files += 1 + record.catalogs.filter((locale) => chosen.locales.has(locale)).length
    checked.words += record.words.reduce((sum, [locale, words], index) => sum + (index === 0 || chosen.locales.has(locale) ? words : 0), 0)
  }
  checked.findings.push(...[...found, ...notes.values()].filter(chosen.counts))
  const why = memory.save()
  if (why !== null) progress.note(`What was found can't be remembered in .colophon: ${why}. The next check takes as long again.`)
  return checked
}

/** Of the chosen articles, in the order of the site; those that aren't remembered are found anew. */
async function articleRecords(room: Newsroom, memory: CheckMemory, chosen: Chosen, signal: AbortSignal): Promise<ArticleRecord[]> {
  const crew = new Crew(room, signal)
  try {
    const view = await crew.learn(await gatherSite(room, memory, (ids, disputed) => crew.facts(ids, disputed)))
    const inquiry = new Inquiry(room, view, memory.file)
    const ids = room.files.articles.map(({ id }) => id).filter((id) => chosen.articles.has(id))
    const known = new Map<ArticleId, ArticleRecord>()
    for (const id of ids) {
      await breathe(signal)
      const record = memory.record(id, (asked) => inquiry.answers(asked))
      if (record !== null) known.set(id, record)
    }
    const anew = ids.filter((id) => !known.has(id))
    for (const [id, { asked, record, units }] of await crew.check(anew, (one) => memory.units(one))) {
      memory.setRecord(id, { asked, answers: inquiry.answers(asked), record }, units)
      known.set(id, record)
    }
    return ids.flatMap((id) => known.get(id) ?? [])
  } finally {
    await crew.close()
  }
}

async function houseFindings(room: Newsroom, memory: CheckMemory): Promise<readonly Finding[]> {
  const known = memory.houseFindings()
  if (known !== undefined) return known
  await room.knowledge.of(room.site.locales.map(({ tag }) => tag))
  memory.setHouseFindings(room.knowledge.findings)
  return room.knowledge.findings
}

/** Of the editions that readers would get. */
function duplicates({ addresses }: ArticleRecord, { mistakes, now }: Newsroom, chosen: Chosen, taken: TakenAddresses): Finding[] {
  return addresses.flatMap((address) => {
    const isHeld = (mistakes.get(address.article) ?? []).some(({ locale }) => locale === undefined || locale === address.locale)
    const isShown = !isHeld && chosen.locales.has(address.locale) && new Date(address.date) <= now
    return isShown ? (duplicateAddress(address, taken) ?? []) : []
  })
}
