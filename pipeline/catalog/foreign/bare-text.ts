/** A text on one line: a hard break is `\` and a newline, all other white space a blank. */
export function oneLine(text: string): string {
  return text
    .trim()
    .replace(/(?: {2,}|\\)\r?\n\s*/g, '\\\n')
    .replace(/[^\S\n]*(?<!\\)\n\s*|[^\S\n]+/g, ' ')
}

/** What of a text every system writes in the same way: its words, without marks, targets of links and kinds of white space. */
export function bareText(text: string): string {
  return text
    .replace(TAIL, ']')
    .replace(/\\(?=[\p{P}\p{S}])/gu, '')
    .replace(/[[\]*_`]/g, '')
    .replace(/\\?\s+/g, ' ')
    .trim()
}

/**
 * The text with its emphasis, links and code, each in one way of writing it; targets of links left out.
 *
 * Law: texts of which it is equal show readers the same, but for where links lead.
 */
export function plainMarks(text: string): string {
  return text
    .replace(TAIL, ']')
    .replace(/\\?\s+/g, ' ')
    .replace(/(?<=[\p{L}\p{N}])_(?=[\p{L}\p{N}])|(?<=\s)[*_](?=\s)/gu, '\\$&')
    .replace(/(?<!\\)\*/g, '_')
    .replace(/\\(?![*_[\]`\\])(?=[\p{P}\p{S}])/gu, '')
    .trim()
}

/** Behind a link's words: `(target "title")`, `[label]`. */
const TAIL = /\]((?:\[[^\][]*\])|(?:\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*\)))/g

/** Words without a blank between them are one by one; what stands between words is none. */
export function wordsIn(text: string): string[] {
  return bareText(text).toLowerCase().match(WORD) ?? []
}

const WORD = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]|[\p{L}\p{N}\p{M}]+/gu
