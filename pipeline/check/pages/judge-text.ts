import type { Locale } from '../../model/locale.ts'
import { foreignText } from './foreign-text.ts'
import { foreignWords } from './foreign-words.ts'
import { languageName } from './language-name.ts'
import type { Language, Languages } from './languages.ts'
import type { PageHit } from './page-hit.ts'
import { rawText } from './raw-text.ts'

export interface TextOptions {
  readonly languages: Languages
  /** Texts that are in another language than the page, by their words. */
  readonly foreign?: ReadonlyMap<string, Locale>
  /** Whether a text is a key that `t` found no words for in the page's language. */
  readonly isUnsaid?: (text: string) => boolean
}

export interface TextPlace extends TextOptions {
  /** That the page says it is in; null where it says none. */
  readonly lang: string | null
  readonly place: 'text' | 'attribute'
  readonly part: 'head' | 'body'
}

/** What is wrong with a text that readers get, as it stands in one element or attribute. */
export function judgeText(text: string, { lang, place, part, languages, foreign, isUnsaid }: TextPlace): PageHit | null {
  const raw = rawText(text, isUnsaid)
  if (raw !== null) return rawHit(raw, text, part)
  const language = lang === null ? null : languages.of(lang)
  if (language === null) return null
  const known = place === 'text' ? foreign?.get(text) : undefined
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
  return scriptHit(text, language, part) ?? wordsHit(text, language, part)
}

function scriptHit(text: string, language: Language, part: TextPlace['part']): PageHit | null {
  const passage = foreignText(text, language)
  if (passage === null) return null
  const message = `Unexpected letters that ${languageName(language.tag)} isn't written with, expected \`lang\` on what holds the passage`
  return { rule: 'foreign-passage', message, evidence: { part, words: passage.text, markup: [passage.text] } }
}

function wordsHit(text: string, { tag, words }: Language, part: TextPlace['part']): PageHit | null {
  const passage = words === null ? null : foreignWords(text, words)
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
