import type { Locale } from '../../model/locale.ts'
import type { Passage } from '../passage.ts'
import type { PairRule } from '../rule.ts'
import { haveSameWords } from './same-words.ts'

/** A translation in letters that its language isn't written in: Latin in an Arabic catalog, Cyrillic in `sr-Latn`. */
export const wrongScript: PairRule = {
  kind: 'pair',
  name: 'wrong-script',
  severity: 'warning',
  options: {},
  check(source, translation) {
    const { script } = new Intl.Locale(translation.locale).maximize()
    const own = scripts[script ?? '']
    if (own === undefined || haveSameWords(source.words, translation.words) || isOnlyNames(translation)) return []
    const letters = translation.words.match(/\p{L}/gu)?.length ?? 0
    const right = translation.words.match(own)?.length ?? 0
    if (letters < fewest || right / letters >= share) return []
    const range = { start: 0, end: translation.markdown.length }
    return [{ range, message: `Unexpected letters: ${languageName(translation.locale)} is written in other ones`, expected: [] }]
  },
}

/** Letters below which a text may be a name or a code. */
const fewest = 20
/** Of letters in the language's own script: an article on software may quote a lot. */
const share = 0.15

const scripts: Readonly<Record<string, RegExp>> = {
  Latn: /\p{Script=Latin}/gu,
  Cyrl: /\p{Script=Cyrillic}/gu,
  Grek: /\p{Script=Greek}/gu,
  Arab: /\p{Script=Arabic}/gu,
  Hebr: /\p{Script=Hebrew}/gu,
  Hans: /\p{Script=Han}/gu,
  Hant: /\p{Script=Han}/gu,
  Jpan: /[\p{Script=Han}\p{Script=Hira}\p{Script=Kana}]/gu,
  Kore: /[\p{Script=Hang}\p{Script=Han}]/gu,
  Deva: /\p{Script=Devanagari}/gu,
  Beng: /\p{Script=Bengali}/gu,
  Thai: /\p{Script=Thai}/gu,
  Armn: /\p{Script=Armenian}/gu,
  Geor: /\p{Script=Georgian}/gu,
  Ethi: /\p{Script=Ethiopic}/gu,
  Taml: /\p{Script=Tamil}/gu,
}

function languageName(locale: Locale): string {
  return new Intl.DisplayNames('en', { type: 'language' }).of(locale) ?? locale
}

/** "Withub, Alanews, Deutsche Welle". */
function isOnlyNames({ words }: Passage): boolean {
  return !/(?<![\p{L}\p{M}’'-])[\p{Ll}\p{Lo}]/u.test(words)
}
