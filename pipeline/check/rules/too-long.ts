import { longestText } from '../../model/longest-text.ts'
import { rangeIn } from '../passage.ts'
import type { TextRule } from '../rule.ts'

/** A headline or standfirst that search engines, feeds and cards would cut. */
export const tooLong: TextRule = {
  kind: 'text',
  name: 'too-long',
  severity: 'warning',
  options: { title: 'number', description: 'number' },
  check(passage, options) {
    const { kind, words } = passage
    const option = kind === null ? undefined : options[kind]
    const most = typeof option === 'number' ? option : kind === null ? undefined : longestText[kind]
    if (most === undefined || words.length <= most) return []
    const characters = [...words]
    if (characters.length <= most) return []
    const start = characters.slice(0, most).join('').length
    const message = `${characters.length} characters, expected at most ${most}: what comes after is cut in lists and feeds`
    return [{ range: rangeIn(passage, start, words.length), message, expected: [] }]
  },
}
