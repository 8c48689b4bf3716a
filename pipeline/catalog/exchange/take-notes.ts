import type { Message } from '../../model/catalog.ts'
import { escaped } from '../escaped.ts'
import { joinComments } from '../join-comments.ts'
import { noteLines } from './note-lines.ts'

/** The message with the lines that it doesn't have yet as its translators' comments. */
export function withNotes(message: Message, lines: readonly string[]): Message {
  const known = new Set(noteLines([...message.comments, ...message.extracted]))
  const added = [...new Set(lines)].filter((line) => !known.has(line))
  return added.length === 0 ? message : { ...message, comments: [...message.comments, ...added.map(commentLine)] }
}

/** The message with words that it doesn't take in a comment, as merging has them. */
export function withWordsNoted(message: Message, words: string): Message {
  const comments = joinComments(message.comments, [` Another translation: "${escaped(words)}"`])
  return comments === message.comments ? message : { ...message, comments }
}

/** A backslash at its end would join it with the next line. */
function commentLine(line: string): string {
  return line.endsWith('\\') ? ` ${line} .` : ` ${line}`
}
