import { lstatSync } from 'node:fs'
import { join } from 'node:path'
import type { Finding } from '../model/finding.ts'
import { type JsonMember, readJson } from '../model/json.ts'
import type { Locale } from '../model/locale.ts'
import { placeOf, pointAt } from '../model/place.ts'
import type { Source } from '../model/source.ts'
import { readSource } from './read-source.ts'

/** i18next JSON v4, flat: `pageOf`, `translators_one`. No prototype. */
export type Words = Readonly<Record<string, string>>

export interface InterfaceWords {
  readonly words: ReadonlyMap<Locale, Words>
  /** The site's own files that are there. */
  readonly sources: ReadonlyMap<Locale, Source>
  /** The built-in ones of English, which has all of them. */
  readonly builtIn: Words
  readonly findings: readonly Finding[]
}

/** This package's own folder: it holds the built-in words. */
const builtIn = join(import.meta.dirname, '../..')

/**
 * The words of the templates: the built-in ones of each locale, and over them the site's own.
 *
 * A file that is no JSON, or a member that is no text, counts as absent and is a finding with its line and column.
 *
 * @param locales those of the site and of their fallbacks
 * @throws {Failure} `disk-failed`
 */
export function readInterfaceWords(root: string, locales: Iterable<Locale>): InterfaceWords {
  const words = new Map<Locale, Words>()
  const sources = new Map<Locale, Source>()
  const findings: Finding[] = []
  for (const locale of new Set(locales)) {
    const own = readWords(root, locale)
    words.set(locale, Object.assign(Object.create(null), withoutTags(readWords(builtIn, locale).words), own.words))
    if (own.source !== null) sources.set(locale, own.source)
    findings.push(...own.findings)
  }
  return { words, sources, builtIn: withoutTags(readWords(builtIn, 'en' as Locale).words), findings }
}

/** Labels of tags are a site's own: those that stand among the built-in words are the demo's. */
function withoutTags(words: Words): Words {
  return Object.fromEntries(Object.entries(words).filter(([key]) => !key.startsWith('tag.')))
}

interface ReadWords {
  readonly source: Source | null
  readonly words: Words
  readonly findings: readonly Finding[]
}

function readWords(root: string, locale: Locale): ReadWords {
  const path = `locales/${locale}/interface.json`
  if (lstatSync(join(root, path), { throwIfNoEntry: false })?.isFile() !== true) return { source: null, words: {}, findings: [] }
  const read = readSource(root, path)
  if (read.kind === 'broken') return { source: null, words: {}, findings: [{ ...read.finding, locale }] }
  const { words, findings } = wordsIn(read.source)
  return { source: read.source, words, findings: findings.map((finding) => ({ ...finding, locale })) }
}

function wordsIn(source: Source): Omit<ReadWords, 'source'> {
  const read = readJson(source.text)
  if (read.kind === 'wrong') {
    const message = `Unexpected ${read.found}, expected ${read.expected}.`
    return { words: {}, findings: [finding(source, read.offset, message)] }
  }
  if (read.root.kind !== 'object')
    return { words: {}, findings: [finding(source, read.root.start, 'Expected an object of keys and texts.')] }
  const words: Record<string, string> = Object.create(null)
  const findings: Finding[] = []
  for (const member of read.root.members) {
    const mistake = mistakeIn(member, words)
    if (mistake !== null)
      findings.push({ ...finding(source, member.start, mistake), ...placeOf(source.path, source.text, member.start, member.end) })
    else if (member.value.kind === 'scalar') words[member.name] = String(member.value.value)
  }
  return { words, findings }
}

/** Names with a meaning for JavaScript's objects, which no library must be handed. */
const forbidden = new Set(['__proto__', 'constructor', 'prototype'])

function mistakeIn({ name, value }: JsonMember, before: Words): string | null {
  if (forbidden.has(name)) return `Unexpected key \`${name}\`: it can't be used.`
  if (name in before) return `Unexpected key \`${name}\`: it stands above already.`
  if (value.kind === 'object') return `Unexpected object at \`${name}\`, expected a text: keys are flat.`
  return value.kind === 'scalar' && typeof value.value === 'string'
    ? null
    : `Unexpected value of \`${name}\`, expected a text in double quotes.`
}

function finding({ path, text }: Source, offset: number, message: string): Finding {
  return { rule: 'interface-invalid', severity: 'error', file: path, ...pointAt(text, offset), message, expected: [] }
}
