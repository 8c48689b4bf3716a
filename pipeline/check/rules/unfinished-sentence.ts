import { leftOut } from '../cut.ts'
import { type Passage, rangeIn } from '../passage.ts'
import type { TextRule } from '../rule.ts'

/**
 * A paragraph whose last sentence has no end.
 *
 * Only where the sentences before it have theirs: headings, captions, addresses, verses and single lines have no full stop by right. A paragraph of
 * one sentence is doubtful, and told where it is long.
 */
export const unfinishedSentence: TextRule = {
  kind: 'text',
  name: 'unfinished-sentence',
  severity: 'error',
  options: {},
  check(passage) {
    if (!isProse(passage) || ended.test(passage.words)) return []
    const last = lastWord.exec(passage.words.slice(-60))
    if (last === null) return []
    const end = passage.words.length - (last[0].length - (last[1]?.length ?? 0))
    const start = end - (last[1]?.length ?? 0)
    const begun = passage.words.slice(Math.max(0, start - longest), end)
    const sentence = begun.slice(lastEnd(begun))
    const range = rangeIn(passage, start, end)
    const isOnly = sentence === begun
    if ((isOnly && wordsIn(sentence) < surelyProse) || !isLong(sentence) || passage.markdown.startsWith(']', range.end)) return []
    return [
      {
        range,
        message: `Unexpected end of the paragraph after \`${last[1]}\`, expected the end of its sentence`,
        expected: [],
        ...(isOnly && { doubtful: true }),
      },
    ]
  },
}

/** UTF-16 units in which the end of the sentence before is looked for. */
const longest = 1200

function isProse({ kind, frame, words, language }: Passage): boolean {
  if ((kind !== 'paragraph' && kind !== null) || frame !== null || unpunctuated.has(language)) return false
  return words.length > (language === 'zh' || language === 'ja' ? 24 : 60) && !words.includes('\n')
}

/** Words of a single sentence: shorter ones may be a line of its own. */
const surelyProse = 20

function wordsIn(text: string): number {
  return text.match(/[\p{L}\p{M}]+/gu)?.length ?? 0
}

/** Languages that end a sentence with a space. */
const unpunctuated = new Set(['th', 'lo', 'km', 'my', 'bo', 'dz', 'shn'])

/** Most paragraphs: a quick look. */
const ended = /[.!?…؟।。]["'”’»“)]?$/u

/** What the paragraph ends with: letters or digits, then closing marks at most. */
const lastWord = /(?<![\p{L}\p{M}\p{N}])([\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'’-]{0,49})[\s)"'”’»“]*$/u

const sentenceEnd = /(?<=[\p{Ll}\p{M}]{3}|[\p{Lo}])(?:[.!?…؟۔।]["'”’»“)]*\s+(?=["'“‘«„(]?\s?[\p{Lu}\p{Lo}\p{N}])|[。！？]["'”’」』）]*)/gu

/** Where the last sentence begins, or 0 where no other ends before it. */
function lastEnd(text: string): number {
  let end = 0
  for (const { 0: mark, index } of text.matchAll(sentenceEnd)) end = index + mark.length
  return end
}

/** Four words at least, without code, addresses or a colon: no name, source or place. A link at the end is taken for a source. */
function isLong(sentence: string): boolean {
  if (sentence.includes(leftOut) || /[:：|→]/.test(sentence)) return false
  return /[\p{Script=Han}\p{Script=Hira}\p{Script=Kana}]{8}/u.test(sentence) || wordsIn(sentence) >= 5
}
