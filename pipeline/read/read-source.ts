import { isUtf8 } from 'node:buffer'
import { join } from 'node:path'
import { blobDigest } from '../model/digest.ts'
import type { Finding } from '../model/finding.ts'
import { pointAt } from '../model/place.ts'
import type { Source } from '../model/source.ts'
import { diskCode, diskFailure } from './disk-failure.ts'
import { readBounded } from './read-bounded.ts'

export type ReadSource = { readonly kind: 'read'; readonly source: Source } | { readonly kind: 'broken'; readonly finding: Finding }

/** Bytes. A long book has one million. */
export const maxSourceSize = 8 * 1024 * 1024

/**
 * Read a text file of the site; synchronous, which costs a sixth of the asynchronous way for many small files. A file that is too large isn't read at all.
 *
 * @param path relative to `root`, with `/`
 * @param limit bytes
 * @returns a finding without article and locale, which the caller knows, where the file isn't UTF-8, is larger than `limit` or can't be opened
 * @throws {Failure} `disk-failed` when the disk itself fails
 */
export function readSource(root: string, path: string, limit = maxSourceSize): ReadSource {
  try {
    const read = readBounded(join(root, path), limit)
    if (read.kind === 'too large') return broken(path, tooLarge(read.size, limit))
    const { bytes } = read
    if (!isUtf8(bytes)) return { kind: 'broken', finding: invalidUtf8(path, bytes) }
    return { kind: 'read', source: sourceOf(path, bytes.toString('utf8')) }
  } catch (error) {
    const rule = findings[diskCode(error) ?? '']
    if (rule === undefined) throw diskFailure(path, error)
    return broken(path, rule)
  }
}

/** Its digest is made when it is asked for: valid UTF-8 and its text are the same bytes. */
function sourceOf(path: string, text: string): Source {
  return {
    path,
    text,
    get digest() {
      return blobDigest(Buffer.from(text))
    },
  }
}

interface Trouble {
  readonly rule: string
  readonly message: string
}

function tooLarge(size: number, limit: number): Trouble {
  const [found, most] = [Math.ceil(size / MIB), limit / MIB]
  return { rule: 'file-too-large', message: `Unexpected size of ${found} MiB, expected at most ${most} MiB. Cut the file in parts.` }
}

const MIB = 1024 * 1024

const findings: Readonly<Record<string, Trouble>> = {
  ENOENT: { rule: 'unreadable-file', message: 'The file is not there.' },
  EISDIR: { rule: 'unreadable-file', message: 'Unexpected folder, expected a file.' },
  EACCES: { rule: 'unreadable-file', message: 'The permissions of the file forbid reading it.' },
  EPERM: { rule: 'unreadable-file', message: 'The permissions of the file forbid reading it.' },
}

function broken(file: string, { rule, message }: Trouble): ReadSource {
  return { kind: 'broken', finding: { rule, severity: 'error', file, line: 1, column: 1, message, expected: [] } }
}

function invalidUtf8(file: string, bytes: Buffer): Finding {
  const offset = firstInvalid(bytes)
  const before = bytes.toString('utf8', 0, offset)
  const byte = (bytes[offset] ?? 0).toString(16).toUpperCase().padStart(2, '0')
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  const hint = utf16 ? 'The file looks like UTF-16: save it as UTF-8.' : 'Save the file as UTF-8.'
  return {
    rule: 'invalid-utf8',
    severity: 'error',
    file,
    ...pointAt(before, before.length),
    message: `Unexpected byte 0x${byte} at offset ${offset}, expected UTF-8. ${hint}`,
    expected: [],
  }
}

/** Offset of the first byte of the first sequence that isn't UTF-8: up to it, decoding and encoding again changes nothing. */
function firstInvalid(bytes: Buffer): number {
  const again = Buffer.from(bytes.toString('utf8'))
  let at = 0
  while (at < bytes.length && bytes[at] === again[at]) at++
  while (at > 0 && ((again[at] ?? 0) & 0xc0) === 0x80) at--
  return at
}
