import { lazilyBy } from '../../model/lazily.ts'
import type { Passage } from '../passage.ts'
import type { Hit, TextRule } from '../rule.ts'
import { replacement } from './replacement.ts'

/**
 * A space behind the apostrophe of an elision: "L’ incontro", "qu’ il".
 *
 * Only words that are nothing else but elided: "un po’ alla volta" and "di’ a tutti" are right.
 */
export const spaceAfterElision: TextRule = {
  kind: 'text',
  name: 'space-after-elision',
  severity: 'warning',
  options: {},
  check(passage) {
    const pattern = /['’] /.test(passage.words) ? patternOf(passage.language) : null
    if (pattern === null) return []
    return Array.from(passage.words.matchAll(pattern), ({ 0: found, index, groups = {} }) =>
      hitAt(passage, index, found, groups['elided'] ?? ''),
    )
  },
}

/** With a vowel left out. */
const elided: Readonly<Record<string, string>> = {
  ca: 'd l m n s t',
  fr: 'c d j l m n s t qu jusqu lorsqu puisqu quoiqu quelqu presqu aujourd',
  it: 'c d l m n s t v un dell dall nell sull all coll quell quest bell sant nessun qualcun ciascun com dov quand',
}

/** Behind a word between quotation marks (‘l’ accentuata), and before a word that begins with no vowel, nobody can say. */
const patternOf = lazilyBy((language: string) => {
  const words = elided[language]?.split(' ')
  if (words === undefined) return null
  return new RegExp(
    `(?<![\\p{L}\\p{M}\\p{N}'’‘"“«-])(?<elided>(?:${words.join('|')})['’])[ \\u00A0]+(?=[aeiouhàâèéêëìíîïòóôùúûœæ]\\p{L})`,
    'giu',
  )
})

function hitAt(passage: Passage, at: number, found: string, before: string): Hit {
  const next = /^\p{L}+/u.exec(passage.words.slice(at + found.length, at + found.length + 30))?.[0] ?? ''
  return {
    message: `Unexpected space in \`${found}${next}\`, expected \`${before}${next}\``,
    ...replacement(passage, at + before.length, at + found.length, ''),
  }
}
