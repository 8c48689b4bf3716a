import { joinTexts } from '../halves.ts'
import type { Delivery, ExchangeUnit, ReadExchange } from './exchange-unit.ts'
import { readXml, type XmlElement } from './read-xml.ts'
import { METADATA, XLIFF } from './write-xliff.ts'
import { isXmlText } from './xml-text.ts'

/**
 * The units of an XLIFF 2.0 or 2.1 file, whatever else tools put into it.
 *
 * Segments of a unit are joined again, targets in the order that they ask for. Of inline codes only their text is kept, and the unit is a draft then: we export none, so it is a tool's own.
 */
export function readXliff(file: string): ReadExchange {
  const read = readXml(file)
  if (read.kind === 'broken') return read
  const { root, text } = read
  const version = (root.attributes.get('version') ?? '').slice(0, 20)
  if (root.name !== 'xliff') return { kind: 'foreign', found: `a document of \`${root.name.slice(0, 40)}\`` }
  if (!/^2\.[01]$/.test(version)) return { kind: 'foreign', found: `XLIFF ${version || 'without a version'}` }
  if (root.namespace !== XLIFF) return { kind: 'foreign', found: `XLIFF ${version} without its namespace` }
  const deliveries = elements(root, 'file').map(
    (each): Delivery => ({
      article: each.attributes.get('original') ?? '',
      source: root.attributes.get('srcLang') ?? '',
      target: root.attributes.get('trgLang') ?? '',
      units: unitsIn(each).map(unitOf),
      offset: each.offset,
    }),
  )
  return { kind: 'read', deliveries, text }
}

/** Children of the core's namespace. */
function elements({ children }: XmlElement, ...names: readonly string[]): XmlElement[] {
  return children.filter((child) => typeof child !== 'string').filter(({ name, namespace }) => namespace === XLIFF && names.includes(name))
}

function unitsIn(parent: XmlElement): XmlElement[] {
  return elements(parent, 'unit', 'group').flatMap((child) => (child.name === 'unit' ? [child] : unitsIn(child)))
}

function unitOf(unit: XmlElement): ExchangeUnit {
  const parts = elements(unit, 'segment', 'ignorable').map(partOf)
  const { source, target, spaced, whole } = joined(parts)
  return {
    id: unit.attributes.get('id') ?? null,
    context: unit.attributes.get('name') ?? null,
    source,
    target,
    spaced,
    state: whole && parts.every((part) => part.finished) ? 'finished' : 'draft',
    exported: exportedIn(unit),
    notes: elements(unit, 'notes').flatMap((notes) => elements(notes, 'note').flatMap(linesOf)),
    offset: unit.offset,
  }
}

interface Part {
  readonly source: string
  /** Null where there is none. */
  readonly target: string | null
  /** Where among the unit's targets it stands. */
  readonly order: number
  readonly finished: boolean
}

function partOf(part: XmlElement, index: number): Part {
  const [source] = elements(part, 'source').map(contentOf)
  const [target] = elements(part, 'target')
  const content = target === undefined ? null : contentOf(target)
  const ignorable = part.name === 'ignorable'
  const state = part.attributes.get('state') ?? 'initial'
  return {
    source: source?.text ?? '',
    target: content === null ? (ignorable ? (source?.text ?? '') : null) : content.text,
    order: Number(target?.attributes.get('order') ?? index + 1),
    finished: ignorable || (state !== 'initial' && content?.lossy === false),
  }
}

interface Joined {
  readonly source: string
  readonly target: string
  readonly spaced: ExchangeUnit['spaced']
  /** Every segment has a translation. */
  readonly whole: boolean
}

function joined(parts: readonly Part[]): Joined {
  const segments = parts.filter(({ source }) => source.trim() !== '')
  const translated = segments.filter(({ target }) => target !== null && target.trim() !== '')
  const source = parts.map((part) => part.source).join('')
  if (translated.length === 0) return { source, target: '', spaced: null, whole: false }
  const ordered = parts.toSorted((one, other) => one.order - other.order)
  const target = ordered.map((part) => part.target ?? '').join('')
  return { source, target, spaced: segments.length < 2 ? null : spacedOut(parts, ordered), whole: translated.length === segments.length }
}

/** With the blanks between sentences that some tools swallow. */
function spacedOut(parts: readonly Part[], ordered: readonly Part[]): ExchangeUnit['spaced'] {
  const texts = (all: readonly string[]) => joinTexts(all.map((text) => text.trim()).filter((text) => text !== ''))
  return { source: texts(parts.map(({ source }) => source)), target: texts(ordered.map(({ target }) => target ?? '')) }
}

interface Content {
  readonly text: string
  /** There was more than the text says. */
  readonly lossy: boolean
}

function contentOf({ children }: XmlElement): Content {
  let text = ''
  let lossy = false
  for (const child of children) {
    const { text: more, lossy: worse } = typeof child === 'string' ? { text: child, lossy: false } : inlineOf(child)
    text += more
    lossy ||= worse
  }
  return { text, lossy }
}

function inlineOf(element: XmlElement): Content {
  switch (element.name) {
    case 'cp':
      return codePoint(element.attributes.get('hex') ?? '')
    case 'mrk':
      return contentOf(element)
    case 'sm':
    case 'em':
      return { text: '', lossy: false }
    default:
      return { text: contentOf(element).text, lossy: true }
  }
}

/** Those that a PO file can't hold are left out. */
function codePoint(hex: string): Content {
  const code = /^[0-9a-f]{1,6}$/i.test(hex) ? Number.parseInt(hex, 16) : 0
  const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
  return isCharacter ? { text: String.fromCodePoint(code), lossy: false } : { text: '', lossy: true }
}

function exportedIn(unit: XmlElement): string | null {
  const within = (parent: XmlElement, name: string): XmlElement[] =>
    parent.children.filter((child) => typeof child !== 'string').filter((child) => child.name === name && child.namespace === METADATA)
  const groups = within(unit, 'metadata').flatMap((metadata) => within(metadata, 'metaGroup'))
  const own = groups.filter(({ attributes }) => attributes.get('category') === 'colophon').flatMap((group) => within(group, 'meta'))
  const words = own.find(({ attributes }) => attributes.get('type') === 'words')
  return words === undefined ? null : contentOf(words).text.trim()
}

/** The kind of text is the article's to say, and the previous source the catalog's. */
function linesOf(note: XmlElement): string[] {
  if (/^(?:extracted|previous-source)$/.test(note.attributes.get('category') ?? '')) return []
  const lines = contentOf(note).text.split('\n')
  return lines.map((line) => line.trim()).filter((line) => line !== '' && isXmlText(line))
}
