import type { WhyLeft } from '../catalog/foreign/left-over.ts'
import { counted } from './counted.ts'
import { excerptLine } from './excerpt-line.ts'
import type { AdoptedPair, ImportedCatalog } from './imported.ts'

/** What became of another system's PO file, for people: what is unsure where nothing is written yet, what is left by cause, the figures last. */
export function catalogText({ file, messages, found, updated, pairs, left, ...figures }: ImportedCatalog, dryRun: boolean): string {
  const unsure = dryRun ? pairs.filter(({ sure, became }) => !sure && became === 'fuzzy') : []
  const kept = pairs.filter(({ became }) => became === 'kept')
  const byCause = (Object.keys(causes) as WhyLeft[]).flatMap((why) => {
    const list = left.filter((one) => one.why === why)
    const lines = list.map((one) => lineOf(file, one.line, one.source))
    const kept = list.filter((one) => one.kept !== null).length
    return list.length === 0 ? [] : [`${counted(list.length, 'translation')} ${causes[why]}${keptText(kept, list.length)}:\n`, ...lines]
  })
  const { translated, fuzzy, known } = figures
  return [
    ...unsure.map((pair) => `unsure, ${pair.doubt}:\n${excerptLine(pair.source)}${pairLine(file, pair)}`),
    ...updated.map((path) => `${dryRun ? 'would update' : 'updated'}: ${path}\n`),
    ...(kept.length === 0
      ? []
      : [`${counted(kept.length, 'text')} for which the catalogs say something else:\n`, ...kept.map((pair) => pairLine(file, pair))]),
    ...byCause,
    `${file}: ${found} of ${counted(messages, 'finished translation')} found a place: ${translated} texts translated, ${fuzzy} fuzzy, ${kept.length} kept as they were, ${known} known.\n`,
  ].join('')
}

function keptText(kept: number, all: number): string {
  return kept === 0 ? '' : `, ${kept === all ? '' : `${kept} of them `}kept as obsolete messages`
}

function pairLine(file: string, { target }: AdoptedPair): string {
  return lineOf(file, target.line, target.text)
}

function lineOf(file: string, line: number, text: string): string {
  return excerptLine({ file, line, text })
}

const causes: Readonly<Record<WhyLeft, string>> = {
  code: 'of code, which is no text of an article',
  markup: 'of marks and definitions of links, which have no words',
  fuzzy: 'that nobody finished there, of texts that no article has',
  obsolete: 'that were obsolete there, of texts that no article has',
  plural: 'with plurals, which articles do not have',
  twice: 'of texts for which another message fits better',
  unmatched: 'of texts that no article has',
}
