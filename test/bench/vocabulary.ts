import { random } from './random.ts'

/** Words of one locale. Word `n` of every locale translates word `n` of every other one. */
export interface Vocabulary {
  readonly locale: string
  /** `vocabularySize` words, then the same words with a capital. */
  readonly words: readonly string[]
  /** What stands between two words: nothing in Chinese and Japanese. */
  readonly space: string
}

export const vocabularySize = 4000

/** The locales of a corpus, in the order in which it takes them; the first is the source. */
export const corpusLocales = 'en it fr es de pt nl pl ar zh fa ja ru tr sv el uk he ko hi'.split(' ')

/** Made-up words in the locale's script, without any sign that means something in Markdown, YAML or PO. */
export function vocabulary(locale: string): Vocabulary {
  const { onsets, vowels, codas } = scripts[locale] ?? latin
  const space = locale === 'zh' || locale === 'ja' ? '' : ' '
  const dice = random([...locale].reduce((seed, letter) => seed * 31 + letter.charCodeAt(0), 7))
  const one = (letters: string) => letters.charAt(dice.below(letters.length))
  const syllable = () => one(onsets) + one(vowels) + (dice.once(3) ? one(codas) : '')
  const seen = new Set<string>()
  while (seen.size < vocabularySize) {
    let word = syllable()
    for (let more = dice.below(space === '' ? 2 : 4); more > 0; more--) word += syllable()
    seen.add(word)
  }
  const words = [...seen]
  const capitals = words.map((word) => word.charAt(0).toLocaleUpperCase(locale) + word.slice(1))
  return { locale, words: [...words, ...capitals], space }
}

interface Script {
  readonly onsets: string
  readonly vowels: string
  readonly codas: string
}

const latin: Script = { onsets: 'bcdfglmnprstvz', vowels: 'aeiou', codas: 'lnrst' }
const arabic: Script = { onsets: 'بتثجحخدذرزسشصضطعغفقكلمنهوي', vowels: 'اوي', codas: 'نمرلة' }
const cyrillic: Script = { onsets: 'бвгджзклмнпрстхцчш', vowels: 'аеиоу', codas: 'лнрст' }

const scripts: Readonly<Record<string, Script>> = {
  fr: { ...latin, vowels: 'aeéèiouê' },
  es: { ...latin, vowels: 'aeiouáéó' },
  de: { ...latin, onsets: 'bdfghklmnprstwz', vowels: 'aeiouäöü' },
  pt: { ...latin, vowels: 'aeiouãçé' },
  pl: { ...latin, onsets: 'bcdfgłmnprstwzż', vowels: 'aeioyąę' },
  tr: { ...latin, vowels: 'aeıioöuü', onsets: 'bcçdgğklmnprsştvyz' },
  sv: { ...latin, vowels: 'aeiouåäö' },
  ar: arabic,
  fa: { ...arabic, onsets: 'بپتجچحخدرزسشعغفقکگلمنهوی', vowels: 'اوی' },
  zh: { onsets: '中国人大会新闻记者报道政府经济社会文化', vowels: '上下来去时间年月日地方学生工作发展', codas: '们性化者' },
  ja: { onsets: '日本新聞記者政府経済社会文化国際', vowels: 'のにはをがでとも', codas: 'たるい' },
  ru: cyrillic,
  uk: { ...cyrillic, vowels: 'аеиіоує' },
  el: { onsets: 'βγδζθκλμνπρστφχ', vowels: 'αεηιουω', codas: 'νς' },
  he: { onsets: 'אבגדהוזחטיכלמנסעפצקרשת', vowels: 'איוה', codas: 'םןת' },
  ko: { onsets: '가나다라마바사아자차카타파하', vowels: '고노도로모보소오조', codas: '은는이을' },
  hi: { onsets: 'कखगचजतदनपबमयरलवसह', vowels: 'ािीुेो', codas: 'नरत' },
}
