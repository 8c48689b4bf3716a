import { XMLBuilder, XMLParser } from 'fast-xml-parser'
import { S3Error } from './s3-error.ts'

type XmlValue = string | number | boolean | { readonly [name: string]: XmlValue | readonly XmlValue[] | undefined }

/** A document of plain elements; texts are escaped. */
export function xml(document: { readonly [root: string]: XmlValue }): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLBuilder({ processEntities: true }).build(document)}`
}

/**
 * Elements as objects, texts as strings, those named in `lists` always as arrays.
 *
 * A document type is refused and no entity expanded by the parser: the five of XML and character numbers are resolved here, so that nothing can grow.
 *
 * @throws {S3Error} `MalformedXML`
 */
export function parseXml(text: string, lists: readonly string[]): unknown {
  if (/<!DOCTYPE/i.test(text)) throw new S3Error('MalformedXML', 'A document type is not allowed.')
  const parser = new XMLParser({
    processEntities: false,
    parseTagValue: false,
    trimValues: false,
    ignoreAttributes: true,
    ignoreDeclaration: true,
    isArray: (name) => lists.includes(name),
  })
  try {
    return parser.parse(text, true) as unknown
  } catch (error) {
    throw malformed(error)
  }
}

function malformed(cause: unknown): S3Error {
  return new S3Error('MalformedXML', 'The XML you provided was not well-formed.', { cause })
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

export function unescapeXml(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return named[name] ?? whole
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole
    },
  )
}
