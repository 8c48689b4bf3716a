import { extname } from 'node:path'
import type { ImportedDocument } from '../model/document.ts'
import { Failure } from '../model/failure.ts'
import { decodeText } from './decode-text.ts'
import { diskCode, diskFailure } from './disk-failure.ts'
import { failures } from './failures.ts'
import { readBounded } from './read-bounded.ts'

/** Bytes. A book with its pictures. */
const maxDocumentSize = 64 * 1024 * 1024

/** Characters of text: the trees of more would not fit. */
const maxTextLength = 8 * 1024 * 1024

/**
 * Read a document from anywhere on the disk: Markdown, HTML, DOCX or plain text, as its name says.
 *
 * What reads HTML and DOCX is loaded when it is needed.
 *
 * @param path absolute
 * @param file what people call it
 * @throws {Failure} `import-unreadable`, `import-format`, `import-encoding`, `import-too-large`, `import-damaged`, `import-empty`, `disk-failed`
 */
export async function readDocument(path: string, file: string): Promise<ImportedDocument> {
  const read = READERS[extname(path).toLowerCase()]
  if (read === undefined) throw new Failure('import-format', failures['import-format'](file))
  const bytes = readBytes(path, file)
  const document = await read(bytes, file).catch((error: unknown) => {
    throw nested(file, error)
  })
  if (document.markdown.replace(/^\uFEFF/, '').trim() === '') throw new Failure('import-empty', failures['import-empty'](file))
  return document
}

type Reader = (bytes: Buffer, file: string) => Promise<ImportedDocument>

const readHtml: Reader = async (bytes, file) => {
  const { htmlDocument } = await import('./html-document.ts')
  return htmlDocument(bounded(decodeText(bytes, file, 'html'), file), file)
}

const readMarkdown: Reader = async (bytes, file) => {
  const { markdownDocument } = await import('./markdown-document.ts')
  return markdownDocument(bounded(decodeText(bytes, file, 'text'), file), file)
}

const READERS: Readonly<Record<string, Reader>> = {
  '.htm': readHtml,
  '.html': readHtml,
  '.xhtml': readHtml,
  '.md': readMarkdown,
  '.markdown': readMarkdown,
  '.txt': async (bytes, file) => {
    const { textDocument } = await import('./text-document.ts')
    return textDocument(bounded(decodeText(bytes, file, 'text'), file), file)
  },
  '.docx': async (bytes, file) => {
    const { docxDocument } = await import('./docx-document.ts')
    return await docxDocument(bytes, file)
  },
}

function readBytes(path: string, file: string): Buffer {
  try {
    const read = readBounded(path, maxDocumentSize)
    if (read.kind === 'too large') throw tooLarge(file)
    if (read.bytes.length === 0) throw new Failure('import-empty', failures['import-empty'](file))
    return read.bytes
  } catch (error) {
    throw readFailure(file, error)
  }
}

function readFailure(file: string, cause: unknown): unknown {
  const why = WHYS[diskCode(cause) ?? '']
  return why === undefined
    ? diskFailure(file, cause)
    : new Failure('import-unreadable', failures['import-unreadable'](file, why), { cause })
}

const WHYS: Readonly<Record<string, string>> = {
  ENOENT: 'It is not there.',
  ENOTDIR: 'It is not there.',
  EISDIR: 'It is a folder.',
  EACCES: 'Its permissions forbid reading it.',
  EPERM: 'Its permissions forbid reading it.',
}

/** Readers of trees end so where a document is nested thousands of levels deep. */
function nested(file: string, cause: unknown): unknown {
  if (!(cause instanceof RangeError)) return cause
  return new Failure('import-too-large', failures['import-too-large'](file), { cause })
}

function bounded(text: string, file: string): string {
  if (text.length > maxTextLength) throw tooLarge(file)
  return text
}

function tooLarge(file: string): Failure {
  return new Failure('import-too-large', failures['import-too-large'](file))
}
