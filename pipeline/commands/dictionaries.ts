import { statSync } from 'node:fs'
import type { Dictionary } from '../check/knowledge.ts'
import { isWrittenApart } from '../check/spelling/words-in.ts'
import type { Finding, Severity } from '../model/finding.ts'
import { type Locale, withParents } from '../model/locale.ts'
import type { Site } from '../model/site.ts'
import { type DictionaryFiles, findDictionaries, namedDictionary } from '../read/dictionary/find-dictionary.ts'
import { note } from '../read/note.ts'

/** The dictionaries of a site's languages, each loaded when its first text is checked. */
export class Dictionaries {
  readonly #root: string
  readonly #named: ReadonlyMap<Locale, string | false>
  readonly #loaded = new Map<Locale, Dictionary | null>()
  readonly #findings: Finding[] = []

  constructor(root: string, locales: Site['locales']) {
    this.#root = root
    this.#named = new Map(locales.flatMap(({ tag, dictionary }) => (dictionary === undefined ? [] : [[tag, dictionary]])))
  }

  /** Null where a locale has none. */
  async of(locale: Locale): Promise<Dictionary | null> {
    const before = this.#loaded.get(locale)
    if (before !== undefined) return before
    const dictionary = this.#nameOf(locale) === false || !isWrittenApart(locale) ? null : await this.#load(locale)
    this.#loaded.set(locale, dictionary)
    return dictionary
  }

  /** Another text for another dictionary: the files, their sizes and times. Loads nothing. */
  identityOf(locale: Locale): string {
    return filesOf(this.#root, locale, this.#nameOf(locale))
      .flatMap(({ affixes, words }) => [affixes, words])
      .map((path) => {
        const { size = 0, mtimeMs = 0 } = statSync(path, { throwIfNoEntry: false }) ?? {}
        return `${path} ${size} ${mtimeMs}`
      })
      .join('\n')
  }

  /** Of the files of these locales' dictionaries, each once. */
  bytesOf(locales: Iterable<Locale>): number {
    const files = [...locales].flatMap((locale) => filesOf(this.#root, locale, this.#nameOf(locale)))
    const paths = new Set(files.flatMap(({ affixes, words }) => [affixes, words]))
    return [...paths].reduce((sum, path) => sum + (statSync(path, { throwIfNoEntry: false })?.size ?? 0), 0)
  }

  /** One for each locale whose dictionary isn't there or can't be read. */
  get findings(): readonly Finding[] {
    return this.#findings
  }

  /** What the configuration says of the locale, or of that whose variety it is; but a dictionary of its own comes before another variety's. */
  #nameOf(locale: Locale): string | false | undefined {
    const own = this.#named.get(locale)
    const parent = withParents(locale).find((tag) => this.#named.has(tag))
    if (own !== undefined || parent === undefined) return own
    const named = this.#named.get(parent)
    return named === false || findDictionaries(locale, this.#root).length === 0 ? named : undefined
  }

  async #load(locale: Locale): Promise<Dictionary | null> {
    const name = this.#nameOf(locale)
    const files = filesOf(this.#root, locale, name)
    if (files.length === 0) return this.#without(locale, name || null)
    const { loadDictionary } = await import('../read/dictionary/load-dictionary.ts')
    const loaded = await loadDictionary(files)
    if (loaded.kind === 'loaded') return loaded.dictionary
    this.#tell(locale, 'warning', `The dictionary can't be used (${loaded.why}): the spelling of \`${locale}\` isn't checked.`)
    return null
  }

  #without(locale: Locale, name: string | null): null {
    if (name !== null) {
      this.#tell(
        locale,
        'warning',
        `There is no dictionary \`${name}\`, as the configuration names it for \`${locale}\`: spelling isn't checked.`,
      )
      return null
    }
    const { language } = new Intl.Locale(locale)
    const install = `install one (npm \`dictionary-${language}\`, Debian \`hunspell-${language}\`), or name one by \`dictionary\` in the configuration`
    this.#tell(locale, 'info', `There is no dictionary for \`${locale}\`, so its spelling isn't checked: ${install}.`)
    return null
  }

  #tell(locale: Locale, severity: Severity, message: string): void {
    this.#findings.push({ ...note('no-dictionary', severity, `locales/${locale}/words.txt`, message), locale })
  }
}

/** @param name what the configuration says of the locale; false for none */
function filesOf(root: string, locale: Locale, name: string | false | undefined): DictionaryFiles[] {
  if (name === false || !isWrittenApart(locale)) return []
  return name === undefined ? findDictionaries(locale, root) : [namedDictionary(name, root) ?? []].flat()
}
