import { type Passage, rangeIn } from '../passage.ts'
import { type Hit, strings, type WholeRule } from '../rule.ts'

/**
 * A sentence that begins with a small letter: "It left. then it came back".
 *
 * Both words beside the full stop must be words of the dictionary, the first of five letters or more: shorter ones may be abbreviations. Silent before
 * a name ("von der Leyen"), and where a name may begin so ("iPhone").
 */
export const missingCapital: WholeRule = {
  kind: 'whole',
  name: 'missing-capital',
  severity: 'warning',
  options: { allow: 'strings' },
  needs: ['dictionary'],
  check(passages, options, { dictionary }) {
    const language = passages[0]?.language ?? ''
    const allowed = new Set([...abbreviations, ...strings(options, 'allow')])
    return passages.map((passage) => {
      if (dictionary === null || passage.language !== language || !/[.] \p{Ll}/u.test(passage.words)) return []
      return Array.from(passage.words.matchAll(smallStart)).flatMap(({ index, groups: { before = '', next = '' } = {} }) => {
        const isSure = !allowed.has(before) && dictionary.accepts(before) && dictionary.accepts(next)
        return isSure ? [hitAt(passage, index, next)] : []
      })
    })
  },
}

/** Of five letters or more, which dictionaries have as words, too. */
const abbreviations = 'admin approx assoc contd equiv environ'.split(' ')

const smallStart =
  /(?<=(?<![\p{L}\p{M}\p{N}.'’‘@/_\uFFFC-])(?<before>\p{Ll}{5,})\. )(?<next>\p{Ll}{2,})(?![\p{L}\p{M}\p{N}.'’‘:@/_\uFFFC-])(?! (?:\p{Ll}{1,3} )?\p{Lu})/gu

function hitAt(passage: Passage, at: number, next: string): Hit {
  const expected = next.charAt(0).toLocaleUpperCase(passage.locale) + next.slice(1)
  return {
    range: rangeIn(passage, at, at + next.length),
    message: `Unexpected small letter behind a full stop: \`${next}\`, expected \`${expected}\`, or a comma before it`,
    expected: [expected],
  }
}
