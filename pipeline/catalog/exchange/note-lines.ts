import { picturedText } from './xml-text.ts'

/** Comment lines of a catalog as notes show them. */
export function noteLines(comments: readonly string[]): string[] {
  return comments.map((line) => picturedText(line.trim())).filter((line) => line !== '')
}
