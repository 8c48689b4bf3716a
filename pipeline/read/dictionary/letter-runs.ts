import { isUtf8 } from 'node:buffer'
import type { Possible } from './trunks.ts'

/** Bytes of a dictionary's words, in so many places, from which runs are learnt: beyond these hardly a new one comes. */
const learnt = 32 * 1024
const places = 32

/**
 * Whether a made-up word could be one: each of its runs of three letters stands in some word of the dictionary.
 *
 * Of the words one edit away from a typo four in ten can’t be, and needn’t be looked up: what is left for dictionaries that `trunks` doesn’t know.
 *
 * @param words a `.dic` file; of one in another encoding than UTF-8 nothing is learnt, and every word could be one
 */
export function letterRuns(words: Buffer): Possible {
  if (!isUtf8(words)) return { begins: () => true, following: (_, letters) => letters, is: () => true }
  const runs = new Set<string>()
  const step = Math.max(learnt, Math.floor(words.length / places))
  for (let from = 0; from < words.length; from += step) {
    const lines = words
      .toString('utf8', from, from + learnt)
      .split('\n')
      .slice(1, -1)
    for (const line of lines) for (const run of runsOf(line.split(/[/\s]/, 1)[0] ?? '')) runs.add(run)
  }
  const areKnown = (text: string) => {
    for (const run of runsOf(text)) if (!runs.has(run)) return false
    return true
  }
  let last = { head: '', known: true }
  const begins = (head: string) => {
    if (last.head !== head) last = { head, known: areKnown(head) }
    return last.known
  }
  const following: Possible['following'] = (head, letters) => {
    const last = head.slice(-2).toLowerCase()
    return head.length < 2 ? letters : letters.filter((letter) => runs.has(last + letter))
  }
  return { begins, following, is: (head, rest) => begins(head) && areKnown(head + rest) }
}

/** The beginning of a word counts as a letter; its end doesn't, since endings come from other files. */
function* runsOf(word: string): Generator<string> {
  const framed = ` ${word.toLowerCase()}`
  for (let at = 0; at + 3 <= framed.length; at++) yield framed.slice(at, at + 3)
}
