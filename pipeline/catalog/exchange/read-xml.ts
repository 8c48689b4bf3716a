import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { firstNotXml } from './xml-text.ts'

/** An element, its namespace resolved. */
export interface XmlElement {
  /** Without a prefix. */
  readonly name: string
  readonly namespace: string
  /** Names as written, `xml:lang`; namespace declarations among them. */
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly (XmlElement | string)[]
  /** Of its `<` in the text, line ends as line feeds. */
  readonly offset: number
}

export type ReadXml =
  | { readonly kind: 'read'; readonly root: XmlElement; readonly text: string }
  | { readonly kind: 'broken'; readonly line: number; readonly column: number; readonly why: string }

/**
 * A document as a tree in its order.
 *
 * Nothing is fetched and nothing can grow: a document type may name a file, which is not read, and may declare nothing; only the five entities of XML and character numbers are known. Depth is bounded by the parser, at 100.
 */
export function readXml(file: string): ReadXml {
  const text = withoutDoctype(file.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'))
  if (/<!DOCTYPE/i.test(text)) return broken(text, text.search(/<!DOCTYPE/i), 'Unexpected declarations in a document type, expected none')
  // The parser would take them, and a NUL would make the catalog unreadable.
  const control = firstNotXml(text)
  if (control >= 0) return broken(text, control, "Unexpected control character, which XML can't hold")
  const valid = XMLValidator.validate(text)
  if (valid !== true) return { kind: 'broken', line: valid.err.line || 1, column: valid.err.col || 1, why: shortened(valid.err.msg) }
  try {
    const nodes: readonly unknown[] = parser().parse(text)
    const [root, more] = nodes.map((node) => elementOf(node, new Map())).filter((node) => node !== null)
    if (root === undefined) return broken(text, 0, 'Unexpected text, expected an element')
    // Neither the parser nor what judged before it minds.
    const end = text.lastIndexOf('>') + 1
    if (more === undefined && text.slice(end).trim() === '') return { kind: 'read', root, text }
    return broken(text, more?.offset ?? end, 'Unexpected content behind the root element')
  } catch (error) {
    if (error instanceof UnknownReference) return broken(text, text.indexOf(error.reference), error.message)
    return broken(text, 0, shortened(error instanceof Error ? error.message : String(error)))
  }
}

function broken(text: string, offset: number, why: string): ReadXml {
  const before = text.slice(0, Math.max(0, offset)).split('\n')
  return { kind: 'broken', line: before.length, column: (before.at(-1) ?? '').length + 1, why }
}

/** The parser's messages quote what they found, were it a million characters. */
function shortened(message: string): string {
  return message.length > 120 ? `${message.slice(0, 119)}…` : message
}

/** Blanks in the place of a document type that only names where it stands, as tools write for TMX: offsets stay. */
function withoutDoctype(text: string): string {
  return text.replace(/^(?:<\?xml[^>]*>|\s|<!--(?:[^-]|-[^-])*-->)*(<!DOCTYPE\s[^[<>]*>)/i, (whole, doctype: string) =>
    whole.replace(doctype, doctype.replace(/[^\n]/g, ' ')),
  )
}

function parser(): XMLParser {
  return new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    ignorePiTags: true,
    processEntities: false,
    parseTagValue: false,
    parseAttributeValue: false,
    trimValues: false,
    cdataPropName: CDATA,
    captureMetaData: true,
  })
}

const CDATA = '#cdata'
const TEXT = '#text'
const ATTRIBUTES = ':@'

type Prefixes = ReadonlyMap<string, string>

/** The parser's node: the element's name (or `#text`, `#cdata`), its attributes under `:@`, its offset under a symbol. */
function elementOf(node: unknown, outer: Prefixes): XmlElement | null {
  if (typeof node !== 'object' || node === null) return null
  const entry = Object.entries(node).find(([key]) => key !== ATTRIBUTES)
  if (entry === undefined || entry[0] === TEXT || entry[0] === CDATA) return null
  const [written, content] = entry
  const attributes = attributesOf(node)
  const prefixes = declared(attributes, outer)
  const colon = written.indexOf(':')
  return {
    name: written.slice(colon + 1),
    namespace: prefixes.get(written.slice(0, Math.max(0, colon))) ?? '',
    attributes,
    children: listOf(content).flatMap((child) => childrenOf(child, prefixes)),
    offset: offsetOf(node),
  }
}

function childrenOf(node: unknown, prefixes: Prefixes): readonly (XmlElement | string)[] {
  const element = elementOf(node, prefixes)
  return element === null ? textOf(node) : [element]
}

function listOf(content: unknown): readonly unknown[] {
  return Array.isArray(content) ? content : []
}

function attributesOf(node: object): Map<string, string> {
  const written = Object.entries(node).find(([key]) => key === ATTRIBUTES)?.[1] as Readonly<Record<string, unknown>> | undefined
  return new Map(Object.entries(written ?? {}).map(([name, value]) => [name, resolved(String(value).replace(/[\n\t]/g, ' '))]))
}

function declared(attributes: ReadonlyMap<string, string>, outer: Prefixes): Prefixes {
  const own = [...attributes].filter(([name]) => /^xmlns(?::|$)/.test(name))
  return own.length === 0 ? outer : new Map([...outer, ...own.map(([name, uri]): [string, string] => [name.slice('xmlns:'.length), uri])])
}

function textOf(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return []
  if (TEXT in node) return [resolved(String(node[TEXT]))]
  if (!(CDATA in node)) return []
  return listOf(node[CDATA]).map((part) => (typeof part === 'object' && part !== null && TEXT in part ? String(part[TEXT]) : ''))
}

function offsetOf(node: object): number {
  const meta: unknown = Reflect.get(node, XMLParser.getMetaDataSymbol() as symbol)
  return typeof meta === 'object' && meta !== null && 'startIndex' in meta ? Number(meta.startIndex) : 0
}

class UnknownReference extends Error {
  readonly reference: string

  constructor(reference: string) {
    super(`Unexpected reference \`${reference}\`, expected one of XML's own`)
    this.reference = reference
  }
}

function resolved(text: string): string {
  return text.replace(/&([^;&\s]{0,40});?/g, (whole, name: string) => {
    const plain = NAMED[name] ?? numbered(name)
    if (plain === null || !whole.endsWith(';')) throw new UnknownReference(whole)
    return plain
  })
}

function numbered(name: string): string | null {
  const [, hex, decimal] = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/i.exec(name) ?? []
  const code = hex === undefined ? Number(decimal ?? Number.NaN) : Number.parseInt(hex, 16)
  const allowed = code === 9 || code === 10 || code === 13 || (code >= 0x20 && code < 0xd800) || (code > 0xdfff && code <= 0x10ffff)
  return allowed && code !== 0xfffe && code !== 0xffff ? String.fromCodePoint(code) : null
}

const NAMED: Readonly<Record<string, string>> = { __proto__: null as never, amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
