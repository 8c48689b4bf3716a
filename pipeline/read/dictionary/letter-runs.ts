/** Words whose runs are learnt: beyond these hardly a new one comes. */
const learnt = 60_000

/**
 * Whether a made-up word could be one: each of its runs of three letters stands in some word of the dictionary.
 *
 * Of the words one edit away from a typo nine in ten can't be, and needn't be looked up.
 *
 * @param words the text of a `.dic` file
 */
export function letterRuns(words: string): (word: string) => boolean {
  const runs = new Set<string>()
  const lines = words.split('\n')
  const step = Math.max(1, Math.floor(lines.length / learnt))
  for (let line = 1; line < lines.length; line += step) {
    const [word = ''] = (lines[line] ?? '').split(/[/\s]/, 1)
    const framed = ` ${word.toLowerCase()}`
    for (let at = 0; at + 3 <= framed.length; at++) runs.add(framed.slice(at, at + 3))
  }
  return (word) => {
    const framed = ` ${word.toLowerCase()}`
    for (let at = 0; at + 3 <= framed.length; at++) if (!runs.has(framed.slice(at, at + 3))) return false
    return true
  }
}
