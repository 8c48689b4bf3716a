import { type Passage, rangeIn } from '../passage.ts'
import { type Hit, isOn, type RuleOptions, type WholeRule } from '../rule.ts'
import { judgeQuotes } from './judge-quotes.ts'
import { quotePairs } from './quote-pairs.ts'
import { type QuoteMark, quoteMarks } from './read-quotes.ts'

/**
 * A double quotation mark that the language doesn't write where it stands: another country's („Word” in German), one that opens at the end of a
 * quotation (“Word“ in English), or a straight one among curly ones.
 *
 * Only where the letters around a mark say on which side of a quotation it stands.
 */
export const wrongQuote: WholeRule = {
  kind: 'whole',
  name: 'wrong-quote',
  severity: 'error',
  options: { pairs: 'strings', mixed: 'switch' },
  check(passages, options) {
    const found = passages.map(({ words }) => quoteMarks(words))
    if (found.every((marks) => marks.length === 0)) return []
    const straight = isOn(options, 'mixed', true) && curlyIsUsual(passages, found)
    return passages.map((passage, index) => wrongIn(passage, found[index] ?? [], straight, options))
  },
}

/** At least as many curly ones as straight ones. */
function curlyIsUsual(passages: readonly Passage[], found: readonly (readonly QuoteMark[])[]): boolean {
  let balance = 0
  for (const [index, marks] of found.entries()) {
    for (const mark of marks) if (!isMeasure(passages[index]?.words ?? '', mark)) balance += mark.mark === '"' ? -1 : 1
  }
  return balance >= 0
}

function wrongIn(passage: Passage, marks: readonly QuoteMark[], straight: boolean, options: RuleOptions): Hit[] {
  return judgeQuotes(marks, quotePairs(passage.locale, options)).flatMap(({ mark, right }) => {
    const isMeant = mark.mark === right || (mark.mark === '"' && (!straight || isMeasure(passage.words, mark)))
    return isMeant ? [] : [hitAt(passage, mark.at, right)]
  })
}

/** 6" or 12”: inches, seconds of arc. */
function isMeasure(words: string, { at, mark }: QuoteMark): boolean {
  return /["”]/.test(mark) && /\p{N}/u.test(words[at - 1] ?? '')
}

function hitAt(passage: Passage, at: number, mark: string): Hit {
  const range = rangeIn(passage, at, at + 1)
  const expected = passage.language === 'fr' ? mark.replace('«', '«\u00A0').replace('»', '\u00A0»') : mark
  return { range, message: `Unexpected \`${passage.words[at]}\`, expected \`${mark}\``, expected: [expected], certain: true }
}
