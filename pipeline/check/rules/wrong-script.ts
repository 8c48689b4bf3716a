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
    const own = scripts[scriptOf(translation)]
    if (own === undefined) return []
    const letters = count(translation.words, /\P{L}+/gu)
    const right = count(translation.words, own)
    if (letters < fewest || right / letters >= share) return []
    if (haveSameWords(source.words, translation.words) || isOnlyNames(translation)) return []
    const range = { start: 0, end: translation.markdown.length }
    return [{ range, message: `Unexpected letters: ${languageName(translation.locale)} is written in other ones`, expected: [] }]
  },
}

/** Letters below which a text may be a name or a code. */
const fewest = 20
/** Of letters in the language's own script: an article on software may quote a lot. */
const share = 0.15

/** What isn't a letter of the script. */
const scripts: Readonly<Record<string, RegExp>> = {
  Latn: /\P{Script=Latin}+/gu,
  Cyrl: /\P{Script=Cyrillic}+/gu,
  Grek: /\P{Script=Greek}+/gu,
  Arab: /\P{Script=Arabic}+/gu,
  Hebr: /\P{Script=Hebrew}+/gu,
  Hans: /\P{Script=Han}+/gu,
  Hant: /\P{Script=Han}+/gu,
  Jpan: /[^\p{Script=Han}\p{Script=Hira}\p{Script=Kana}]+/gu,
  Kore: /[^\p{Script=Hang}\p{Script=Han}]+/gu,
  Deva: /\P{Script=Devanagari}+/gu,
  Beng: /\P{Script=Bengali}+/gu,
  Thai: /\P{Script=Thai}+/gu,
  Armn: /\P{Script=Armenian}+/gu,
  Geor: /\P{Script=Georgian}+/gu,
  Ethi: /\P{Script=Ethiopic}+/gu,
  Taml: /\P{Script=Tamil}+/gu,
}

const unlike = Object.entries({
  Cyrl: 'ab ba be bg ce cv kk ky mk mn os ru sah sr tg tt udm uk',
  Grek: 'el',
  Arab: 'ar ckb fa prs ps sd ug ur',
  Hebr: 'he yi',
  Hans: 'zh',
  Jpan: 'ja',
  Kore: 'ko',
  Deva: 'hi mr ne sa',
  Beng: 'as bn',
  Thai: 'th',
  Armn: 'hy',
  Geor: 'ka',
  Ethi: 'am ti',
  Taml: 'ta',
})
const usual = new Map(unlike.flatMap(([script, languages]) => languages.split(' ').map((language) => [language, script] as const)))
const latin = new Set(
  'af az bs ca cs cy da de en es et eu fi fr ga gl hr hu id is it lb lt lv ms mt nb nl nn no pl pt ro sk sl sq sv sw tl tr uz vi'.split(
    ' ',
  ),
)

/** As the locale says, else that which CLDR expects of the language. */
function scriptOf({ locale, language }: Passage): string {
  const said = /-([A-Z][a-z]{3})(?:-|$)/.exec(locale)?.[1]
  return said ?? usual.get(language) ?? (latin.has(language) ? 'Latn' : '')
}

function count(text: string, others: RegExp): number {
  return text.replace(others, '').length
}

function languageName(locale: Locale): string {
  return new Intl.DisplayNames('en', { type: 'language' }).of(locale) ?? locale
}

/** "Withub, Alanews, Deutsche Welle". */
function isOnlyNames({ words }: Passage): boolean {
  return !/(?<![\p{L}\p{M}’'-])[\p{Ll}\p{Lo}]/u.test(words)
}
