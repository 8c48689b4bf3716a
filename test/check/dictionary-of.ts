import type { Dictionary } from '../../pipeline/check/knowledge.ts'
import type { Locale } from '../../pipeline/model/locale.ts'
import { findDictionaries, namedDictionary } from '../../pipeline/read/dictionary/find-dictionary.ts'
import { loadDictionary } from '../../pipeline/read/dictionary/load-dictionary.ts'

/** This project's own dictionary of a language, from npm; or the one of that name. */
export async function dictionaryOf(locale: string, name?: string): Promise<Dictionary> {
  const root = process.cwd()
  const files = name === undefined ? findDictionaries(locale as Locale, root, []) : [namedDictionary(name, root) ?? []].flat()
  if (files.length === 0) throw new Error(`There is no dictionary for ${locale}.`)
  const loaded = await loadDictionary(files)
  if (loaded.kind === 'unusable') throw new Error(loaded.why)
  return loaded.dictionary
}
