import { isOfScripts, type Scripts } from './scripts.ts'
import { common, nextHash, strange, WordMarks } from './word-marks.ts'

const space = 0x20

/** What a text may hold, seen from afar: most hold neither, and need no closer look. */
export interface Glance {
  readonly foreignLetters: boolean
  readonly foreignWords: boolean
}

/** Words to look for, as they stand between spaces. */
export interface SoughtWords {
  /** Of the language itself. */
  readonly common: ReadonlySet<string>
  /** Of others, but not of it. */
  readonly strange: ReadonlySet<string>
  /** Characters without a common word that leave room for other words. */
  readonly gap: number
  /** Strange words that make a text worth reading, repeated or not. */
  readonly strangers: number
}

/**
 * Looks through a text once, letter by letter.
 *
 * Words are foreign where more than a gap passes somewhere without a common word that stands between two spaces, and enough strange ones are there.
 */
export class FirstGlance {
  readonly #scripts: Scripts | null
  readonly #words: SoughtWords | null
  readonly #marks: WordMarks

  constructor(scripts: Scripts | null, words: SoughtWords | null) {
    this.#scripts = scripts
    this.#words = words
    this.#marks = new WordMarks(words?.common ?? new Set(), words?.strange ?? new Set())
  }

  /** @param codes that hold the text from `begin` on, up to `end` */
  of(codes: Uint16Array, begin: number, end: number): Glance {
    return { foreignLetters: this.#hasForeignLetters(codes, begin, end), foreignWords: this.#hasForeignWords(codes, begin, end) }
  }

  #hasForeignLetters(codes: Uint16Array, begin: number, end: number): boolean {
    const scripts = this.#scripts
    if (scripts === null) return false
    for (let at = begin; at < end; at++) if (!isOfScripts(codes[at] ?? 0, scripts)) return true
    return false
  }

  #hasForeignWords(codes: Uint16Array, begin: number, end: number): boolean {
    if (this.#words === null || end - begin <= this.#words.gap) return false
    const { gap, strangers } = this.#words
    let [from, hash, lastCommon, found, hasGap] = [begin, 0, begin, 0, false]
    for (let at = begin; at <= end; at++) {
      const code = at === end ? space : (codes[at] ?? space)
      if (code !== space) {
        hash = nextHash(hash, code)
        continue
      }
      const mark = this.#marks.of(hash, codes, from, at)
      if ((mark & strange) !== 0) found++
      if ((mark & common) !== 0 && from > begin && at < end) {
        hasGap ||= at + 1 - lastCommon > gap
        lastCommon = at
      }
      from = at + 1
      hash = 0
    }
    return found >= strangers && (hasGap || end - lastCommon > gap)
  }
}
