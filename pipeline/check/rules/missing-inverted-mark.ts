import { type Passage, rangeIn } from '../passage.ts'
import type { Hit, TextRule } from '../rule.ts'

/** Spanish: a question or an exclamation that ends and was never opened with ¿ or ¡, or is opened and never ends. */
export const missingInvertedMark: TextRule = {
  kind: 'text',
  name: 'missing-inverted-mark',
  severity: 'warning',
  options: {},
  check(passage) {
    const { language, words } = passage
    if (!languages.has(language) || !/[¿¡?!]/.test(words)) return []
    const open: number[] = []
    const hits: Hit[] = []
    for (const { 0: run, index: at } of words.matchAll(/[¿¡]+|[?!]+/g)) {
      if (/[¿¡]/.test(run)) open.push(at)
      else if (open.length > 0) open.pop()
      else if (!isAside(words, at, at + run.length)) hits.push(hitAt(passage, at, `opening \`${run.startsWith('?') ? '¿' : '¡'}\``))
    }
    return [...hits, ...open.map((at) => hitAt(passage, at, `closing \`${words[at] === '¿' ? '?' : '!'}\``))]
  },
}

function hitAt(passage: Passage, at: number, partner: string): Hit {
  return { range: rangeIn(passage, at, at + 1), message: `\`${passage.words[at]}\` without its ${partner}`, expected: [] }
}

/** The Academies of Spanish and Asturian ask for both marks. */
const languages = new Set(['es', 'ast'])

/** "(?)", "(!)", a name such as "Yahoo!" in the middle of a sentence, or what another language says in quotation marks. */
function isAside(words: string, start: number, end: number): boolean {
  return /[(\s]/.test(words[start - 1] ?? ' ') || /^["”»]?,? [\p{Ll}]|^[\p{L}\p{N}=]/u.test(words.slice(end, end + 3))
}
