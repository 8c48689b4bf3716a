import type { ArticleId, Unit } from '../../model/article.ts'
import type { Catalog } from '../../model/catalog.ts'
import { hasWords, isFuzzy } from '../message-state.ts'
import { bareText, wordsIn } from './bare-text.ts'
import { type ForeignText, isLikeCode, isOfCode } from './foreign-text.ts'

/**
 * Why a translation is no unit's. `code`: it stands in a block of code, or is written like something from one. `markup`: definitions of links, or marks alone. `twice`: another text says the same and fits better. `unmatched`: nothing in the articles is like it.
 */
export type WhyLeft = 'code' | 'markup' | 'fuzzy' | 'obsolete' | 'plural' | 'twice' | 'unmatched'

export interface LeftOver {
  readonly why: WhyLeft
  /** In the other system's file. */
  readonly line: number
  readonly source: string
  readonly target: string
  /** Its translators'. */
  readonly comments: readonly string[]
  /** The article to whose catalog it may go as an obsolete message: a finished text of prose that stood there, or next to it. */
  readonly home: ArticleId | null
}

export interface Surroundings {
  readonly units: readonly Unit[]
  /** Of all articles. */
  readonly code: readonly string[]
  /** In which article each text stood, or next to which. */
  readonly stoodIn: ReadonlyMap<ForeignText, ArticleId>
}

/** Each translation that no unit has, with the cause, in the order of the file. */
export function leftOver({ messages }: Catalog, left: readonly ForeignText[], { units, code, stoodIn }: Surroundings): LeftOver[] {
  const said = new Set(units.flatMap(({ kind, text }) => (kind === 'slug' ? [] : [bareText(text)])))
  const inCode = ` ${code.map((text) => wordsIn(text).join(' ')).join(' \n ')} `
  const isCode = (id: string): boolean => isLikeCode(id) || (wordsIn(id).length > 0 && inCode.includes(` ${wordsIn(id).join(' ')} `))
  const plurals = messages.filter((message) => message.idPlural !== null && hasWords(message))
  return [
    ...left.map((text): LeftOver => {
      const { id, message } = text
      const why = whyLeft(id, message, isCode, said)
      const home = why === 'unmatched' || why === 'twice' ? (stoodIn.get(text) ?? null) : null
      return { why, line: message.line, source: id, target: text.text, comments: message.comments, home }
    }),
    ...plurals.map(({ id, strings, line, comments }): LeftOver => {
      return { why: 'plural', line, source: id, target: strings[0] ?? '', comments, home: null }
    }),
  ].sort((a, b) => a.line - b.line)
}

const DEFINITIONS = /^(?:\s*\[[^\]^][^\]]*\]:[ \t]+\S+(?:[ \t]+(?:"[^"]*"|'[^']*'))?[ \t]*(?:\n|$))+$/

function whyLeft(id: string, message: ForeignText['message'], isCode: (id: string) => boolean, said: ReadonlySet<string>): WhyLeft {
  if (message.obsolete) return 'obsolete'
  if (isFuzzy(message)) return 'fuzzy'
  if (said.has(bareText(id))) return 'twice'
  if (!/[\p{L}\p{N}]/u.test(id) || DEFINITIONS.test(id)) return isLikeCode(id) ? 'code' : 'markup'
  return isCode(id) || isOfCode(message) ? 'code' : 'unmatched'
}
