import { lstatSync } from 'node:fs'
import { join } from 'node:path'
import type { Finding } from '../model/finding.ts'
import type { Locale } from '../model/locale.ts'
import { placeOf } from '../model/place.ts'
import { readSource } from './read-source.ts'

export interface AcceptedWords {
  readonly words: readonly string[]
  readonly findings: readonly Finding[]
}

/**
 * The words of `locales/<locale>/words.txt`: one a line, `#` begins a comment, empty lines don't count.
 *
 * @throws {Failure} `disk-failed`
 */
export function readAcceptedWords(root: string, locale: Locale): AcceptedWords {
  const path = `locales/${locale}/words.txt`
  if (lstatSync(join(root, path), { throwIfNoEntry: false })?.isFile() !== true) return { words: [], findings: [] }
  const read = readSource(root, path)
  if (read.kind === 'broken') return { words: [], findings: [{ ...read.finding, locale }] }
  const { text } = read.source
  const words: string[] = []
  const findings: Finding[] = []
  for (const { 0: line, index } of text.replace(/^\uFEFF/, ' ').matchAll(/[^\r\n]+/g)) {
    const word = line.replace(/#.*/, '').trim()
    if (word === '') continue
    words.push(word)
    if (/\s/.test(word)) findings.push({ ...severalWords(word), ...placeIn(path, text, index + line.indexOf(word), word), locale })
  }
  return { words, findings }
}

function placeIn(path: string, text: string, start: number, word: string) {
  return placeOf(path, text, start, start + word.length)
}

function severalWords(actual: string) {
  const message = `Unexpected \`${actual}\`, expected one word a line: words are looked up one by one.`
  return { rule: 'invalid-house-file', severity: 'warning', message, actual, expected: [actual.split(/\s+/).join('\n')] } as const
}
