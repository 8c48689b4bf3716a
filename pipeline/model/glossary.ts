import type { Locale } from './locale.ts'

/** The terms of the house, from `locales/glossary.yaml`. */
export interface Glossary {
  readonly terms: readonly Term[]
}

export interface Term {
  /** For people. */
  readonly note: string | null
  /** The forms that count as the term, by locale, the dictionary form first. */
  readonly forms: ReadonlyMap<Locale, readonly string[]>
  /** Forms that must not stand for it, by locale. */
  readonly forbidden: ReadonlyMap<Locale, readonly string[]>
  /** Capitals count: `Act`, not `act`. */
  readonly exact: boolean
  /** Where it begins in the glossary. */
  readonly line: number
}

export const emptyGlossary: Glossary = { terms: [] }

/** What a locale calls a term: its own forms, else those of the language without region and script; none where the glossary has none. */
export function termForms(forms: Term['forms'], locale: Locale): readonly string[] {
  let tag: string = locale
  for (;;) {
    const found = forms.get(tag as Locale)
    if (found !== undefined) return found
    const parent = tag.lastIndexOf('-')
    if (parent < 0) return []
    tag = tag.slice(0, parent)
  }
}
