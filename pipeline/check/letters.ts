/** What a letter may be, a bit each; `kindsAt` gives all that it is. */
const word = 1 << 0
export const letter = 1 << 1
export const mark = 1 << 2
export const digit = 1 << 3
/** `A` to `Z`. */
export const capital = 1 << 4
/** `a` to `z`. */
export const small = 1 << 5
/** Han and kana: each is a word. */
export const ideograph = 1 << 6
/** Thai, Lao, Khmer, Burmese: words without spaces between them. */
export const unspaced = 1 << 7
/** What may stand within a word that has a spelling: apostrophes, hyphens, invisible characters. */
export const joint = 1 << 8
/** What may stand within a word that is doubled. */
export const looseJoint = 1 << 9
/** Two UTF-16 units long. */
const wide = 1 << 10
const known = 1 << 11

const tests: readonly (readonly [kind: number, pattern: RegExp])[] = [
  [word, /^[\p{L}\p{M}\p{N}_]/u],
  [letter, /^\p{L}/u],
  [mark, /^\p{M}/u],
  [digit, /^\p{N}/u],
  [capital, /^[A-Z]/],
  [small, /^[a-z]/],
  [ideograph, /^[\p{Script=Han}\p{Script=Hira}\p{Script=Kana}]/u],
  [unspaced, /^[\p{Script=Thai}\p{Script=Laoo}\p{Script=Khmr}\p{Script=Mymr}]/u],
  [joint, /^[\u00AD\u200C-\u200D'’ʼ‘׳״"·‐‑-]/u],
  [looseJoint, /^[\p{Cf}'’ʼ·-]/u],
]

/** Of each UTF-16 unit that was asked about; 0 of all others, and of halves of a pair, which alone say nothing of it. To look it up is much quicker than to ask an expression. */
const remembered = new Uint16Array(0x10000)

/** What the character at this place is: a sum of kinds. */
export function kindsAt(text: string, at: number): number {
  return remembered[text.charCodeAt(at)] || findOut(text, at)
}

function findOut(text: string, at: number): number {
  const code = text.codePointAt(at)
  if (code === undefined) return known
  const character = String.fromCodePoint(code)
  const kinds = tests.reduce((sum, [kind, pattern]) => (pattern.test(character) ? sum | kind : sum), known)
  if (code > 0xffff) return kinds | wide
  if (!isHalf(code)) remembered[code] = kinds
  return kinds
}

function isHalf(code: number): boolean {
  return code >= 0xd800 && code <= 0xdfff
}

/** Whether a character of the text is of one of these kinds. */
export function hasKind(text: string, wanted: number): boolean {
  for (let at = 0; at < text.length; ) {
    const kinds = kindsAt(text, at)
    if ((kinds & wanted) !== 0) return true
    at += widthOf(kinds)
  }
  return false
}

/** In UTF-16 units. */
export function widthOf(kinds: number): 1 | 2 {
  return (kinds & wide) === 0 ? 1 : 2
}

/**
 * Call `tell` for each longest run that begins and ends with letters, marks, digits or `_`, with these and what is of a kind in `joints` between them.
 *
 * @param tell `all` is what all its characters but the first are, `first` what that is
 */
export function eachChunk(text: string, joints: number, tell: (start: number, end: number, first: number, all: number) => void): void {
  const within = word | joints
  let at = 0
  while (at < text.length) {
    const first = kindsAt(text, at)
    const start = at
    at += widthOf(first)
    if ((first & word) === 0) continue
    let end = at
    let [all, behind] = [-1, -1]
    while (at < text.length) {
      const kinds = kindsAt(text, at)
      if ((kinds & within) === 0) break
      at += widthOf(kinds)
      behind &= kinds
      if ((kinds & word) === 0) continue
      end = at
      all = behind
    }
    tell(start, end, first, all)
  }
}
