import { readLanguage } from '../article/read-language.ts'
import { chooseSegment } from '../catalog/memory/choose-segment.ts'
import type { Recall } from '../catalog/memory/fill-from-memory.ts'
import { type Segment, segmentsOf } from '../catalog/memory/segment.ts'
import { type TranslationMemory, translationMemory } from '../catalog/memory/translation-memory.ts'
import type { Article, ArticleId } from '../model/article.ts'
import type { Message } from '../model/catalog.ts'
import type { Locale } from '../model/locale.ts'
import type { Site } from '../model/site.ts'
import { readSource } from '../read/read-source.ts'
import type { ArticleFile, SiteFiles } from '../read/site-files.ts'
import { loadCatalog } from './load-article.ts'

/** Close ones that a message is offered. */
const OFFERED = 3

/** What the site's catalogs have translated before: one memory a locale, over all articles that are there, whatever `--article` wants. Reads nothing before it is asked. */
export class Memories {
  readonly #root: string
  readonly #site: Site
  readonly #files: SiteFiles
  readonly #articles: ReadonlyMap<ArticleId, ArticleFile>
  readonly #memories = new Map<Locale, TranslationMemory>()
  readonly #languages = new Map<ArticleId, Locale | null>()

  constructor(root: string, site: Site, files: SiteFiles) {
    this.#root = root
    this.#site = site
    this.#files = files
    this.#articles = new Map(files.articles.map((file) => [file.id, file]))
  }

  /** Only from articles in the same language: "Chat" is a cat in French. */
  recallFor({ locale: language }: Article, locale: Locale, close: 'offer close ones' | 'exact ones only'): Recall {
    const choose = (segments: readonly Segment[], { context }: Message) =>
      chooseSegment(
        segments.filter(({ article }) => this.#languageOf(article) === language),
        context,
      )
    return {
      exact: (message) => choose(this.#memory(locale).exact(message.id), message),
      close: (message) => (close === 'offer close ones' ? offers(this.#memory(locale), message, choose) : []),
    }
  }

  #memory(locale: Locale): TranslationMemory {
    const known = this.#memories.get(locale)
    if (known !== undefined) return known
    const memory = translationMemory(this.#files.catalogs.flatMap((file) => (file.locale === locale ? this.#segmentsIn(file) : [])))
    this.#memories.set(locale, memory)
    return memory
  }

  /** A broken catalog teaches nothing; its own article's sync says what is wrong with it. */
  #segmentsIn(file: SiteFiles['catalogs'][number]): Segment[] {
    const read = loadCatalog(this.#root, file)
    return read.kind === 'read' ? segmentsOf(read.catalog, file.id) : []
  }

  #languageOf(id: ArticleId): Locale | null {
    const known = this.#languages.get(id)
    if (known !== undefined) return known
    const file = this.#articles.get(id)
    const read = file === undefined ? null : readSource(this.#root, file.path)
    const language = read?.kind === 'read' ? readLanguage(read.source, this.#site) : null
    this.#languages.set(id, language)
    return language
  }
}

function offers(memory: TranslationMemory, message: Message, choose: (segments: readonly Segment[], message: Message) => Segment | null) {
  return memory
    .close(message.id)
    .flatMap(({ likeness, segments }) => {
      const segment = choose(segments, message)
      return segment === null ? [] : [{ ...segment, likeness }]
    })
    .slice(0, OFFERED)
}
