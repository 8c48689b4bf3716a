import type { LackingWord } from '../merge/site-words.ts'
import type { Finding } from '../model/finding.ts'
import type { Locale } from '../model/locale.ts'
import { pointAt } from '../model/place.ts'
import { templateKeys } from '../read/template-keys.ts'
import type { Newsroom } from './newsroom.ts'

/** Words that templates asked for in this run and a locale lacks: its fallback's stood in. */
export function missingWords(room: Newsroom): Finding[] {
  return tell(
    room,
    Map.groupBy(room.words.lacking(), ({ locale }) => locale),
  )
}

/** Words that templates will ask for and a locale of the site lacks in every form; the rules tell which forms are missing. */
export function unsaidWords(room: Newsroom): Finding[] {
  const { locales, sourceLocale } = room.site
  const ofPages = templateKeys(room.root, 'pages')
  const all = [...new Set([...ofPages, ...templateKeys(room.root, 'status')])]
  const lacking = locales.map(({ tag }): [Locale, LackingWord[]] => {
    return [tag, (tag === sourceLocale ? all : ofPages).map((key) => ({ locale: tag, key }))]
  })
  return tell(room, new Map(lacking))
}

function tell(room: Newsroom, lacking: ReadonlyMap<Locale, readonly LackingWord[]>): Finding[] {
  return [...lacking].flatMap(([locale, words]) => {
    const keys = [...new Set(words.map(({ key }) => key))].filter((key) => !isSaid(room, locale, key)).sort()
    const own = room.interfaces.get(locale) ?? {}
    if (keys.length > 1 && Object.keys(own).length === 0)
      return [finding(room, locale, null, `There are no interface words in \`${locale}\`, expected ${keys.length}: ${keys.join(', ')}.`)]
    return keys.map((key) =>
      finding(room, locale, key, `The interface lacks \`${key}\` in \`${locale}\`; the words of a fallback stand in.`),
    )
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

/** Beside a form of the same text, else where a further text would stand. */
function finding({ interfaceSources }: Newsroom, locale: Locale, key: string | null, message: string): Finding {
  const file = `locales/${locale}/interface.json`
  const text = interfaceSources.get(locale)?.text ?? ''
  const sibling = key === null ? -1 : text.indexOf(`"${key.slice(0, key.lastIndexOf('_') + 1)}`)
  const offset = sibling >= 0 && key?.includes('_') ? sibling : Math.max(0, text.lastIndexOf('}'))
  return { rule: 'interface-missing', severity: 'warning', file, ...pointAt(text, offset), locale, message, expected: [] }
}
