import { type Knowledge, noKnowledge } from '../../pipeline/check/knowledge.ts'
import { HouseKnowledge } from '../../pipeline/commands/house-knowledge.ts'
import type { Locale } from '../../pipeline/model/locale.ts'
import { temporarySite } from '../support/temporary-site.ts'

/** What a site with these files (`locales/glossary.yaml`, `locales/it/words.txt`, …) knows of these languages; within a test. */
export async function houseOf(files: Readonly<Record<string, string>>, locales: readonly string[]): Promise<(locale: string) => Knowledge> {
  const names = Object.keys(files)
  if (names.length === 0) return () => noKnowledge
  const house = new HouseKnowledge(temporarySite(files), names)
  const knowledge = await house.of(locales as Locale[])
  if (house.findings.length > 0) throw new Error(`The sample is broken: ${JSON.stringify(house.findings)}`)
  return (locale) => knowledge(locale as Locale)
}

/** Blocks of code of a rule's page whose info string ends with a file of the house: "```yaml locales/en/style.yaml". */
export function houseFilesOf(page: string): Record<string, string> {
  const blocks = page.matchAll(/^```\w+ (locales\/\S+)\n([\s\S]*?)\n```$/gm)
  return Object.fromEntries([...blocks].map(([, path = '', text = '']) => [path, text]))
}
