import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { ImportedDocument } from '../model/document.ts'
import { Failure } from '../model/failure.ts'
import { readDocxArchive } from './docx-archive.ts'
import type { DocxHtml } from './docx-worker.ts'
import { failures } from './failures.ts'
import { htmlDocument } from './html-document.ts'

/** Milliseconds for one document; a book of 500 pages takes a few thousand. */
const longest = 60_000

/**
 * A Word document: its paragraphs by their styles. The first heading of level 1, or the title, is the title.
 *
 * Its conversion runs in a thread of its own with bounded time and memory, as the library's author advises for documents of others; files outside of the document are never read.
 *
 * @throws {Failure} `import-damaged`, `import-too-large`
 */
export async function docxDocument(bytes: Buffer, file: string): Promise<ImportedDocument> {
  const archive = readDocxArchive(bytes)
  if (archive.kind === 'too large') throw new Failure('import-too-large', failures['import-too-large'](file))
  if (archive.kind === 'damaged') throw damaged(file, archive.why)
  const { html, pictures, notes } = await convert(bytes, file)
  const subtitle = /<p class="subtitle">([\s\S]*?)<\/p>/.exec(html)
  const document = htmlDocument(html.replace(subtitle?.[0] ?? '', ''), file)
  const standfirst = subtitle === null ? null : htmlDocument(subtitle[0], file).markdown.trim()
  const properties = archive.parts.get('docProps/core.xml')?.toString('utf8') ?? ''
  return {
    ...document,
    meta: { ...propertiesOf(properties), title: document.meta.title ?? property(properties, 'dc:title'), description: standfirst },
    lines: [],
    pictures,
    notes: [...notes, ...document.notes],
  }
}

async function convert(bytes: Buffer, file: string): Promise<DocxHtml> {
  const worker = new Worker(new URL('./docx-worker.ts', import.meta.url), {
    workerData: new Uint8Array(bytes),
    resourceLimits: { maxOldGenerationSizeMb: 1024 },
  })
  try {
    const [html] = (await once(worker, 'message', { signal: AbortSignal.timeout(longest) })) as [DocxHtml]
    return html
  } catch (error) {
    if (error instanceof Error && error.name === 'AbortError')
      throw damaged(file, `Reading it took longer than ${longest / 1000} seconds.`, error)
    throw damaged(file, error instanceof Error ? `It is said: ${error.message}` : 'Reading it failed.', error)
  } finally {
    await worker.terminate()
  }
}

function damaged(file: string, why: string, cause?: unknown): Failure {
  return new Failure('import-damaged', failures['import-damaged'](file, why), { cause })
}

/** Dublin Core, as Word and LibreOffice keep it. */
function propertiesOf(xml: string): Omit<ImportedDocument['meta'], 'title' | 'description'> {
  const authors = property(xml, 'dc:creator')?.split(/\s*;\s*/) ?? []
  const tags = property(xml, 'cp:keywords')?.split(/\s*[,;]\s*/) ?? []
  return {
    date: property(xml, 'dcterms:created'),
    lang: property(xml, 'dc:language'),
    authors: authors.filter(Boolean),
    tags: tags.filter(Boolean),
  }
}

function property(xml: string, name: string): string | null {
  const text = new RegExp(`<${name}(?:\\s[^>]*)?>([^<]*)</${name}>`).exec(xml)?.[1] ?? ''
  const plain = text
    .replace(/&(?:amp|lt|gt|quot|apos|#(\d+)|#x([0-9a-f]+));/gi, unescaped)
    .replace(/\s+/g, ' ')
    .trim()
  return plain === '' ? null : plain
}

function unescaped(entity: string, decimal: string | undefined, hex: string | undefined): string {
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
  if (Number.isNaN(code)) return ENTITIES[entity.toLowerCase()] ?? entity
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : ''
}

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'" }
