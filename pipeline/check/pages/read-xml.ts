import { XMLValidator } from 'fast-xml-parser'
import { Parser } from 'htmlparser2'
import { type MarkupReader, readPlainMarkup } from './plain-markup.ts'

/**
 * Read XML to its end: once where it is plain, else once more to judge whether it is well-formed.
 *
 * @param open a reader that was told nothing yet
 * @returns the reader that was told all; why the text isn't well-formed where it isn't
 */
export function readXml<Reader extends MarkupReader>(xml: string, open: () => Reader): Reader | string {
  const plain = open()
  if (readPlainMarkup(xml, 'xml', plain)) return plain
  const valid = XMLValidator.validate(xml)
  if (valid !== true) return `${valid.err.msg} (line ${valid.err.line})`
  const reader = open()
  const parser = new Parser(reader, { xmlMode: true })
  parser.write(xml)
  parser.end()
  return reader
}
