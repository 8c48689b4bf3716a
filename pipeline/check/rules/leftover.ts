import { rangeIn } from '../passage.ts'
import type { Hit, TextRule } from '../rule.ts'

/** What was left in a text for somebody to do: TODO, lorem ipsum, the markers of a merge conflict, `[[`, broken characters. */
export const leftover: TextRule = {
  kind: 'text',
  name: 'leftover',
  severity: 'error',
  covers: true,
  options: {},
  check(passage) {
    const { words, language } = passage
    if (!suspect.test(words)) return []
    const hits: Hit[] = []
    for (const { pattern, what, only, doubtful = false } of kinds) {
      if (only !== undefined && !only.includes(language)) continue
      for (const { 0: text, index } of words.matchAll(pattern)) {
        const range = rangeIn(passage, index, index + text.length)
        hits.push({ range, message: `Unexpected \`${text}\`: ${what}`, expected: [], ...(doubtful ? { doubtful } : {}) })
      }
    }
    return hits
  },
}

/** One quick look: a passage without any of these has none of the patterns below. */
const suspect = /TODO|FIXME|TK|XX|orem [Ii]psum|<{7}|>{7}|\|{7}|\[\[|\{\{|\[object|\uFFFD|[ÂÃâ][\u0080-\u00BF€™œžŸ]|Ã[ƒ‚¡-¿]/

interface Kind {
  readonly pattern: RegExp
  readonly what: string
  /** Languages in which it is one. */
  readonly only?: readonly string[]
  readonly doubtful?: boolean
}

const todo = 'something is still to be done'
const conflict = 'a merge conflict was left unresolved'
const placeholder = 'a placeholder is still to be filled in'

const kinds: readonly Kind[] = [
  { pattern: /(?<![\p{L}\p{N}_-])(?:TODO|FIXME)(?=\s?[:(])/gu, what: todo },
  // "TODO" is a word of Spanish and Portuguese in capitals, and a list has its name from it.
  {
    pattern:
      /(?<![\p{L}\p{N}_-])(?:TODO|FIXME)(?!\s?[:(])(?![\p{L}\p{N}_-])(?! (?:lists?|apps?|items?|comments?|notes?|files?|tags?|markers?|[\p{Lu}]{2,}))/gu,
    what: todo,
    only: 'en it fr de nl sv da nb nn fi pl cs sk hu ro tr'.split(' '),
  },
  // Journalists' "to come".
  { pattern: /(?<![\p{L}\p{N}_-])TK(?:(?:TK)+|(?! \p{Lu}))(?![\p{L}\p{N}_-])/gu, what: placeholder, only: ['en'] },
  { pattern: /(?<![\p{L}\p{N}_-])X{4,}(?![\p{L}\p{N}_-])/gu, what: placeholder },
  // Also the number thirty: "Super Bowl XXX".
  {
    pattern: /(?<![\p{L}\p{N}_-]|\p{Lu}\p{L}{0,20} )XXX(?![\p{L}\p{N}_.-]| \p{Lu})/gu,
    what: placeholder,
    only: ['en'],
    doubtful: true,
  },
  { pattern: /lorem ipsum dolor/giu, what: 'a dummy text was left' },
  { pattern: /lorem ipsum(?! dolor)/giu, what: 'a dummy text was left', doubtful: true },
  { pattern: /<{7}(?= )|\|{7}(?= )|>{7}(?= )/gu, what: conflict },
  { pattern: /\[\[[^[\]\uFFFC]{1,200}\]\]/gu, what: 'wiki syntax makes no link here' },
  { pattern: /\{\{[^{}]{0,80}\}\}/gu, what: placeholder, doubtful: true },
  { pattern: /\[object [A-Z]\w+\]/gu, what: 'a value was written without its text' },
  { pattern: /(?<=\p{L})\uFFFD+|\uFFFD+(?=\p{L})/gu, what: 'a character was lost in a wrong encoding' },
  { pattern: /â€[™œžŸ¦“”˜š]|Ã[ƒ‚©¨ª«¢¤®¯´¶»¼¹±§¡³]|Â[«»°§]/gu, what: 'UTF-8 was read in a wrong encoding' },
]
