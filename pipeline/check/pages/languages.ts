import { type Direction, direction, type Locale, parseLocale } from '../../model/locale.ts'
import { FirstGlance } from './first-glance.ts'
import { type OwnWords, ownWords } from './foreign-words.ts'
import { type Scripts, scriptsOf } from './scripts.ts'

/** A language as `lang` names it. */
export interface Language {
  readonly tag: Locale
  readonly dir: Direction
  /** That it is written with; null where that isn't known. */
  readonly scripts: Scripts | null
  /** Null where its common words aren't known. */
  readonly words: OwnWords | null
  /** Whether a text that says it is in it needs to be looked at. */
  readonly glance: FirstGlance
}

/** What `lang` attributes name, remembered: each page asks for the same few. */
export class Languages {
  readonly #known = new Map<string, Language | null>()

  /** Null for what is no language tag (BCP 47). */
  of(tag: string): Language | null {
    const before = this.#known.get(tag)
    if (before !== undefined) return before
    const locale = parseLocale(tag)
    const found = locale === null ? null : languageOf(locale)
    this.#known.set(tag, found)
    return found
  }
}

function languageOf(tag: Locale): Language {
  const [language = ''] = tag.split('-', 1)
  const [scripts, words] = [scriptsOf(tag), ownWords(language)]
  return { tag, dir: direction(tag), scripts, words, glance: new FirstGlance(scripts, words?.sought ?? null) }
}
