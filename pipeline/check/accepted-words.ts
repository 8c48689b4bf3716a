import { type Glossary, termForms } from '../model/glossary.ts'
import type { Locale } from '../model/locale.ts'

/**
 * Whether the house has a word, by its list of words and the terms of its glossary.
 *
 * `ship` accepts `ship`, `Ship` and `SHIP`; `Vlora` accepts `Vlora` and `VLORA`. Both apostrophes are one, and so are composed and decomposed letters.
 */
export function acceptedWords(words: Iterable<string>, { terms }: Glossary, locale: Locale): (word: string) => boolean {
  const inTerms = terms.flatMap(({ forms }) => termForms(forms, locale)).flatMap((form) => form.match(word) ?? [])
  const exact = new Set([...words, ...inTerms].map(plain))
  const capitals = new Set([...exact].map((one) => one.toLocaleUpperCase(locale)))
  return (written) => {
    const one = plain(written)
    if (exact.has(one)) return true
    const [first = ''] = one
    const rest = one.slice(first.length)
    if (exact.has(first.toLocaleLowerCase(locale) + rest)) return true
    return one === one.toLocaleUpperCase(locale) && capitals.has(one)
  }
}

const word = /[\p{L}\p{M}\p{N}]+(?:['’‑-][\p{L}\p{M}\p{N}]+)*/gu

function plain(text: string): string {
  return text.replaceAll('’', "'").normalize('NFC')
}
