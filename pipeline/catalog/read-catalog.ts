import type { Catalog, Message, ReadCatalog } from '../model/catalog.ts'
import type { Finding } from '../model/finding.ts'
import { placeOf } from '../model/place.ts'
import type { Source } from '../model/source.ts'
import { catalogKey } from './catalog-key.ts'
import { charsetOf, readHeaders } from './headers.ts'
import { MessageReader } from './message-reader.ts'
import { PoScanner, SyntaxProblem } from './po-scanner.ts'

/**
 * The messages of a PO file.
 *
 * All of gettext's grammar but `domain`; comments may also stand inside a message. A file is broken as a whole: whoever repairs it sees one place at a time, and nothing of it is used meanwhile.
 * The finding's rule is `catalog-syntax`, `catalog-charset` or `catalog-duplicate`; it names no article and no locale.
 */
export function readCatalog(source: Source): ReadCatalog {
  const nul = source.text.indexOf('\0')
  if (nul >= 0) return broken(source, 'catalog-syntax', new SyntaxProblem(nul, '\0', 'Unexpected NUL byte, expected text'))
  try {
    return checked(source, new MessageReader(new PoScanner(source.text)))
  } catch (problem) {
    if (problem instanceof SyntaxProblem) return broken(source, 'catalog-syntax', problem)
    throw problem
  }
}

function checked(source: Source, reader: MessageReader): ReadCatalog {
  const messages: Message[] = []
  const seen = new Map<string, Message>()
  let head: Message | null = null
  for (let message = reader.next(); message !== null; message = reader.next()) {
    const key = catalogKey(message.context, message.id)
    const first = seen.get(key)
    if (first?.context === message.context) return broken(source, 'catalog-duplicate', duplicate(source, message, first))
    seen.set(key, message)
    if (key === '') head = message
    else messages.push(message)
  }
  const catalog: Catalog = { source, headers: readHeaders(head?.strings[0] ?? ''), head, messages, trailing: reader.trailing() }
  const charset = charsetOf(catalog.headers)
  return charset === null ? { kind: 'read', catalog } : broken(source, 'catalog-charset', wrongCharset(source, head?.line ?? 1, charset))
}

function broken(source: Source, rule: string, { offset, actual, message, expected }: SyntaxProblem): ReadCatalog {
  const place = placeOf(source.path, source.text, offset, offset + actual.length)
  const finding: Finding = { rule, severity: 'error', ...place, message, actual, expected }
  return { kind: 'broken', finding }
}

function duplicate(source: Source, message: Message, first: Message): SyntaxProblem {
  const [line, firstLine] = [lineOfId(source, message), lineOfId(source, first)]
  const name =
    message.context === null ? `\`${shortened(message.id)}\`` : `\`${shortened(message.id)}\` in the context \`${message.context}\``
  const text = `Unexpected second message ${name} in line ${line}, expected the one of line ${firstLine} alone`
  return new SyntaxProblem(offsetOfLine(source.text, line), '', text)
}

/** Its keyword's, behind the comments. */
function lineOfId(source: Source, message: Message): number {
  const scanner = new PoScanner(source.text, offsetOfLine(source.text, message.line), message.line)
  let token = scanner.next()
  while (token !== 'end' && (token !== 'word' || scanner.previous)) token = scanner.next()
  return scanner.line
}

function shortened(id: string): string {
  return id.length > 60 ? `${id.slice(0, 59)}…` : id
}

function offsetOfLine(text: string, line: number): number {
  let offset = 0
  for (let at = 1; at < line; at++) offset = text.indexOf('\n', offset) + 1
  return offset
}

function wrongCharset(source: Source, headLine: number, charset: string): SyntaxProblem {
  const from = offsetOfLine(source.text, headLine)
  const found = source.text.indexOf(charset, source.text.indexOf('charset', from))
  const text = `Unexpected charset \`${charset}\` in ${source.path}, expected \`UTF-8\`: save the file in UTF-8 and say so in its header`
  return new SyntaxProblem(Math.max(from, found), found < 0 ? '' : charset, text, ['UTF-8'])
}
