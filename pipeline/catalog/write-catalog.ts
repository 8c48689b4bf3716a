import type { Catalog, Message, Previous } from '../model/catalog.ts'
import { escaped } from './escaped.ts'
import { writeHeaders } from './headers.ts'

/**
 * The canonical PO file: header first, one blank line between messages, no wrapping; a line feed inside a text ends a line, as `msgcat --no-wrap` has it.
 *
 * Laws: writing what was read from a canonical file gives the same bytes; reading what was written gives equal messages, comments, flags and headers in the same order.
 */
export function writeCatalog(catalog: Catalog): string {
  let file = ''
  if (catalog.head !== null || catalog.headers.length > 0) file += writeHead(catalog)
  for (const message of catalog.messages) file += file === '' ? writeMessage(message) : `\n${writeMessage(message)}`
  if (catalog.trailing.length > 0) file += `${file === '' ? '' : '\n'}${catalog.trailing.join('\n')}\n`
  return file
}

function writeHead({ head, headers }: Catalog): string {
  const text = writeHeaders(headers)
  const comments = head === null ? '' : writeComments(head)
  return text === '' ? `${comments}msgid ""\nmsgstr ""\n` : `${comments}msgid ""\nmsgstr ""\n${lines('', text)}`
}

function writeMessage(message: Message): string {
  const { context, id, idPlural, strings, obsolete } = message
  const prefix = obsolete ? '#~ ' : ''
  let text = writeComments(message)
  if (context !== null) text += field(prefix, 'msgctxt', context)
  text += field(prefix, 'msgid', id)
  if (idPlural === null) return text + field(prefix, 'msgstr', strings[0] ?? '')
  text += field(prefix, 'msgid_plural', idPlural)
  for (const [index, string] of strings.entries()) text += field(prefix, `msgstr[${index}]`, string)
  return text
}

function writeComments({ comments, extracted, references, flags, previous, obsolete }: Message): string {
  let text = ''
  if (comments.length > 0) text += comment('#', comments)
  if (extracted.length > 0) text += comment('#.', extracted)
  if (references.length > 0) text += comment('#:', references)
  if (flags.length > 0) text += `#, ${flags.join(', ')}\n`
  return previous === null ? text : text + writePrevious(obsolete ? '#~| ' : '#| ', previous)
}

function comment(mark: string, texts: readonly string[]): string {
  let text = ''
  for (const each of texts) text += `${mark}${each}\n`
  return text
}

function writePrevious(prefix: string, { context, id, idPlural }: Previous): string {
  let text = ''
  if (context !== null) text += field(prefix, 'msgctxt', context)
  if (id !== null) text += field(prefix, 'msgid', id)
  if (idPlural !== null) text += field(prefix, 'msgid_plural', idPlural)
  return text
}

function field(prefix: string, keyword: string, text: string): string {
  if (!SPECIAL.test(text)) return `${prefix}${keyword} "${text}"\n`
  const end = text.indexOf('\n')
  if (end < 0 || end === text.length - 1) return `${prefix}${keyword} "${escaped(text)}"\n`
  return `${prefix}${keyword} ""\n${lines(prefix, text)}`
}

function lines(prefix: string, text: string): string {
  let written = ''
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf('\n', start) + 1 || text.length
    written += `${prefix}"${escaped(text.slice(start, end))}"\n`
    start = end
  }
  return written
}

const SPECIAL = /["\\\u0007-\r]/
