import type { Message } from '../model/catalog.ts'

/** What a translator told the rules to pass over in one message. */
export interface MessageSilence {
  /** As it stands in the file. */
  readonly written: string
  /** `flag`: on a `#,` line; `comment`: behind `# adapted:`. */
  readonly kind: 'flag' | 'comment'
  /** Names of rules; none where nobody knows the word. */
  readonly rules: readonly string[]
}

/** What a translation may do otherwise on purpose, and which rules it says it to: `# adapted: structure`. */
export const adaptations: Readonly<Record<string, readonly string[]>> = {
  structure: ['lost-link', 'lost-footnote', 'lost-code', 'lost-emphasis', 'lost-quotation', 'odd-length', 'wrong-end-mark'],
  numbers: ['changed-number', 'changed-unit', 'changed-date'],
  names: ['changed-name', 'lost-handle'],
  wording: ['glossary-term', 'inconsistent-translation', 'lost-negation', 'same-translation', 'untranslated'],
}

const adapted = /^\s*adapted:\s*([\p{L}-]+(?:\s*,\s*[\p{L}-]+)*)/iu

/** Flags `ignore-<rule>` and comments `# adapted: <what>, <what> …`; what stands behind is for people. */
export function messageSilences({ flags, comments }: Message): MessageSilence[] {
  const flagged = flags.flatMap((flag) => {
    return flag.startsWith('ignore-') ? [{ written: flag, kind: 'flag' as const, rules: [flag.slice('ignore-'.length)] }] : []
  })
  const words = comments.flatMap((comment) => adapted.exec(comment)?.[1]?.split(',') ?? [])
  return [
    ...flagged,
    ...words.map((word) => {
      const written = word.trim()
      return { written, kind: 'comment' as const, rules: adaptations[written.toLowerCase()] ?? [] }
    }),
  ]
}
