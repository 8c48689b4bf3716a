import type { Finding } from '../model/finding.ts'
import { placeOf } from '../model/place.ts'
import type { Source } from '../model/source.ts'

export interface AcceptedWords {
  readonly words: readonly string[]
  readonly findings: readonly Finding[]
}

/** The words of `locales/<locale>/words.txt`: one a line, `#` begins a comment, empty lines don't count. */
export function wordsIn({ path, text }: Source): AcceptedWords {
  const words: string[] = []
  const findings: Finding[] = []
  for (const { 0: line, index } of text.replace(/^\uFEFF/, ' ').matchAll(/[^\r\n]+/g)) {
    const word = line.replace(/#.*/, '').trim()
    if (word === '') continue
    words.push(word)
    if (!/\s/.test(word)) continue
    const start = index + line.indexOf(word)
    findings.push({ ...severalWords(word), ...placeOf(path, text, start, start + word.length) })
  }
  return { words, findings }
}

function severalWords(actual: string) {
  const message = `Unexpected \`${actual}\`, expected one word a line: words are looked up one by one.`
  return { rule: 'invalid-house-file', severity: 'warning', message, actual, expected: [actual.split(/\s+/).join('\n')] } as const
}
