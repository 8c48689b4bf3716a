import type { LackingWord } from '../merge/site-words.ts'
import type { Finding } from '../model/finding.ts'
import type { Locale } from '../model/locale.ts'
import { templateKeys } from '../read/template-keys.ts'
import type { Newsroom } from './newsroom.ts'

/** Words that templates asked for in this run and a locale lacks: its fallback's stood in. */
export function missingWords(room: Newsroom): Finding[] {
  return tell(
    room,
    Map.groupBy(room.words.lacking(), ({ locale }) => locale),
  )
}

/** Words that templates will ask for and a locale of the site lacks, and plural forms that its numbers take. */
export function unsaidWords(room: Newsroom): Finding[] {
  const keys = templateKeys(room.root)
  const lacking = room.site.locales.map(({ tag }): [Locale, LackingWord[]] => [
    tag,
    keys.flatMap((key) => formsOf(room, tag, key)).map((key) => ({ locale: tag, key })),
  ])
  return tell(room, new Map(lacking))
}

/** The key itself, or its plural forms where the locale has some and not all of them. */
function formsOf({ interfaces }: Newsroom, locale: Locale, key: string): string[] {
  const words = interfaces.get(locale) ?? {}
  const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories.map((category) => `${key}_${category}`)
  return forms.some((form) => form in words) && !(key in words) ? forms : [key]
}

function tell(room: Newsroom, lacking: ReadonlyMap<Locale, readonly LackingWord[]>): Finding[] {
  return [...lacking].flatMap(([locale, words]) => {
    const keys = [...new Set(words.map(({ key }) => key))].filter((key) => !isSaid(room, locale, key)).sort()
    const own = room.interfaces.get(locale) ?? {}
    if (keys.length > 1 && Object.keys(own).length === 0)
      return [finding(locale, `There are no interface words in \`${locale}\`, expected ${keys.length}: ${keys.join(', ')}.`)]
    return keys.map((key) => finding(locale, `The interface lacks \`${key}\` in \`${locale}\`; the words of a fallback stand in.`))
  })
}

/** In the locale, or in a fallback of the same language: `pt-BR` may leave to `pt` what is the same in both. */
function isSaid({ site, interfaces }: Newsroom, locale: Locale, key: string): boolean {
  const { language } = new Intl.Locale(locale)
  const fallback = site.locales.find(({ tag }) => tag === locale)?.fallback ?? []
  return [locale, ...fallback.filter((tag) => new Intl.Locale(tag).language === language)].some((tag) => {
    const words = interfaces.get(tag) ?? {}
    return key in words || (!/_(?:zero|one|two|few|many|other)$/.test(key) && Object.keys(words).some((name) => name.startsWith(`${key}_`)))
  })
}

function finding(locale: Locale, message: string): Finding {
  const file = `locales/${locale}/interface.json`
  return { rule: 'interface-missing', severity: 'warning', file, line: 1, column: 1, locale, message, expected: [] }
}
