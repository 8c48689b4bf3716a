import type { Passage } from '../passage.ts'
import type { Hit, WholeRule } from '../rule.ts'
import { replacement } from './replacement.ts'

/**
 * Dashes of two kinds in one article: " – " and "—", or a hyphen with spaces (" - ") among dashes.
 *
 * Ranges, scores, dialogue, sources and what stands in headings, lists and tables have ways of their own.
 */
export const mixedDash: WholeRule = {
  kind: 'whole',
  name: 'mixed-dash',
  severity: 'warning',
  options: {},
  check(passages) {
    const found = passages.map((passage) => (isProse(passage) ? [...passage.words.matchAll(dash)] : []))
    const counts = new Map<string, number>()
    for (const [text] of found.flat()) counts.set(text, (counts.get(text) ?? 0) + 1)
    const [usual, ...others] = [...counts].filter(([text]) => text.trim() !== '-').sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    // As many of one kind as of the other: nobody can say which is meant.
    if (usual === undefined || usual[1] < 2 || others[0]?.[1] === usual[1]) return passages.map(() => [])
    return passages.map((passage, index) =>
      (found[index] ?? []).flatMap(({ 0: text, index: at }) => (text === usual[0] ? [] : [hitAt(passage, at, text, usual[0])])),
    )
  },
}

function isProse({ kind, frame, words }: Passage): boolean {
  // Somebody's post keeps the dashes of whoever wrote it, in translation too.
  return frame !== 'post' && (kind === 'paragraph' || kind === 'description' || kind === null) && /[–—]| - /.test(words)
}

/** With the spaces around it, between two words or behind a mark. */
const dash = /(?<=[\p{L}\p{M}\p{N}.,;:!?…)"”’»*\uFFFC])(?:[ \u00A0\u202F\u2009][–—][ \u00A0\u202F\u2009]|—| - )(?=[\p{L}("“‘«„¿¡\uFFFC])/gu

function hitAt(passage: Passage, at: number, text: string, usual: string): Hit {
  const { range, expected } = replacement(passage, at, at + text.length, usual)
  return { range, message: `Unexpected dash \`${text}\`, expected \`${usual}\` as elsewhere`, expected }
}
