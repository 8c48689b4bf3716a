/**
 * Whether an English word, number or abbreviation begins with a vowel's sound; null where that isn't sure, or speakers differ.
 *
 * @param word as it stands in the text, with what hyphens join
 */
export function beginsWithVowel(word: string): boolean | null {
  const text = word.replace(/[.,'’&-]+$/, '')
  if (/^\p{N}/u.test(text)) return ofNumber(text)
  if (/[^A-Za-z\p{N}'’.,&-]/u.test(text)) return null
  const first = /^[A-Za-z]+/.exec(text)?.[0] ?? ''
  if (first.length === 1) return /^[A-Za-z]-[A-Za-z]/.test(text) ? ofLetter(first.toUpperCase()) : null
  if (/^[A-Z]+s?$/.test(first)) return ofCapitals(first.replace(/s$/, ''))
  // "iPhone", "eBay"; others, such as "mRNA" and "uTorrent", are read in many ways.
  if (/^[a-z]+[A-Z]/.test(first)) return /^[ie][A-Z]/.test(first) || null
  return /^[A-Z]/.test(first) ? ofName(first.toLowerCase()) : ofWord(first)
}

/** Eight, eleven, eighteen and what begins with them; "1100" and "1800" have two readings. */
function ofNumber(text: string): boolean | null {
  const digits = (/^\d+(?:,\d{3})*/.exec(text)?.[0] ?? '0').replaceAll(',', '')
  if (digits.startsWith('0')) return null
  if (digits.startsWith('8')) return true
  if (!/^1[18]/.test(digits)) return false
  return digits.length === 4 ? null : digits.length % 3 === 2
}

/** Of its name. H is "aitch" or "haitch". */
function ofLetter(letter: string): boolean | null {
  return letter === 'H' ? null : 'AEFILMNORSX'.includes(letter)
}

const wordsOf = (list: string) => new Set(list.split(' '))

/** Begin like "you" or "one". */
const withoutVowel = wordsOf(
  'EU EURO EUROPEAN EUROPE ONE ONCE US USA USAF USB USC USD UK UN UNESCO UNICEF UNHCR UNEP UNDP UFO UTC UV UAE URL UI',
)
/** Read as words. */
const spoken = wordsOf('NATO NASA FIFA SARS LASER NAFTA RADAR SONAR LIDAR FEMA SWAT SALT LAN RAM ROM MERS NAND')
/** Read letter by letter, though they have a vowel. */
const spelt = wordsOf('FBI FDA FAA FIA SUV MRI NGO NBA MBA MEP MIT RNA NSA RSPCA LSE SOS SEO')
/** Read letter by letter, as words, or as what they stand for. */
const ambiguous = wordsOf('SQL NYC NY NJ NM NC ND SD MS MW ML MB FT LP RFC LB LBS MR MRS ST SS MSS')

/** Without a vowel they are read letter by letter ("an NHS", "a BBC"); those that begin with a vowel begin with one either way. */
function ofCapitals(letters: string): boolean | null {
  if (letters.length > 6 || /^[IVXLCDM]+$/.test(letters)) return null
  if (withoutVowel.has(letters) || spoken.has(letters)) return false
  if (/^(?:EU|ON|U)/.test(letters)) return null
  if (spelt.has(letters) || /^[AEIO]/.test(letters)) return true
  if (/^[BCDGJKPQTVWYZ]/.test(letters)) return false
  return /[AEIOUY]/.test(letters) || ambiguous.has(letters) ? null : ofLetter(letters.charAt(0))
}

/** Names of other languages may be said in another way ("Iosif", "Oaxaca", "an Taoiseach"). */
function ofName(word: string): boolean | null {
  if (/^i[aeou]|^e[uvw](?!er|rop)|^o[au]|^hi?|^[jlmnrsxyfu]|^t[aá]oi|^garda/.test(word)) return null
  return ofWord(word)
}

const likeYou =
  /^(?:uni(?:on|que|t|vers|form|f[iy]|lat|corn|cycl|sex|son)|us(?:e|a[bg]|u)|ut(?:en|er|i|o)|ubiq|ufo|ukul|ukrain|ur(?:a|e|i|o))/
const likeUnder = /^(?:un(?:[b-hj-z]|a[^n]|an(?!im)|i(?:mp|mag|n|dent))|um[bp]|up|ug|ul[tc]|ur[bgn]|ush|ut[mt]|udder)/
const silentH = /^(?:hour|honest|honou?r|heir)/
/** Words that some say without their h, for they aren't stressed on it, and French ones. */
const doubtfulH =
  /^(?:ha(?:bit|llu|rmon|ute)|he(?:rb|redit|ro|llen|brew)|hi(?:st|la|era|bern|spa)|ho(?:te|mage|mbre|me?o|rr|rs|ri|sp|stil)|hu[m]|hy[sdpge])/
/** How English words begin that begin with a consonant; "rgba" and "nginx" are read letter by letter. */
const onset =
  /^(?:[bdfjklmnprstvwyz]|c|g|qu|x|b[lr]|ch?[lr]?|d[rw]|f[lr]|g[hlnr]|k[hlnr]|p[hlnrst]|rh|s[chklmnpqtw]|sch|s[cpt]r|spl|shr|thr?|t[rw]|w[hr])[aeiouy]/

function ofWord(word: string): boolean | null {
  switch (word.charAt(0)) {
    case 'a':
    case 'i':
      return true
    case 'e':
      return !/^(?:eu|ewe)/.test(word)
    case 'o':
      if (/^on(?:e|ce)(?:s|self|ness|time)?$/.test(word)) return false
      return /^oui/.test(word) ? null : true
    case 'u':
      return likeYou.test(word) ? false : likeUnder.test(word) || null
    case 'h':
      if (silentH.test(word)) return true
      return doubtfulH.test(word) || !/^h[aeiouy]/.test(word) ? null : false
    default:
      return onset.test(word) ? false : null
  }
}
