import { acceptedWords } from '../check/accepted-words.ts'
import { type Knowledge, noKnowledge } from '../check/knowledge.ts'
import type { Finding } from '../model/finding.ts'
import type { Locale } from '../model/locale.ts'
import { readAcceptedWords } from '../read/read-words.ts'

/** What the site's own files say about each language, read when it is first asked for. */
export class HouseKnowledge {
  readonly #root: string
  readonly #known = new Map<Locale, Knowledge>()
  readonly #findings: Finding[] = []

  constructor(root: string) {
    this.#root = root
  }

  /** What rules know of these locales. @throws {Failure} `disk-failed` */
  async of(locales: Iterable<Locale>): Promise<(locale: Locale) => Knowledge> {
    for (const locale of locales) if (!this.#known.has(locale)) this.#known.set(locale, await this.#learn(locale))
    return (locale) => this.#known.get(locale) ?? noKnowledge
  }

  /** What is wrong with the files read so far. */
  get findings(): readonly Finding[] {
    return this.#findings
  }

  async #learn(locale: Locale): Promise<Knowledge> {
    const { words, findings } = readAcceptedWords(this.#root, locale)
    this.#findings.push(...findings)
    return { ...noKnowledge, accepts: acceptedWords(words, noKnowledge.glossary, locale) }
  }
}
