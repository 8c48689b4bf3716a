import { inflateRawSync } from 'node:zlib'

/** Bytes that a file may have inside: a small archive can hold any amount of nothing. */
const maxInside = 256 * 1024 * 1024
const maxEntries = 5000

export type DocxArchive =
  | { readonly kind: 'read'; readonly parts: ReadonlyMap<string, Buffer> }
  | { readonly kind: 'damaged'; readonly why: string }
  | { readonly kind: 'too large' }

/**
 * Unpack a ZIP archive by its own bytes, never by the sizes that it claims, before a library that trusts them does.
 *
 * Names are only names: nothing is written anywhere.
 */
export function readDocxArchive(bytes: Buffer): DocxArchive {
  const end = bytes.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'))
  if (end < 0 || end + 22 > bytes.length) return { kind: 'damaged', why: WHY_NO_ZIP }
  try {
    return unpack(bytes, bytes.readUInt32LE(end + 16), bytes.readUInt16LE(end + 10))
  } catch (error) {
    if (error instanceof RangeError && (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') return { kind: 'too large' }
    return { kind: 'damaged', why: `The archive is broken (${error instanceof Error ? error.message : String(error)}).` }
  }
}

const WHY_NO_ZIP = 'It is no ZIP archive, which every .docx is, or it is cut off, an old .doc, or locked by a password.'

function unpack(bytes: Buffer, directory: number, count: number): DocxArchive {
  const parts = new Map<string, Buffer>()
  if (count > maxEntries) return { kind: 'too large' }
  let inside = 0
  for (let at = directory, nth = 0; nth < count; nth++) {
    if (bytes.readUInt32LE(at) !== 0x02014b50) return { kind: 'damaged', why: 'The list of its parts is broken.' }
    const name = bytes.toString('utf8', at + 46, at + 46 + bytes.readUInt16LE(at + 28))
    const part = partAt(bytes, at, maxInside - inside)
    if (part === null) return { kind: 'damaged', why: `Its part ${name} is packed in an unknown way.` }
    inside += part.length
    parts.set(name, part)
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  if (!parts.has('[Content_Types].xml') || ![...parts.keys()].some((name) => name.endsWith('.xml') && name.includes('document')))
    return { kind: 'damaged', why: 'The archive holds no Word document.' }
  return { kind: 'read', parts }
}

/** @param room bytes that it may have unpacked @throws {RangeError} `ERR_BUFFER_TOO_LARGE` */
function partAt(bytes: Buffer, entry: number, room: number): Buffer | null {
  const method = bytes.readUInt16LE(entry + 10)
  const local = bytes.readUInt32LE(entry + 42)
  const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
  const packed = bytes.subarray(start, start + bytes.readUInt32LE(entry + 20))
  if (method === 0) return packed
  return method === 8 ? inflateRawSync(packed, { maxOutputLength: Math.max(1, room) }) : null
}
