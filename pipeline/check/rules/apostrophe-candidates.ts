/** Offsets of ‘, ´ and ` that can only stand for an apostrophe. Where a quotation or a transliterated ayn is as likely, none. */
export function apostropheCandidates(words: string, language: string): number[] {
  const found: number[] = []
  const quotes = quotesIn(words)
  for (const { 0: mark, index } of words.matchAll(/[‘´`]/g)) {
    const before = /[\p{L}\p{M}\p{N}]*$/u.exec(words.slice(Math.max(0, index - 24), index))?.[0] ?? ''
    const after = /^[\p{L}\p{M}\p{N}]*/u.exec(words.slice(index + 1, index + 25))?.[0] ?? ''
    const wrong =
      before !== '' && after !== ''
        ? isInside(mark, before, after) && index < quotes.low
        : before !== ''
          ? endsWord(words, index, before, language, quotes)
          : mark === '‘' && after !== '' && beginsWord(words, index, after, language, quotes)
    if (wrong) found.push(index)
  }
  return found
}

/** Where in a passage ‘ may be a quotation mark after all. */
interface Quotes {
  /** Of the first ‚, after which ‘ may close. */
  readonly low: number
  /** Of the first mark that opens a single quotation. */
  readonly opens: number
  /** Of the last mark that may close one. */
  readonly closes: number
}

function quotesIn(words: string): Quotes {
  let closes = -1
  for (const { index } of words.matchAll(/(?<=\S)[’‘'](?![\p{L}\p{N}])/gu)) closes = index
  const first = (mark: RegExp) => {
    const index = words.search(mark)
    return index < 0 ? words.length : index
  }
  return { low: first(/‚/), opens: first(/[‚‹›]|(?<![\p{L}\p{N}])['‘]/u), closes }
}

/** What follows an apostrophe at the end of a word: "don’t", "we’ll", "foto’s", "geht’s", "Türkiye’de". */
const endings = /^(?:s|t|re|ve|ll|d|m|em|er|n|all|clock|know|am)$/i

/** What stands before an elision: Italian, French, Catalan, Portuguese, Irish and English names. */
const elisions =
  /^(?:l|d|c|n|s|t|m|j|qu|jusqu|lorsqu|puisqu|quoiqu|presqu|quelqu|aujourd|entr|un|dell|all|nell|sull|dall|coll|quell|quest|bell|sant|grand|mezz|nessun|ciascun|alcun|qualcun|buon|com|dov|cos|anch|senz|tutt|pover|gl|v|o|y|ma)$/i

const vowel = /^[aeiouyhàâäáèéêëìíîïòóôöùúûüœæ]/i

/** ´ between Latin letters is always an apostrophe; ‘ and ` may be an ayn ("Shi‘a"), unless the word is a known one. */
function isInside(mark: string, before: string, after: string): boolean {
  if (!/[\p{Script=Latin}]$/u.test(before) || !/^[\p{Script=Latin}]/u.test(after)) return false
  return mark === '´' || endings.test(after) || (elisions.test(before) && (vowel.test(after) || /^[OD]$/.test(before)))
}

/** Italian words that lost their end. */
const italianStubs = /^(?:po|mo|di|fa|va|sta|da|be|to|vo|ca|de|ne|co)$/i

function endsWord(words: string, at: number, before: string, language: string, { opens }: Quotes): boolean {
  if (/['‘’]n$/i.test(words.slice(at - 2, at)) && isAnd(words, at - 2, at)) return true
  // „…‘, ‚…‘, ‘…‘: the mark may close what was opened before it.
  if (opens < at) return false
  const next = words[at + 1] ?? ''
  if (language === 'it' && italianStubs.test(before)) return !/[\p{L}\p{N}]/u.test(next)
  if (language !== 'en') return false
  return /(?:[^s]s|in)$/.test(before) && /^[ \u00A0]\p{Ll}/u.test(words.slice(at + 1, at + 3)) && words[at] !== '`'
}

const shortened: Readonly<Record<string, RegExp>> = {
  en: /^(?:em|tis|twas|twere|twill|til|till|cause|cuz|bout|round|kay|fraid|neath|nuff|appen|struth)$/i,
  nl: /^(?:s|t|n|k|m)$/,
  af: /^n$/,
  it: /^(?:ndrangheta|ndrine|ndrina|nduja|sto|sta|sti|ste|notte)$/i,
  de: /^(?:s|ne|nen|nem|ner|ran|rein|raus|runter|rauf|rüber)$/i,
}

/** Numbers of a decade or of a century: ’90s, ’68, ’60er, ’900. */
const decade = /^\d{2,3}(?:s|er|ern|ers|an|tal)?$/

function beginsWord(words: string, at: number, after: string, language: string, { closes }: Quotes): boolean {
  const end = at + 1 + after.length
  if (after.toLowerCase() === 'n' && isAnd(words, at, end)) return true
  if (!decade.test(after) && !shortened[language]?.test(after)) return false
  // A quotation that is closed later may begin here.
  return closes < end
}

/** "rock ‘n’ roll": between two words, neither of which speaks of a letter. */
function isAnd(words: string, at: number, end: number): boolean {
  const before = /(\p{L}+)[ \u00A0]$/u.exec(words.slice(Math.max(0, at - 20), at))?.[1]
  const after = /^[’‘'´`]?[ \u00A0](\p{L}+)/u.exec(words.slice(end, end + 20))?.[1]
  return before !== undefined && after !== undefined && !ofLetters.test(before) && !ofSentences.test(after)
}

const ofLetters =
  /^(?:letters?|characters?|sounds?|consonants?|suffix|prefix|the|an?|and|or|with|of|variable|lettera|lettre|letra|buchstaben?|een|de|als|by)$/i
const ofSentences = /^(?:is|was|are|in|at|as|for|with|and|or|to|from|on|that|stands|means|before|after)$/i
