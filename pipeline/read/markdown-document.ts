import { isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml'
import type { DocumentMeta, ImportedDocument } from '../model/document.ts'

/** A Markdown file of any system: its front matter may have other fields than ours, or be missing. */
export function markdownDocument(text: string, file: string): ImportedDocument {
  return { file, structure: 'marked', meta: metaOf(text), markdown: text, lines: null, pictures: [], notes: [] }
}

/** Characters; real front matter has a few hundred. */
const maximumSize = 65_536

function metaOf(text: string): DocumentMeta {
  const yaml = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)^---[ \t]*\r?$/m.exec(text)?.[1] ?? ''
  const fields = fieldsOf(yaml.length > maximumSize ? '' : yaml)
  const first = (...names: readonly string[]): string | null => names.map((name) => fields.get(name)?.[0]).find(Boolean) ?? null
  return {
    title: first('title'),
    description: first('description', 'summary', 'excerpt', 'subtitle'),
    date: first('date', 'published'),
    lang: first('lang', 'language', 'locale'),
    authors: fields.get('authors') ?? fields.get('author') ?? [],
    tags: fields.get('tags') ?? [],
  }
}

/** Texts and lists of texts, by lower-case name; everything else is passed over. Nothing is read as a number or date. */
function fieldsOf(yaml: string): ReadonlyMap<string, readonly string[]> {
  const fields = new Map<string, readonly string[]>()
  const contents = parse(yaml)
  if (!isMap(contents)) return fields
  for (const { key, value } of contents.items) {
    const values = isSeq(value) ? value.items : [value]
    const texts = values.flatMap((one) =>
      isScalar(one)
        ? [
            String(one.value ?? '')
              .replace(/\s+/g, ' ')
              .trim(),
          ]
        : [],
    )
    if (isScalar(key)) fields.set(String(key.value).toLowerCase(), texts.filter(Boolean))
  }
  return fields
}

function parse(yaml: string): Node | null {
  try {
    return parseDocument(yaml, { schema: 'failsafe', prettyErrors: false }).contents
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
