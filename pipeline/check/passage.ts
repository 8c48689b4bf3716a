import type { Frame, UnitKind } from '../model/article.ts'
import { lazily } from '../model/lazily.ts'
import type { Locale } from '../model/locale.ts'
import type { Cut, Mark, Range } from './cut.ts'
import { scanMarkdown, scanPlain } from './scan.ts'
import { type SpelledWord, wordsIn } from './spelling/words-in.ts'

/** A text that a reader sees, in one language. */
export interface Passage {
  readonly locale: Locale
  /** Its primary subtag: `pt` of `pt-BR`. */
  readonly language: string
  /** Of the unit; null where it isn't known. */
  readonly kind: UnitKind | null
  readonly frame: Frame | null
  /** Of the article's date; null where it isn't known. */
  readonly year: number | null
  /** As it stands in the unit or in the message. */
  readonly markdown: string
  /** Without markup; escapes and entities resolved. */
  readonly words: string
  /** How `words` were cut out of `markdown`, in order; empty where both are the same. */
  readonly runs: readonly Run[]
  /** Links, pictures, footnote marks, code, HTML tags, emphasis, handles and bare addresses, in the order in which they end. */
  readonly marks: readonly Mark[]
  /** Parts of the Markdown that say to be in another language (`lang`). */
  readonly foreign: readonly Range[]
  /** What of `words` has a spelling, taken out when a rule first asks. */
  readonly spelled: () => readonly SpelledWord[]
}

/** `words` from `at` on, up to the next run, stand for the Markdown from `from` to `to`: letter by letter, or as a whole. */
export interface Run {
  readonly at: number
  readonly from: number
  readonly to: number
  readonly whole: boolean
}

/** Law: every range of `words` maps to a range of `markdown` that begins and ends with the same letters. */
export function passageOf(
  text: string,
  locale: Locale,
  syntax: 'plain' | 'markdown',
  { kind = null, frame = null, year = null }: Partial<Pick<Passage, 'kind' | 'frame' | 'year'>> = {},
): Passage {
  const { cuts, marks, foreign } = syntax === 'plain' ? scanPlain(text) : scanMarkdown(text)
  const language = locale.split('-', 1)[0] ?? ''
  const { words, runs } = cuts.length === 0 ? { words: text, runs: [] } : applyCuts(text, cuts)
  const spelled = lazily(() => wordsIn(words, language))
  return { locale, language, kind, frame, year, markdown: text, words, runs, marks, foreign, spelled }
}

/** Where `words.slice(start, end)`, which isn't empty, stands in the passage's Markdown. */
export function rangeIn(passage: Passage, start: number, end: number): Range {
  const first = runAt(passage.runs, start)
  const last = runAt(passage.runs, end - 1)
  return {
    start: first === undefined ? start : first.whole ? first.from : first.from + start - first.at,
    end: last === undefined ? end : last.whole ? last.to : last.from + end - last.at,
  }
}

function applyCuts(text: string, cuts: Cut[]): { words: string; runs: Run[] } {
  cuts.sort((a, b) => a.from - b.from || b.to - a.to)
  const runs: Run[] = []
  let words = ''
  let done = 0
  for (const { from, to, put } of cuts) {
    if (from < done) continue
    if (from > done) runs.push({ at: words.length, from: done, to: from, whole: false })
    words += text.slice(done, from)
    if (put !== '') runs.push({ at: words.length, from, to, whole: true })
    words += put
    done = to
  }
  if (done < text.length) runs.push({ at: words.length, from: done, to: text.length, whole: false })
  return { words: words + text.slice(done), runs }
}

function runAt(runs: readonly Run[], offset: number): Run | undefined {
  let low = 0
  let high = runs.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((runs[middle]?.at ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return runs[low]
}
