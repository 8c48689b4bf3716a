import type { Locale } from '../../model/locale.ts'
import { foreignText } from './foreign-text.ts'
import { foreignWords as foreignWordsIn } from './foreign-words.ts'
import { languageName } from './language-name.ts'
import type { Language, Languages } from './languages.ts'
import type { PageHit } from './page-hit.ts'
import { rawText } from './raw-text.ts'
import { codesOf } from './text-codes.ts'

export interface TextOptions {
  readonly languages: Languages
  /** Texts that are in another language than the page, by their words. */
  readonly foreign?: ReadonlyMap<string, Locale>
  /** Whether a text is a key that `t` found no words for in the page's language. */
  readonly isUnsaid?: (text: string) => boolean
}

export interface TextPlace {
  /** That the page says it is in; null where it says none. */
  readonly language: Language | null
  readonly place: 'text' | 'attribute'
  readonly part: 'head' | 'body'
  /** UTF-16 units of the markup that it stands in as it is, and where; null where it doesn't. */
  readonly codes: Uint16Array | null
  readonly begin: number
}

/** Characters of a passage, in any script. */
const fewest = 6

/** What is wrong with a text that readers get, as it stands in one element or attribute. */
export function judgeText(
  text: string,
  { language, place, part, codes, begin }: TextPlace,
  { foreign, isUnsaid }: TextOptions,
): PageHit | null {
  const raw = rawText(text, isUnsaid)
  if (raw !== null) return rawHit(raw, text, part)
  if (language === null) return null
  const known = place === 'text' && foreign !== undefined && foreign.size > 0 ? foreign.get(text) : undefined
  if (known !== undefined && known !== language.tag) {
    const message = `Unexpected ${languageName(known)} in ${languageName(language.tag)}, expected an element with \`lang="${known}"\` around it`
    // Who wrote it did nothing wrong: the template knows the language.
    return {
      rule: 'foreign-passage',
      severity: 'error',
      message,
      evidence: { part, markup: ['title.text', 'description.text', 'titleLang', 'title}'] },
    }
  }
  if (text.length < fewest) return null
  const { foreignLetters, foreignWords } =
    codes === null ? language.glance.of(codesOf(text), 0, text.length) : language.glance.of(codes, begin, begin + text.length)
  return (foreignLetters ? scriptHit(text, language, part) : null) ?? (foreignWords ? wordsHit(text, language, part) : null)
}

function scriptHit(text: string, language: Language, part: TextPlace['part']): PageHit | null {
  const passage = foreignText(text, language)
  if (passage === null) return null
  const message = `Unexpected letters that ${languageName(language.tag)} isn't written with, expected \`lang\` on what holds the passage`
  return { rule: 'foreign-passage', message, evidence: { part, words: passage.text, markup: [passage.text] } }
}

function wordsHit(text: string, { tag, words }: Language, part: TextPlace['part']): PageHit | null {
  const passage = words === null ? null : foreignWordsIn(text, words)
  if (passage === null) return null
  const message = `Unexpected passage that reads as ${languageName(passage.language as Locale)} in ${languageName(tag)}, expected \`lang="${passage.language}"\` on what holds it`
  return { rule: 'foreign-passage', message, evidence: { part, words: passage.text, markup: [passage.text] } }
}

/** A key is surely none of the words that somebody wrote; a value may be one. */
function rawHit(raw: 'key' | 'value', words: string, part: TextPlace['part']): PageHit {
  const said = raw === 'key' ? 'a key that no locale has words for' : "a program's value"
  const message = `Unexpected \`${words}\`, ${said}, expected words`
  const evidence = { part, words, markup: [`t('${words}'`, `t("${words}"`] }
  return { rule: 'raw-words', message, evidence, ...(raw === 'value' && { severity: 'warning' }) }
}
