import { digest } from '../model/digest.ts'

/** Characters of a name that are kept; what follows is told apart by its digest. */
const longest = 60

/**
 * The folder of a tag's or an author's pages: letters, marks and digits of any script in small letters, with `-` between words.
 *
 * Names that differ only in case, spaces, hyphens, dots, commas, quotation marks or what nobody sees are one: they have one slug. Whatever else the slug
 * leaves out (`C++`, `<b>`, `🎉`) tells names apart, so a part of the name's digest follows.
 *
 * Law: a slug is one segment of a key, has no upper case, and is its own slug where it holds no digest.
 */
export function nameSlug(name: string): string {
  const plain = name.normalize('NFC').replace(unseen, '').toLowerCase().normalize('NFC')
  const words = plain.replace(between, ' ').match(word) ?? []
  const whole = words.join('-')
  const short = [...whole].slice(0, longest).join('').replace(/-$/, '')
  const said = short.length === whole.length && plain.replace(between, '') === words.join('')
  if (said && short !== '') return short
  return [short, digest(plain.trim().replace(/\s+/g, ' ')).slice(0, 8)].filter(Boolean).join('-')
}

/** Marks of direction, joiners that stand nowhere, soft hyphens and lone surrogates. */
const unseen = /[\p{Cf}\p{Cs}]/gu
/** What may stand in names one way or another. */
const between = /[\s\p{Pd}\p{Pi}\p{Pf}_.,·・'"&]+/gu
const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu
