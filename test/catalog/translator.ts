import { fc } from '@fast-check/vitest'
import type { Catalog, Message } from '../../pipeline/model/catalog.ts'

/** What a translator does to a file between two syncs. */
export type Work =
  | 'nothing'
  | 'translates all'
  | 'translates some'
  | 'begins the fuzzy ones'
  | 'doubts some'
  | 'adds a second one'
  | 'comments'

export const work: fc.Arbitrary<Work> = fc.constantFrom(
  'nothing',
  'translates all',
  'translates some',
  'begins the fuzzy ones',
  'doubts some',
  'adds a second one',
  'comments',
)

/** A faithful translation says what it translates: `⟦…⟧`. */
export function translationOf(id: string): string {
  return `⟦${id}⟧`
}

export function translated(catalog: Catalog, work: Work): Catalog {
  return {
    ...catalog,
    messages: catalog.messages.flatMap((message, at) => (message.obsolete ? [message] : worked(message, work, at, catalog))),
  }
}

function worked(message: Message, work: Work, at: number, catalog: Catalog): Message[] {
  const words = message.strings[0] ?? ''
  const awaits = words === '' || message.flags.includes('fuzzy')
  switch (work) {
    case 'nothing':
      return [message]
    case 'translates all':
      return [awaits ? done(message) : message]
    case 'translates some':
      return [awaits && at % 2 === 0 ? done(message) : message]
    case 'begins the fuzzy ones':
      return [message.flags.includes('fuzzy') ? { ...message, strings: [`${words} half of ${message.id}`] } : message]
    case 'doubts some':
      return [at % 3 === 0 ? { ...message, flags: [...new Set(['fuzzy', ...message.flags])] } : message]
    case 'adds a second one':
      return mayRepeat(message, catalog)
        ? [message, { ...done(message), context: '2', strings: [`${translationOf(message.id)} again`] }]
        : [message]
    case 'comments':
      return [{ ...message, comments: [...message.comments, ` Note ${at} on ${message.id}`] }]
  }
}

function done(message: Message): Message {
  return { ...message, strings: [translationOf(message.id)], flags: message.flags.filter((flag) => flag !== 'fuzzy'), previous: null }
}

function mayRepeat({ context, id }: Message, { messages }: Catalog): boolean {
  return context === null && !messages.some((other) => other.context === '2' && other.id === id)
}
