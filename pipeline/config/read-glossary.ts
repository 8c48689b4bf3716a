import * as z from 'zod'
import type { Finding } from '../model/finding.ts'
import type { Glossary, Term } from '../model/glossary.ts'
import { type Locale, parseLocale } from '../model/locale.ts'
import type { Source } from '../model/source.ts'
import { HouseFile } from './house-file.ts'

/** The terms of `locales/glossary.yaml`; an entry with a mistake is left out. */
export function readGlossary(source: Source): { readonly glossary: Glossary; readonly findings: readonly Finding[] } {
  const file = new HouseFile(source)
  const terms = file.entries('terms').flatMap(({ value, path, line }): Term[] => {
    const read = file.checked(term(), value, path)
    if (read === null) return []
    const { note = null, exact, forbidden = {}, ...forms } = read
    const ofTerm = byLocale(forms, path, file)
    if (ofTerm.size === 0) file.mistake(path, 'expected at least one language with the forms of the term.')
    return [{ note, exact: exact === 'true', forms: ofTerm, forbidden: byLocale(forbidden, [...path, 'forbidden'], file), line }]
  })
  return { glossary: { terms }, findings: file.findings }
}

function term() {
  const text = z.string().trim().min(1, { error: 'expected a text, found nothing' })
  const list = z.union([z.array(text).min(1), text.transform((one) => [one])], { error: 'expected a text or a list of texts' })
  return z
    .object({
      note: text.optional(),
      exact: z.enum(['true', 'false']).default('false'),
      forbidden: z.record(z.string(), list).optional(),
    })
    .catchall(list)
}

function byLocale(forms: Readonly<Record<string, unknown>>, path: readonly PropertyKey[], file: HouseFile): Map<Locale, readonly string[]> {
  const found = new Map<Locale, readonly string[]>()
  for (const [tag, texts] of Object.entries(forms)) {
    const locale = parseLocale(tag)
    if (locale !== null) found.set(locale, texts as readonly string[])
    else
      file.mistake(
        [...path, tag],
        `\`${tag}\` is no field of a term and no language: expected a BCP 47 tag, \`note\`, \`exact\` or \`forbidden\`.`,
        'name',
      )
  }
  return found
}
