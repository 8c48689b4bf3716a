import { readCatalog } from '../../pipeline/catalog/read-catalog.ts'
import type { Unit } from '../../pipeline/model/article.ts'
import type { Catalog, Message } from '../../pipeline/model/catalog.ts'
import { digest } from '../../pipeline/model/digest.ts'
import type { Finding } from '../../pipeline/model/finding.ts'
import type { Source } from '../../pipeline/model/source.ts'

function sourceOf(text: string): Source {
  return { path: 'locales/it/articles/talks.po', text, digest: digest(text) }
}

/** The catalog of a file that must be right. */
export function catalogOf(text: string): Catalog {
  const read = readCatalog(sourceOf(text))
  if (read.kind === 'broken') throw new Error(`${read.finding.line}:${read.finding.column} ${read.finding.message}`)
  return read.catalog
}

/** The finding of a file that must be wrong. */
export function findingIn(text: string): Finding {
  const read = readCatalog(sourceOf(text))
  if (read.kind === 'read') throw new Error('The file was read without a finding')
  return read.finding
}

export function message(id: string, text: string, more: Partial<Message> = {}): Message {
  const empty = {
    context: null,
    idPlural: null,
    comments: [],
    extracted: [],
    references: [],
    flags: [],
    previous: null,
    obsolete: false,
    line: 0,
  }
  return { ...empty, id, strings: [text], ...more }
}

export function catalog(...messages: readonly Message[]): Catalog {
  return { source: null, headers: [], head: null, messages, trailing: [] }
}

/** Body paragraphs, or `context: text` for front matter where it begins with a known context. */
export function unitsOf(...texts: readonly string[]): Unit[] {
  const seen = new Map<string, number>()
  return texts.map((text) => {
    const [, context = null, rest = text] = /^(title|description|slug): (.*)$/s.exec(text) ?? []
    const repeat = seen.get(text) ?? 0
    seen.set(text, repeat + 1)
    return { kind: (context ?? 'paragraph') as Unit['kind'], context, text: rest, locale: null, frame: null, repeat, spans: [] }
  })
}

/** What a person wrote, without where it stands. */
export function content({ headers, head, messages, trailing }: Catalog): unknown {
  const bare = (message: Message) => ({ ...message, line: 0 })
  return { headers, head: head === null ? null : { ...bare(head), strings: [] }, messages: messages.map(bare), trailing }
}
