import { languageName } from './language-name.ts'
import type { Languages } from './languages.ts'
import type { PageHit } from './page-hit.ts'

/**
 * What is wrong with an element that says which language its text is in.
 *
 * @param around the direction of what it stands in; null where nothing says any, which is left to right
 */
export function languageHits(
  name: string,
  { lang = '', dir }: Readonly<Record<string, string>>,
  around: string | null,
  languages: Languages,
): PageHit[] {
  // An empty one says that the language isn't known.
  if (lang === '') return []
  const language = languages.of(lang)
  const evidence = { part: 'body', markup: [`lang="${lang}"`, `<${name}`] } as const
  if (language === null) {
    const message = `Unexpected \`lang="${lang}"\` of <${name}>, expected a language tag such as \`pt-BR\``
    return [{ rule: 'page-language', message, evidence }]
  }
  const runs = (dir ?? around ?? 'ltr').toLowerCase()
  if (runs === 'auto' || runs === language.dir) return []
  const message = `Unexpected direction of <${name} lang="${lang}">, expected \`dir="${language.dir}"\`, in which ${languageName(language.tag)} runs`
  return [{ rule: 'page-direction', message, evidence }]
}
