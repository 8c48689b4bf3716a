import type { Passage } from '../passage.ts'
import type { Hit, PairRule } from '../rule.ts'
import { quotedPassages } from './quoted-passages.ts'

/** What the source emphasises, the translation emphasises, in whatever way its script does; and nothing is strong where the source has no emphasis: italics may mark foreign words. */
export const lostEmphasis: PairRule = {
  kind: 'pair',
  name: 'lost-emphasis',
  severity: 'warning',
  options: {},
  check(source, translation) {
    const wanted = source.marks.filter(({ kind }) => kind === 'emphasis')
    const found = translation.marks.filter(({ kind }) => kind === 'emphasis')
    if (wanted.length === found.length) return []
    const added = found.find(({ value }) => value === '**')
    if (wanted.length === 0 && added !== undefined && source.marks.every(({ kind }) => kind !== 'html'))
      return [{ range: added.range, message: 'Unexpected strong emphasis, the source has none', expected: [] }]
    const strong = lostOf('**', source, translation)
    return strong > 0 && wanted.length > found.length ? [missing(strong)] : plainLost(source, translation)
  },
}

function lostOf(delimiter: string, source: Passage, translation: Passage): number {
  const count = ({ marks }: Passage) => marks.filter(({ kind, value }) => kind === 'emphasis' && value === delimiter).length
  return count(translation) === 0 ? count(source) : 0
}

/** Scripts without italics: emphasis becomes quotation marks, or nothing. */
const uprightScripts = new Set('am ar bn fa gu he hi hy ja ka km kn ko lo ml mr my ne pa ps si ta te th ug ur yi zh'.split(' '))

/** Titles of works and foreign words are often quoted instead. */
function plainLost(source: Passage, translation: Passage): Hit[] {
  const lost = lostOf('*', source, translation) + lostOf('~~', source, translation)
  if (lost === 0 || uprightScripts.has(translation.language)) return []
  const emphasised = translation.marks.filter(({ kind }) => kind === 'emphasis').length
  return emphasised > 0 || quotedPassages(translation) > quotedPassages(source) ? [] : [missing(lost)]
}

function missing(count: number): Hit {
  const what = count === 1 ? 'Missing emphasis' : `Missing emphasis, ${count} times`
  return { range: null, message: `${what}: the source has it`, expected: [] }
}
