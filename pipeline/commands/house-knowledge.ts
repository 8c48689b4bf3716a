import { acceptedWords } from '../check/accepted-words.ts'
import { type Knowledge, noKnowledge } from '../check/knowledge.ts'
import type { Prose } from '../check/prose/prose.ts'
import type { StyleBook } from '../check/style/style-book.ts'
import type { Finding } from '../model/finding.ts'
import { emptyGlossary, type Glossary } from '../model/glossary.ts'
import { type Locale, withParents } from '../model/locale.ts'
import type { Source } from '../model/source.ts'
import { readSource } from '../read/read-source.ts'
import { wordsIn } from '../read/read-words.ts'

const glossaryFile = 'locales/glossary.yaml'

/** What the site's own files say about each language, read when it is first asked for. */
export class HouseKnowledge {
  readonly #root: string
  readonly #files: ReadonlySet<string>
  readonly #known = new Map<Locale, Promise<Knowledge>>()
  readonly #findings: Finding[] = []
  #glossary: Promise<Glossary> | null = null
  #prose: Promise<Prose> | null = null

  /** @param files those of the house style, relative to `root` */
  constructor(root: string, files: readonly string[]) {
    this.#root = root
    this.#files = new Set(files)
  }

  /** What rules know of these locales. @throws {Failure} `disk-failed` */
  async of(locales: Iterable<Locale>): Promise<(locale: Locale) => Knowledge> {
    const known = new Map<Locale, Knowledge>()
    for (const locale of new Set(locales)) {
      const learning = this.#known.get(locale) ?? this.#learn(locale)
      this.#known.set(locale, learning)
      known.set(locale, await learning)
    }
    return (locale) => known.get(locale) ?? noKnowledge
  }

  /** Retext's plugins, loaded when they are first asked for. */
  async prose(): Promise<Prose> {
    this.#prose ??= import('../check/prose/prose.ts').then(({ createProse }) => createProse())
    return await this.#prose
  }

  /** What is wrong with the files read so far. */
  get findings(): readonly Finding[] {
    return this.#findings
  }

  async #learn(locale: Locale): Promise<Knowledge> {
    this.#glossary ??= this.#readGlossary()
    const glossary = await this.#glossary
    const words = withParents(locale).flatMap((tag) => this.#words(tag))
    return { ...noKnowledge, accepts: acceptedWords(words, glossary, locale), glossary, style: await this.#style(locale) }
  }

  #words(locale: Locale): readonly string[] {
    const source = this.#source(`locales/${locale}/words.txt`, locale)
    if (source === null) return []
    const { words, findings } = wordsIn(source)
    this.#tell(findings, locale)
    return words
  }

  async #readGlossary(): Promise<Glossary> {
    const source = this.#source(glossaryFile)
    if (source === null) return emptyGlossary
    const { readGlossary } = await import('../config/read-glossary.ts')
    const { glossary, findings } = readGlossary(source)
    this.#tell(findings)
    return glossary
  }

  /** The locale's own, else that of its language. */
  async #style(locale: Locale): Promise<StyleBook | null> {
    const tag = withParents(locale).find((one) => this.#files.has(`locales/${one}/style.yaml`))
    const source = tag === undefined ? null : this.#source(`locales/${tag}/style.yaml`, tag)
    if (source === null) return null
    const { readStyle } = await import('../config/read-style.ts')
    const { linearPattern } = await import('../check/style/linear-pattern.ts')
    const { styleBook } = await import('../check/style/style-book.ts')
    const { style, findings } = readStyle(source, (pattern) => {
      const compiled = linearPattern(pattern)
      return typeof compiled === 'string' ? compiled : null
    })
    this.#tell(findings, tag)
    return styleBook(style)
  }

  #source(path: string, locale?: Locale): Source | null {
    if (!this.#files.has(path)) return null
    const read = readSource(this.#root, path)
    if (read.kind === 'broken') this.#tell([read.finding], locale)
    return read.kind === 'read' ? read.source : null
  }

  /** Each once: locales of one language share its files. */
  #tell(findings: readonly Finding[], locale?: Locale): void {
    for (const finding of findings) {
      const told = locale === undefined ? finding : { ...finding, locale }
      if (!this.#findings.some((one) => JSON.stringify(one) === JSON.stringify(told))) this.#findings.push(told)
    }
  }
}
