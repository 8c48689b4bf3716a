import type { Catalog } from '../model/catalog.ts'
import type { Locale } from '../model/locale.ts'
import { headerOf } from './headers.ts'

/** The header that a file needs; fields that somebody filled in stay as they are. A new file gets a place for the credit. */
export function syncHeaders(headers: Catalog['headers'], locale: Locale, team: string | null): Catalog['headers'] {
  const wanted: [name: string, value: string | null][] = [
    ['Language', locale],
    ['Language-Team', headers.length === 0 ? (team ?? '') : team],
    ['Content-Type', 'text/plain; charset=UTF-8'],
  ]
  return wanted.reduce((fields, [name, value]) => (value === null ? fields : filled(fields, name, value)), headers)
}

function filled(headers: Catalog['headers'], name: string, value: string): Catalog['headers'] {
  const present = headerOf(headers, name)
  if (present === null) return [...headers, [name, value]]
  if (present.trim() !== '' && !/charset=CHARSET\b/.test(present)) return headers
  return headers.map((field) => (field[0].toLowerCase() === name.toLowerCase() ? [field[0], value] : field))
}
