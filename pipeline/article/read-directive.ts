import type { ContainerDirective, LeafDirective } from 'mdast-util-directive'
import type { UnitKind } from '../model/article.ts'
import { type Locale, parseLocale } from '../model/locale.ts'
import { alignedSpans } from './aligned-spans.ts'
import { attributeOffset } from './attribute-offset.ts'
import { type BodyRecord, type Range, schemeOf } from './body-record.ts'
import { directives, isCitable, type QuoteParts, shapeFigure, shapeQuote } from './directives.ts'
import { parseInstant } from './instant.ts'

type Directive = ContainerDirective | LeafDirective

/** `:::quote`: @param readContent reads the quoted blocks, in the language that the directive names */
export function readQuote(
  node: ContainerDirective,
  locale: Locale | null,
  record: BodyRecord,
  readContent: (quoted: Locale | null) => void,
): void {
  const quoted = languageOf(node, record)
  const units = record.unitsOf(() => readContent(quoted ?? locale))
  const translated = visibleUnit(node, 'translation', 'post translation', locale, record)
  shapeQuote(node, {
    translation: translated === null ? null : record.hole({ kind: 'translation', unit: translated, units }),
    cite: citeOf(node, record),
    author: visible(node, 'author', 'author', locale, record),
    handle: node.attributes?.['handle'] || null,
    date: dateOf(node, record),
    language: quoted === null ? null : record.hole({ kind: 'language', locale: quoted, units }),
  })
}

/** `::figure` */
export function readFigure(node: LeafDirective, locale: Locale | null, record: BodyRecord): void {
  const src = node.attributes?.['src'] ?? ''
  const range = attributeRange(node, 'src', record)
  if (src === '') record.find('directive', 'error', range, 'A `::figure` needs `src`, the path of its picture.')
  else record.target({ kind: 'picture', address: src, alt: node.attributes?.['alt']?.trim() ?? '' }, range)
  const [first, last] = [node.children[0], node.children.at(-1)]
  if (first !== undefined && last !== undefined) {
    const label = { start: record.rangeOf(first).start, end: record.rangeOf(last).end }
    record.find('directive', 'warning', label, 'The label of a `::figure` is not shown; expected its text in `caption`.')
  }
  const alt = visibleUnit(node, 'alt', 'alternative text', locale, record)
  shapeFigure(node, {
    src: record.hole({ kind: 'picture', src, alt }),
    alt: '',
    caption: visible(node, 'caption', 'caption', locale, record),
    credit: visible(node, 'credit', 'credit', locale, record),
  })
}

/** Whether the directive is one of ours; what is wrong with its name or attributes is a finding. */
export function checkDirective(node: Directive, record: BodyRecord): boolean {
  const known: Readonly<Record<string, { readonly attributes: readonly string[] }>> = directives[node.type]
  const fence = node.type === 'containerDirective' ? ':::' : '::'
  const shape = Object.hasOwn(known, node.name) ? known[node.name] : undefined
  if (shape === undefined) {
    const { start } = record.rangeOf(node)
    const names = Object.keys(known).map((name) => `\`${fence}${name}\``)
    const message = `Unknown directive \`${fence}${node.name}\`, expected ${names.join(' or ')}; its text stays, without a frame.`
    record.find('directive', 'warning', { start, end: start + fence.length + node.name.length }, message)
    return false
  }
  const expected = shape.attributes.length > 0 ? `, expected ${shape.attributes.join(', ')}` : ''
  for (const name of Object.keys(node.attributes ?? {})) {
    if (shape.attributes.includes(name)) continue
    const message = `Unknown attribute \`${name}\` of \`${fence}${node.name}\`${expected}.`
    record.find('directive', 'warning', attributeRange(node, name, record), message)
  }
  return true
}

function attributeRange(node: Directive, name: string, record: BodyRecord): Range {
  return attributeOffset(record.input.text, record.rangeOf(node).start, name)
}

/** The mark of the hole for an attribute that readers see; null where it has no text. */
function visible(node: Directive, name: string, kind: UnitKind, locale: Locale | null, record: BodyRecord): string | null {
  const unit = visibleUnit(node, name, kind, locale, record)
  return unit === null ? null : record.hole({ kind: 'unit', unit })
}

/** Its index; null where the attribute has no text. */
function visibleUnit(node: Directive, name: string, kind: UnitKind, locale: Locale | null, record: BodyRecord): number | null {
  const text = (node.attributes?.[name] ?? '').replace(/[ \t\r\n]+/g, ' ').trim()
  if (text === '') return null
  const { start, end } = attributeRange(node, name, record)
  const spans = alignedSpans(text, record.input.text.slice(start, end), start)
  return record.input.units.add({ kind, context: null, text, spans, locale })
}

function languageOf(node: ContainerDirective, record: BodyRecord): Locale | null {
  const lang = node.attributes?.['lang']
  const locale = lang ? parseLocale(lang) : null
  if (lang && locale === null) {
    const message = `\`${lang}\` is no language tag, expected one such as \`fa\` or \`pt-BR\`.`
    record.find('directive', 'warning', attributeRange(node, 'lang', record), message)
  }
  return locale
}

/** The address that a quote was taken from. */
function citeOf(node: ContainerDirective, record: BodyRecord): string | null {
  const cite = node.attributes?.['cite']
  if (!cite || isCitable(cite)) return cite || null
  const range = attributeRange(node, 'cite', record)
  const scheme = schemeOf(cite)
  if (scheme === null)
    record.find('directive', 'warning', range, `Unexpected \`${cite}\`, expected the address of the passage, with https.`)
  else record.find('unsafe-link', 'error', range, `Unexpected link scheme \`${scheme}\`, expected http or https.`)
  return null
}

function dateOf(node: ContainerDirective, record: BodyRecord): QuoteParts['date'] {
  const date = node.attributes?.['date']
  if (!date) return null
  if (parseInstant(date, 'UTC') !== null) return { machine: date, text: record.hole({ kind: 'date', date }) }
  const message = `Unexpected \`${date}\`, expected a date such as 2026-07-21; it isn't shown.`
  record.find('directive', 'warning', attributeRange(node, 'date', record), message)
  return null
}
