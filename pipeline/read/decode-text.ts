import { Failure } from '../model/failure.ts'
import { failures } from './failures.ts'

/**
 * A document's text: by its byte order mark, by the charset that an HTML file declares, else UTF-8.
 *
 * A text is never guessed at: bytes that its encoding doesn't have are refused.
 *
 * @throws {Failure} `import-encoding`
 */
export function decodeText(bytes: Buffer, file: string, format: 'html' | 'text'): string {
  const label = markOf(bytes) ?? (format === 'html' ? declaredCharset(bytes) : null) ?? 'utf-8'
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes).replaceAll('\u0000', '\uFFFD')
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof RangeError)) throw error
    throw wrongEncoding(file, label, error)
  }
}

function wrongEncoding(file: string, label: string, cause: unknown): Failure {
  return new Failure('import-encoding', failures['import-encoding'](file, label), { cause })
}

function markOf(bytes: Buffer): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
}

/** In the first 1,024 bytes, as browsers look for it. */
function declaredCharset(bytes: Buffer): string | null {
  const head = bytes.toString('latin1', 0, 1024)
  return /<meta[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1] ?? null
}
