import { basename } from 'node:path'
import type { Locale } from '../model/locale.ts'
import type { LocaleSettings, Site } from '../model/site.ts'
import type { Described } from './describe-issue.ts'
import type { CheckedConfig } from './site-schema.ts'

export type BuiltSite = { readonly kind: 'site'; readonly site: Site } | { readonly kind: 'wrong'; readonly mistakes: readonly Described[] }

/** Fill in the defaults, and check what one setting demands of another. */
export function buildSite(config: CheckedConfig, root: string): BuiltSite {
  const mistakes = [...localeMistakes(config), ...fallbackMistakes(config), ...formatsMistakes(config), ...fontMistakes(config)]
  if (mistakes.length > 0) return { kind: 'wrong', mistakes }
  const tags = config.locales.map(({ tag }) => tag)
  return {
    kind: 'site',
    site: {
      name: config.site.name ?? (basename(root) || 'Colophon'),
      url: config.site.url ?? 'http://localhost:4000',
      timeZone: config.site.timeZone ?? 'UTC',
      sourceLocale: config.sourceLocale ?? defaultSource(tags),
      locales: config.locales.map((locale) => localeSettings(locale, config.incomplete)),
      pictures: { ...config.pictures, widths: [...new Set(config.pictures.widths)].sort((one, other) => one - other) },
      fonts: config.fonts.map(({ locales = null, ...font }) => ({ ...font, locales })),
      cards: config.cards,
      llms: config.llms,
      search: config.search,
      feeds: { latest: config.feeds.latest, latestOfTag: config.feeds.latestOfTag, hub: config.feeds.hub ?? null },
      rules: new Map(Object.entries(config.check.rules).map(([rule, [setting, options]]) => [rule, { setting, options }])),
      publish: {
        to: config.publish.to ?? null,
        endpoint: config.publish.endpoint ?? null,
        region: config.publish.region ?? null,
        deleteLimit: config.publish.deleteLimit,
        keepReleases: config.publish.keepReleases,
        compress: config.publish.compress,
        cloudfront: config.publish.cloudfront ?? null,
        leaseSeconds: config.publish.leaseSeconds,
        previewDays: config.publish.previewDays,
      },
    },
  }
}

/** English where it is one of the locales, else the first of them. */
function defaultSource(tags: readonly Locale[]): Locale {
  const english = 'en' as Locale
  return tags.includes(english) ? english : (tags[0] ?? english)
}

type LocaleConfig = CheckedConfig['locales'][number]

function localeSettings(locale: LocaleConfig, byDefault: LocaleSettings['incomplete']): LocaleSettings {
  const { tag, fallback, incomplete = byDefault, calendar = null, numberingSystem = null, dictionary, formats } = locale
  const more = { ...(dictionary !== undefined && { dictionary }), ...(formats !== undefined && { formats }) }
  return { tag, fallback, incomplete, calendar, numberingSystem, ...more }
}

function localeMistakes({ locales, sourceLocale }: CheckedConfig): Described[] {
  const tags = locales.map(({ tag }) => tag)
  const mistakes = tags.flatMap((tag, index) =>
    tags.indexOf(tag) === index ? [] : [{ path: ['locales', index], text: `\`locales[${index}]\`: \`${tag}\` is already in the list.` }],
  )
  if (sourceLocale === undefined || tags.includes(sourceLocale)) return mistakes
  const text = `\`sourceLocale\`: expected one of \`locales\` (${tags.join(', ')}), found \`${sourceLocale}\`.`
  return [...mistakes, { path: ['sourceLocale'], text }]
}

function fontMistakes({ fonts, locales }: CheckedConfig): Described[] {
  const tags = locales.map(({ tag }) => tag)
  return fonts.flatMap((font, index) =>
    (font.locales ?? []).flatMap((tag, step) => {
      const text = `\`fonts[${index}].locales[${step}]\`: expected one of \`locales\` (${tags.join(', ')}), found \`${tag}\`.`
      return tags.includes(tag) ? [] : [{ path: ['fonts', index, 'locales', step], text }]
    }),
  )
}

/** Dates in another language than the words around them would be a mistake. */
function formatsMistakes({ locales }: CheckedConfig): Described[] {
  return locales.flatMap(({ tag, formats }, index) => {
    if (formats === undefined || new Intl.Locale(formats).language === new Intl.Locale(tag).language) return []
    const path = ['locales', index, 'formats']
    return [{ path, text: `\`locales[${index}].formats\`: expected a variety of \`${tag}\`, found \`${formats}\`.` }]
  })
}

function fallbackMistakes({ locales }: CheckedConfig): Described[] {
  const chains = new Map(locales.map(({ tag, fallback }) => [tag, fallback]))
  const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })
  return locales.flatMap(({ tag, fallback }, index) => {
    const path = ['locales', index, 'fallback']
    const at = `\`locales[${index}].fallback\``
    const circle = findCircle(tag, chains)
    const strangers = fallback.flatMap((other, step): Described[] =>
      chains.has(other) || names.of(other) !== undefined
        ? []
        : [{ path: [...path, step], text: `\`locales[${index}].fallback[${step}]\`: \`${other}\` is no language that is known.` }],
    )
    const twice = new Set(fallback).size < fallback.length ? [{ path, text: `${at}: a locale stands there twice.` }] : []
    return [...(circle === null ? [] : [{ path, text: `${at} leads in a circle: ${circle.join(' → ')}.` }]), ...strangers, ...twice]
  })
}

/** The way from a locale along fallbacks back to itself. */
function findCircle(start: Locale, chains: ReadonlyMap<Locale, readonly Locale[]>): readonly Locale[] | null {
  const seen = new Set<Locale>()
  const queue: Locale[][] = [[start]]
  for (const way of queue) {
    for (const next of chains.get(way.at(-1) ?? start) ?? []) {
      if (next === start) return [...way, next]
      if (!seen.has(next)) queue.push([...way, next])
      seen.add(next)
    }
  }
  return null
}
