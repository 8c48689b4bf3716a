import type { TextRule } from '../rule.ts'
import { replacement } from './replacement.ts'

/** Two spaces or more between words. Readers see one, but the next search and the next comparison don't. */
export const doubleSpace: TextRule = {
  kind: 'text',
  name: 'double-space',
  severity: 'warning',
  options: {},
  check(passage) {
    if (!/ {2}/.test(passage.words)) return []
    return Array.from(passage.words.matchAll(/(?<=[^\s\uFFFC])(?<!"(?= +")) {2,}(?=[^\s\uFFFC])/gu), ({ 0: { length }, index }) => ({
      message: `Unexpected ${length} spaces, expected one`,
      ...replacement(passage, index, index + length, ' '),
    }))
  },
}
