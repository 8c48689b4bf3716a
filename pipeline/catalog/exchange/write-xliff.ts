import type { Catalog, Message } from '../../model/catalog.ts'
import type { Locale } from '../../model/locale.ts'
import { isCurrent, isFuzzy, sourceOf } from '../message-state.ts'
import { noteLines } from './note-lines.ts'
import { unitId, wordsDigest } from './unit-id.ts'
import { xmlAttribute, xmlText } from './xml-text.ts'

export interface XliffInput {
  /** Synced with the article. */
  readonly catalog: Catalog
  /** The article's path. */
  readonly original: string
  readonly source: Locale
  readonly target: Locale
}

/**
 * One article in one locale as XLIFF 2.1: a unit a message, obsolete ones aside.
 *
 * Texts are Markdown, as in the catalog, and not cut into inline codes: what translators see is the same in every tool, and nothing is lost on the way back. Characters that XML can't hold are `<cp>`.
 *
 * Law: the same catalog gives the same bytes.
 */
export function writeXliff({ catalog, original, source, target }: XliffInput): string {
  const units = catalog.messages.filter(({ obsolete }) => !obsolete).map(unit)
  return `<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="${XLIFF}" xmlns:mda="${METADATA}" version="2.1" srcLang="${source}" trgLang="${target}">
  <file id="f1" original="${xmlAttribute(original)}">
${units.join('')}  </file>
</xliff>
`
}

/** The core of 2.0 and 2.1. */
export const XLIFF = 'urn:oasis:names:tc:xliff:document:2.0'
export const METADATA = 'urn:oasis:names:tc:xliff:metadata:2.0'
/** Beside state `initial`: there are words, of another source or that nobody vouches for. */
const FUZZY = 'colophon:fuzzy'

function unit(message: Message): string {
  const { context, id, strings } = message
  const name = context === null ? '' : ` name="${xmlAttribute(context)}"`
  const words = strings[0] ?? ''
  const target = words === '' ? '' : `        <target>${content(words)}</target>\n`
  return `    <unit id="${unitId(message)}"${name} xml:space="preserve">
      <mda:metadata>
        <mda:metaGroup category="colophon">
          <mda:meta type="words">${wordsDigest(message)}</mda:meta>
        </mda:metaGroup>
      </mda:metadata>
${notes(message)}      <segment ${state(message)}>
        <source>${content(id)}</source>
${target}      </segment>
    </unit>
`
}

function content(text: string): string {
  return xmlText(text, (character) => `<cp hex="${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}"/>`)
}

function state(message: Message): string {
  if (isFuzzy(message) && (message.strings[0] ?? '') !== '') return `state="initial" subState="${FUZZY}"`
  if (!isCurrent(message)) return 'state="initial"'
  return message.comments.some((line) => /^\s*Reviewed-by:/.test(line)) ? 'state="reviewed"' : 'state="translated"'
}

function notes(message: Message): string {
  const previous = isFuzzy(message) ? sourceOf(message) : null
  const all = [
    ...note('extracted', noteLines(message.extracted)),
    ...note('comment', noteLines(message.comments)),
    ...note('previous-source', previous === null || previous.id === message.id ? [] : [previous.id]),
  ]
  return all.length === 0 ? '' : `      <notes>\n${all.join('')}      </notes>\n`
}

function note(category: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`        <note category="${category}">${xmlText(lines.join('\n'))}</note>\n`]
}
