/** One way to bend a word: what is taken from its end or beginning, and what is added there. Letters in lower case. */
export interface AffixRule {
  readonly kind: 'PFX' | 'SFX'
  /** Words with this flag are bent so. */
  readonly flag: string
  readonly taken: string
  readonly added: string
  /** Flags of the bent word. */
  readonly flags: readonly string[]
}

/** What an `.aff` file says of how words are formed. */
export interface WordFormation {
  readonly rules: readonly AffixRule[]
  /** Flags of words that another word may follow in a compound; none where the language has no compounds. */
  readonly linking: ReadonlySet<string>
  /** Characters at which a word may be broken into two, and what may stand on one side of them though it is no word. */
  readonly breaks: ReadonlySet<string>
  readonly brokenOff: ReadonlySet<string>
  /** Letters that count for nothing. */
  readonly ignored: ReadonlySet<string>
  /** The flags in what a word has behind its slash. */
  readonly flagsIn: (written: string) => readonly string[]
}

/** @returns null for what is formed in other ways: by numbered flags, in a script with letters of its own */
export function wordFormation(affixes: string): WordFormation | null {
  if (otherways.test(affixes)) return null
  const flagsIn = flagReader(/^FLAG[ \t]+(\S+)/m.exec(affixes)?.[1] ?? '')
  const linking = [...affixes.matchAll(/^COMPOUND(?:FLAG|BEGIN|FIRST|MIDDLE)[ \t]+(\S+)/gm)].map(([, flag = '']) => flag)
  const ignored = new Set(/^IGNORE[ \t]+(\S+)/m.exec(affixes)?.[1])
  return { rules: rulesIn(affixes, flagsIn), linking: new Set(linking), ...breaksIn(affixes), ignored, flagsIn }
}

function breaksIn(affixes: string): Pick<WordFormation, 'breaks' | 'brokenOff'> {
  const patterns = [...affixes.matchAll(/^BREAK[ \t]+(\D\S*)/gm)].map(([, written = '']) => written)
  const isSilent = !/^BREAK[ \t]/m.test(affixes)
  const breaks = isSilent ? ['-'] : patterns.flatMap((pattern) => pattern.match(/[^\p{L}\p{M}^$]/gu) ?? [])
  const brokenOff = patterns.flatMap((pattern) => pattern.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [])
  return { breaks: new Set(breaks), brokenOff: new Set(brokenOff) }
}

const otherways = /^(?:COMPLEXPREFIXES|AF[ \t]|LANG[ \t]+(?:tr|az|crh)|CHECKCOMPOUNDPATTERN[ \t]+\S+[ \t]+\S+[ \t]+[^\s#])/m

function flagReader(kind: string): WordFormation['flagsIn'] {
  switch (kind) {
    case 'long':
      return (written) => written.match(/../gsu) ?? []
    case 'num':
      return (written) => written.split(',')
    default:
      return (written) => [...written]
  }
}

function rulesIn(affixes: string, flagsIn: WordFormation['flagsIn']): AffixRule[] {
  const rule = /^(PFX|SFX)[ \t]+(\S+)[ \t]+(\S+)[ \t]+([^\s/]+)(?:\/(\S+))?[ \t]+\S/gm
  return [...affixes.matchAll(rule)].map(([, kind, flag = '', taken = '', added = '', flags = '']) => {
    return { kind: kind === 'PFX' ? 'PFX' : 'SFX', flag, taken: letters(taken), added: letters(added), flags: flagsIn(flags) }
  })
}

function letters(written: string): string {
  return written === '0' ? '' : written.toLowerCase()
}
