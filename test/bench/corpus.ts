import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Composition, compose, type Phrase, say } from './composition.ts'
import { markdown, relativeLink } from './markdown.ts'
import { corpusLocales, type Vocabulary, vocabulary } from './vocabulary.ts'

export interface CorpusOptions {
  readonly articles: number
  /** The source included; at most `corpusLocales.length`. */
  readonly locales: number
  readonly seed?: number
}

/** The same for the same options, to the byte. */
export interface Corpus {
  readonly source: Vocabulary
  readonly translations: readonly Vocabulary[]
  compositions(): Iterable<Composition>
}

export function corpus({ articles, locales, seed = 1 }: CorpusOptions): Corpus {
  const [source = vocabulary('en'), ...translations] = corpusLocales.slice(0, locales).map(vocabulary)
  return {
    source,
    translations,
    *compositions() {
      for (let number = 0; number < articles; number++) yield compose(number, articles, seed)
    },
  }
}

/** Writes a site for Colophon: articles in English, a complete PO file for each in every other locale. */
export function writeSite(root: string, { source, translations, compositions }: Corpus): void {
  const locales = [source, ...translations].map(({ locale }) => locale)
  const site = { name: 'Strait & Sound', url: 'https://news.example', timeZone: 'Europe/Brussels' }
  write(
    join(root, 'colophon.config.json'),
    `${JSON.stringify({ site, sourceLocale: source.locale, locales, incomplete: 'hold' }, null, 2)}\n`,
  )
  for (const composition of compositions()) {
    const link = relativeLink(composition.id)
    write(join(root, 'articles', `${composition.id}.md`), articleFile(composition, source, link))
    const spoken = (language: Vocabulary) => (phrase: Phrase) => say(phrase, language, link)
    for (const language of translations) {
      const path = join(root, 'locales', language.locale, 'articles', `${composition.id}.po`)
      write(path, catalogFile(composition, language.locale, spoken(source), spoken(language)))
    }
  }
}

/** Makes the folder where it is missing. */
export function write(path: string, text: string): void {
  try {
    writeFileSync(path, text)
  } catch {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  }
}

/** Front matter that both Colophon and Hugo understand, then the body. */
export function articleFile(composition: Composition, language: Vocabulary, link: (article: number) => string): string {
  const { title, description, date, authors, place, tags } = composition
  const lines = [
    '---',
    `title: ${say(title, language, link)}`,
    `description: ${say(description, language, link)}`,
    `date: ${date.toISOString()}`,
    `authors: [${authors.join(', ')}]`,
    ...(place === null ? [] : [`place: ${say(place, language, link)}`]),
    `tags: [${tags.join(', ')}]`,
    '---',
    '',
  ]
  return `${lines.join('\n')}\n${markdown(composition, language, link)}`
}

interface CorpusUnit {
  readonly kind: string
  readonly context: string | null
  readonly phrase: Phrase
}

export function catalogFile(
  composition: Composition,
  locale: string,
  source: (phrase: Phrase) => string,
  target: (phrase: Phrase) => string,
): string {
  const header = `msgid ""\nmsgstr ""\n"Language: ${locale}\\n"\n"Language-Team: Translation Service of Withub\\n"\n"MIME-Version: 1.0\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n`
  const messages = new Map<string, string>()
  for (const { kind, context, phrase } of unitsOf(composition)) {
    const id = source(phrase)
    const label = context === null ? `msgid "${id}"` : `msgctxt "${context}"\nmsgid "${id}"`
    if (!messages.has(label)) messages.set(label, `\n#. ${kind}\n${label}\nmsgstr "${kind === 'slug' ? '' : target(phrase)}"\n`)
  }
  return header + [...messages.values()].join('')
}

function unitsOf({ number, title, description, place, blocks }: Composition): CorpusUnit[] {
  const body = (kind: string) => (phrase: Phrase) => ({ kind, context: null, phrase })
  return [
    { kind: 'title, at most 110 characters', context: 'title', phrase: title },
    { kind: 'description, at most 200 characters', context: 'description', phrase: description },
    { kind: 'slug', context: 'slug', phrase: [`story-${number}`] },
    ...(place === null ? [] : [{ kind: 'place', context: 'place', phrase: place }]),
    ...blocks.flatMap((block) => {
      if (block.kind === 'list') return block.items.map(body('list item'))
      if (block.kind === 'table') return block.rows.flat().map(body('table cell'))
      return [body(block.kind === 'heading' ? 'heading' : 'paragraph')(block.text)]
    }),
  ]
}
