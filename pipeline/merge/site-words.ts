import { createInstance, type i18n } from 'i18next'
import type { ArticleId } from '../model/article.ts'
import type { Locale } from '../model/locale.ts'
import type { Match } from '../model/match.ts'
import type { LocaleSettings, Site } from '../model/site.ts'
import { addNumberFormat } from './number-format.ts'

export type Values = Readonly<Record<string, string | number>>

/** Interface text in one locale, with plurals, context and formatters. */
export type Translate = (key: string, values?: Values) => string

/** All words that people wrote: those of the templates and, while they are merged, those of articles. */
export interface SiteWords {
  /** Read an article's current translations, a namespace of its own; `forget` frees them. */
  load(article: ArticleId, matches: ReadonlyMap<Locale, readonly Match[]>): Promise<void>
  forget(article: ArticleId): void
  /** Current translations in exactly this locale, by the index of their unit. Never interpolated: article text is data. */
  current(article: ArticleId, locale: Locale): CurrentWords
  translate(locale: Locale): Translate
  /** What templates asked for and the locale lacks, so that the fallback's words stood in. */
  lacking(): readonly LackingWord[]
}

export interface LackingWord {
  readonly locale: Locale
  readonly key: string
}

/** i18next JSON v4, flat. */
export type InterfaceJson = Readonly<Record<string, string>>

const interfaceWords = 'interface'

/** A unit without a current translation isn't in it. */
export type CurrentWords = Readonly<Record<number, string | undefined>>

/** `tag.shipping` is the label of the tag `shipping`; a tag without one is its own. */
const tagPrefix = 'tag.'

type Bundle = Record<string, string>

/** Answers kept a locale: pages ask the same few things, and i18next takes its time. */
const remembered = 500

/**
 * The one i18next instance: a namespace for the interface, one per article.
 *
 * Fallback chains are the site's own, locale by locale, the source locale last; none is guessed.
 */
export async function siteWords(site: Site, interfaces: ReadonlyMap<Locale, InterfaceJson>): Promise<SiteWords> {
  const bundles = new Map<string, Bundle>()
  const instance = createInstance()
  instance.use({
    type: 'backend' as const,
    callbackApi: true,
    init() {},
    read(language: string, namespace: string, done: (error: Error | null, data: Bundle) => void) {
      done(null, bundles.get(`${language} ${namespace}`) ?? {})
    },
  })
  for (const [locale, words] of interfaces) bundles.set(`${locale} ${interfaceWords}`, { ...words })
  await instance.init({
    fallbackLng: fallbackChains(site),
    preload: [...interfaces.keys()],
    ns: [interfaceWords],
    defaultNS: interfaceWords,
    load: 'currentOnly',
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
  })
  addNumberFormat(instance, site.locales)
  return { ...articleWords(instance, bundles), ...interfaceTranslation(instance) }
}

function fallbackChains(site: Site): Record<string, string[]> {
  const chains = site.locales.map(({ tag, fallback }: LocaleSettings) => [tag, [...fallback, site.sourceLocale, 'en']] as const)
  return { ...Object.fromEntries(chains), default: [site.sourceLocale, 'en'] }
}

function articleWords(instance: i18n, bundles: Map<string, Bundle>): Pick<SiteWords, 'load' | 'forget' | 'current'> {
  const loaded = new Map<ArticleId, readonly Locale[]>()
  return {
    async load(article, matches) {
      for (const [locale, found] of matches) bundles.set(`${locale} ${namespaceOf(article)}`, currentWords(found))
      loaded.set(article, [...matches.keys()])
      await instance.reloadResources([...matches.keys()], [namespaceOf(article)])
      for (const locale of matches.keys()) bundles.delete(`${locale} ${namespaceOf(article)}`)
    },
    forget(article) {
      for (const locale of loaded.get(article) ?? []) instance.removeResourceBundle(locale, namespaceOf(article))
      loaded.delete(article)
    },
    current(article, locale) {
      return (instance.getResourceBundle(locale, namespaceOf(article)) as Bundle | undefined) ?? {}
    },
  }
}

/** i18next parts its own names at `|`, which an id may hold. */
function namespaceOf(article: ArticleId): string {
  return article.includes('|') ? encodeURIComponent(article) : article
}

/** Fuzzy text never gets in: what isn't current can't be published as current. */
function currentWords(matches: readonly Match[]): Bundle {
  const words: Bundle = {}
  for (const [index, match] of matches.entries()) if (match.kind === 'exact') words[index] = match.text
  return words
}

function interfaceTranslation(instance: i18n): Pick<SiteWords, 'translate' | 'lacking'> {
  const lacking = new Map<string, LackingWord>()
  return {
    lacking: () => [...lacking.values()],
    translate(locale) {
      const ask = asking(instance, locale, (key) => lacking.set(`${locale} ${key}`, { locale, key }))
      const known = new Map<string, string>()
      return (key, values) => {
        const call = values === undefined ? key : `${key} ${JSON.stringify(values)}`
        const before = known.get(call)
        if (before !== undefined) return before
        const text = ask(key, values)
        if (known.size >= remembered) known.clear()
        known.set(call, text)
        return text
      }
    },
  }
}

function asking(instance: i18n, locale: Locale, lacks: (key: string) => void): Translate {
  const t = instance.getFixedT(locale, interfaceWords)
  const own = Object.keys((instance.getResourceBundle(locale, interfaceWords) as Bundle | undefined) ?? {})
  const isOwn = (key: string): boolean => own.some((name) => name === key || name.startsWith(`${key}_`))
  return (key, values) => {
    if (key.startsWith(tagPrefix)) return hasLabel(instance, locale, key) ? t(key, { ...values }) : key.slice(tagPrefix.length)
    if (!isOwn(key)) lacks(key)
    return t(key, { ...values })
  }
}

function hasLabel(instance: i18n, locale: Locale, key: string): boolean {
  return instance.exists(key, { lng: locale, ns: interfaceWords })
}
