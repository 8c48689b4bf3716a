/** What a dictionary knows of its language's writers. */
export interface Habits {
  /** Hunspell's `TRY`, in lower case: the letters, the most frequent first. */
  readonly letters: readonly string[]
  /** Hunspell's `REP`: what is often written for what, `^` and `$` at the ends of a word. */
  readonly slips: readonly Slip[]
}

interface Slip {
  readonly wrong: string
  /** With spaces where a word is to be parted. */
  readonly right: string
}

/** @param affixes an `.aff` file */
export function habitsIn(affixes: string | Uint8Array): Habits {
  const text = typeof affixes === 'string' ? affixes : Buffer.from(affixes).toString('utf8')
  const [, tried = ''] = /^TRY[ \t]+(.*)$/m.exec(text) ?? []
  const letters = [...new Set(tried)].filter((letter) => /[\p{L}\p{M}']/u.test(letter) && letter === letter.toLowerCase())
  const slips = [...text.matchAll(/^REP[ \t]+(\S+)[ \t]+(\S+)/gm)].map(([, wrong = '', right = '']) => {
    return { wrong, right: right.replaceAll('_', ' ') }
  })
  return { letters, slips }
}

/** The word with one slip undone. */
export function slipsIn(word: string, slips: readonly Slip[]): string[] {
  const framed = `^${word}$`
  return slips.flatMap(({ wrong, right }) => {
    const found: string[] = []
    for (let at = framed.indexOf(wrong); at >= 0; at = framed.indexOf(wrong, at + 1)) {
      found.push((framed.slice(0, at) + right + framed.slice(at + wrong.length)).replace(/^\^/, '').replace(/\$$/, ''))
    }
    return found
  })
}

/** Two words that were written as one, of two letters at least. */
export function halves(word: string): string[] {
  return Array.from({ length: Math.max(0, word.length - 3) }, (_, index) => `${word.slice(0, index + 2)} ${word.slice(index + 2)}`)
}
