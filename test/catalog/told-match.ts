import type { Match } from '../../pipeline/model/match.ts'

/** A match in a line: how it was found, its words, and in brackets what they translate. */
export function toldMatch(match: Match): string {
  switch (match.kind) {
    case 'exact':
      return `exact ${match.text}`
    case 'outdated':
      return `${match.how} ${match.text} (${match.previous.id})`
    case 'missing':
      return match.message === null ? 'missing' : `missing, awaits ${match.message.id}`
  }
}
