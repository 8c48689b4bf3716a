/** A word after a number that multiplies it. */
export interface Scale {
  readonly factor: number
  /** It can mean nothing else ("m" may be metres). */
  readonly sure: boolean
  /** Of the words, the space before them included. */
  readonly length: number
}

/** Word stems and abbreviations with what they multiply by; `*` stands for any ending, `?` marks what may mean something else. */
const tables: Readonly<Record<string, string>> = {
  en: 'thousand* 1e3, k? 1e3, hundred* 1e2, million* 1e6, mln 1e6, mn 1e6, m? 1e6, billion* 1e9, bn 1e9, b? 1e9, trillion* 1e12, tn 1e12, trn 1e12, lakh* 1e5, crore* 1e7, dozen* 12',
  it: 'mila 1e3, cento 1e2, milion* 1e6, mln 1e6, ml? 1e6, miliard* 1e9, mld 1e9, bilion* 1e12, trilion* 1e18, centinaia? 1e2, migliaia? 1e3, mille 1e3',
  fr: 'mille 1e3, milliers? 1e3, millions? 1e6, million 1e6, m? 1e6, mn? 1e6, mios? 1e6, mio 1e6, milliard* 1e9, md 1e9, mds 1e9, mrd 1e9, billion* 1e12, k? 1e3, cents? 1e2',
  de: 'tausend* 1e3, tsd 1e3, hundert* 1e2, million* 1e6, mio 1e6, mill 1e6, milliard* 1e9, mrd 1e9, mia 1e9, billion* 1e12, bio 1e12',
  es: 'mil 1e3, miles 1e3, millon* 1e6, millón 1e6, mill? 1e6, m? 1e6, billon* 1e12, billón 1e12, trillon* 1e18, mmdd? 1e9, mdd? 1e6, cientos? 1e2',
  pt: 'mil 1e3, milhares? 1e3, milhão 1e6, milhões 1e6, mi? 1e6, milh* 1e6, bilhão 1e9, bilhões 1e9, bi? 1e9, biliões 1e12, bilião 1e12, trilhão 1e12, trilhões 1e12, tri? 1e12',
  ca: 'mil 1e3, milers? 1e3, milió 1e6, milion* 1e6, miliard* 1e9, bilion* 1e12, bilió 1e12',
  gl: 'mil 1e3, millón 1e6, millóns 1e6, billón* 1e12',
  ro: 'mii 1e3, mie 1e3, sute? 1e2, milion* 1e6, milioane 1e6, mil? 1e6, mln 1e6, miliard* 1e9, mld 1e9, mlrd 1e9, trilion* 1e12',
  nl: 'duizend* 1e3, honderd* 1e2, miljoen* 1e6, mln 1e6, mjn 1e6, miljard* 1e9, mld 1e9, mrd 1e9, biljoen 1e12',
  af: 'duisend* 1e3, miljoen* 1e6, miljard* 1e9, biljoen 1e12',
  sv: 'tusen* 1e3, tkr? 1e3, hundra* 1e2, miljon* 1e6, milj 1e6, mn 1e6, mkr? 1e6, miljard* 1e9, md 1e9, mdr 1e9, mdkr? 1e9, biljon* 1e12',
  da: 'tusind* 1e3, hundred* 1e2, million* 1e6, mio 1e6, milliard* 1e9, mia 1e9, mia. 1e9, billion* 1e12',
  nb: 'tusen* 1e3, hundre* 1e2, million* 1e6, mill 1e6, mrd 1e9, milliard* 1e9, billion* 1e12',
  fi: 'tuhat* 1e3, tuhan* 1e3, sata* 1e2, miljoon* 1e6, milj 1e6, miljard* 1e9, mrd 1e9, biljoon* 1e12',
  et: 'tuhat* 1e3, tuhand* 1e3, miljon* 1e6, mln 1e6, miljard* 1e9, mld 1e9, triljon* 1e12',
  lv: 'tūksto* 1e3, tūkst 1e3, miljon* 1e6, milj 1e6, miljard* 1e9, mljrd 1e9',
  lt: 'tūkst* 1e3, milijon* 1e6, mln 1e6, milijard* 1e9, mlrd 1e9',
  pl: 'tys 1e3, tysi* 1e3, milion* 1e6, mln 1e6, miliard* 1e9, mld 1e9, bilion* 1e12, bln 1e12',
  cs: 'tisíc* 1e3, tis 1e3, milion* 1e6, milión* 1e6, mil 1e6, mio 1e6, miliard* 1e9, mld 1e9, bilion* 1e12, set? 1e2',
  sk: 'tisíc* 1e3, tis 1e3, milión* 1e6, mil 1e6, miliard* 1e9, mld 1e9, bilión* 1e12',
  sl: 'tisoč* 1e3, milijon* 1e6, mio 1e6, milijard* 1e9, mrd 1e9',
  hr: 'tisuć* 1e3, tisu* 1e3, hiljad* 1e3, tis 1e3, milijun* 1e6, milijon* 1e6, mil 1e6, mln 1e6, milijard* 1e9, mlrd 1e9, mld 1e9, bilijun* 1e12',
  sr: 'hiljad* 1e3, milion* 1e6, miliona 1e6, milijard* 1e9, хиљад* 1e3, милион* 1e6, милијард* 1e9, мил 1e6, mlrd 1e9',
  bg: 'хил* 1e3, милион* 1e6, млн 1e6, милиард* 1e9, млрд 1e9, трилион* 1e12',
  mk: 'илјад* 1e3, милион* 1e6, милијард* 1e9',
  ru: 'тыс* 1e3, сот? 1e2, миллион* 1e6, млн 1e6, миллиард* 1e9, млрд 1e9, триллион* 1e12, трлн 1e12',
  uk: 'тис* 1e3, мільйон* 1e6, млн 1e6, мільярд* 1e9, млрд 1e9, трильйон* 1e12, трлн 1e12',
  be: 'тыс* 1e3, мільён* 1e6, млн 1e6, мільярд* 1e9, млрд 1e9',
  hu: 'ezer* 1e3, száz* 1e2, millió* 1e6, millió 1e6, mrd 1e9, milliárd* 1e9, billió* 1e12',
  el: 'χιλι* 1e3, χίλι* 1e3, εκατομμύρι* 1e6, εκατομμυρί* 1e6, εκατ 1e6, εκ 1e6, δισεκατομμύρι* 1e9, δισεκατομμυρί* 1e9, δισ 1e9, δις 1e9, τρισεκατομμύρι* 1e12, τρισ 1e12',
  tr: 'bin* 1e3, yüz? 1e2, milyon* 1e6, mn 1e6, milyar* 1e9, trilyon* 1e12',
  az: 'min* 1e3, milyon* 1e6, milyard* 1e9',
  ar: 'ألف* 1e3, الف* 1e3, آلاف 1e3, مليون* 1e6, ملايين 1e6, مليار* 1e9, بليون* 1e9, تريليون* 1e12, ترليون* 1e12',
  fa: 'هزار* 1e3, میلیون* 1e6, میلیارد* 1e9, تریلیون* 1e12',
  ur: 'ہزار 1e3, لاکھ 1e5, کروڑ 1e7, ارب 1e9, ملین 1e6, بلین 1e9',
  he: 'אלף 1e3, אלפים 1e3, אלפי 1e3, מיליון* 1e6, מיליוני 1e6, מיליארד* 1e9, טריליון* 1e12',
  hi: 'हज़ार 1e3, हजार 1e3, लाख 1e5, करोड़ 1e7, अरब 1e9, मिलियन 1e6, बिलियन 1e9',
  id: 'ribu 1e3, juta 1e6, jt 1e6, miliar 1e9, milyar 1e9, triliun 1e12',
  ms: 'ribu 1e3, juta 1e6, bilion 1e9, trilion 1e12',
  vi: 'nghìn 1e3, ngàn 1e3, triệu 1e6, tỷ 1e9, tỉ 1e9',
  sw: 'elfu 1e3, milioni 1e6, bilioni 1e9',
  zh: '百* 1e2, 千* 1e3, 万* 1e4, 萬* 1e4, 百万* 1e6, 千万* 1e7, 亿* 1e8, 億* 1e8, 十亿* 1e9, 万亿* 1e12, 萬億* 1e12, 兆* 1e12',
  ja: '百* 1e2, 千* 1e3, 万* 1e4, 百万* 1e6, 千万* 1e7, 億* 1e8, 兆* 1e12',
  ko: '백* 1e2, 천* 1e3, 만* 1e4, 백만* 1e6, 천만* 1e7, 억* 1e8, 조* 1e12',
  th: 'พัน* 1e3, หมื่น* 1e4, แสน* 1e5, ล้าน* 1e6, พันล้าน* 1e9, ล้านล้าน* 1e12',
}

interface Entry {
  readonly word: string
  readonly open: boolean
  readonly factor: number
  readonly sure: boolean
}

const aliases: Readonly<Record<string, string>> = { no: 'nb', nn: 'nb', bs: 'hr', lb: 'de', yue: 'zh' }

const compiled = new Map(Object.entries(tables).map(([language, table]) => [language, table.split(', ').map(entry)]))

function entry(written: string): Entry {
  const [word = '', factor = '1'] = written.split(' ')
  return { word: word.replace(/[*?]$/, ''), open: word.endsWith('*'), factor: Number(factor), sure: !word.endsWith('?') }
}

/** The scale that `after`, which follows a number, begins with: one word, or several ("mil millones", "hundert Millionen"). */
export function scaleAfter(after: string, language: string): Scale | null {
  const entries = compiled.get(aliases[language] ?? language)
  if (entries === undefined) return null
  let factor = 1
  let sure = true
  let rest = after
  for (let words = 0; words < 3; words++) {
    const text = /^[ \u00A0\u202F\u2009-]?(?:(?:de|d['’]|di)(?=[ \u00A0]\p{L}) )?/u.exec(rest)?.[0] ?? ''
    const found = longest(entries, rest.slice(text.length))
    if (found === null || (words > 0 && !found.sure)) break
    factor *= found.factor
    sure &&= found.sure
    rest = rest.slice(text.length + found.length)
  }
  return factor === 1 ? null : { factor, sure, length: after.length - rest.length }
}

function longest(entries: readonly Entry[], text: string): (Entry & { length: number }) | null {
  const lower = text.toLowerCase()
  let best: (Entry & { length: number }) | null = null
  for (const candidate of entries) {
    const { word, open } = candidate
    if (!lower.startsWith(word) || word.length <= (best?.word.length ?? 0)) continue
    const ending = /^[\p{L}\p{M}]*/u.exec(lower.slice(word.length))?.[0] ?? ''
    const unspaced = /[\p{Script=Han}\p{Script=Hang}\p{Script=Thai}]/u.test(word)
    if (ending !== '' && !open) continue
    best = { ...candidate, length: word.length + (unspaced ? 0 : ending.length) + (lower[word.length + ending.length] === '.' ? 1 : 0) }
  }
  return best
}
