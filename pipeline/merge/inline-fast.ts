import { nextFootnoteMark } from './footnote-mark.ts'
import type { InlineContext } from './inline-context.ts'

/** A message with none of these is its own HTML. */
const special = /[\\`*_[\]<&!~\n\r\t\u0000\uFEFF]/

/** Text without markup, or one of the few constructs that can't be read in two ways. */
const plain = '[^\\\\`*_[\\]<&!~\\n\\r\\t\\u0000\\uFEFF]'
const edge = '[\\p{L}\\p{N}]'
const words = `${edge}(?:${plain}*${edge})?`
const address = '(?:https?:\\/\\/|\\.{0,2}\\/|#)[A-Za-z0-9/._:?#@$+,;=-]*|[A-Za-z0-9][A-Za-z0-9/._-]*(?:#[A-Za-z0-9._-]*)?'
const construct = new RegExp(
  [
    `(?<text>${plain}+|!(?!\\[))`,
    '(?<amp>&(?![#A-Za-z]))',
    `\\*\\*(?<strong>${words})\\*\\*(?!\\*)`,
    `\\*(?<em>${words})\\*(?!\\*)`,
    `(?<![\\p{L}\\p{N}\\p{M}_])_(?<em2>${words})_(?=$|[\\s.,;:!?)])`,
    `\\[(?<linked>${words})\\]\\((?<href>${address})\\)`,
    `\\[\\^(?<note>[A-Za-z0-9-]+)\\](?![:(\\[])`,
    '`(?<code>[^`\\s](?:[^`\\n\\r\\t\\u0000\\uFEFF]*[^`\\s])?)`(?!`)',
    '<(?<auto>https?:\\/\\/[A-Za-z0-9/._:?#@$+,;=-]+)>',
    '(?<hard>\\\\\\n)(?=[^\\s\\\\])',
  ].join('|'),
  'uy',
)

/**
 * A unit's HTML where its Markdown is simple, null where only the parser can tell.
 *
 * Law: what isn't null equals what `inlineFull` gives.
 */
export function inlineFast(text: string, context: InlineContext): string | null {
  if (text.startsWith(' ') || text.endsWith(' ')) return null
  if (!special.test(text)) return text
  const marks = new Map(context.marks)
  let html = ''
  construct.lastIndex = 0
  while (construct.lastIndex < text.length) {
    const groups = construct.exec(text)?.groups
    const piece = groups === undefined ? null : constructHtml(groups, context)
    if (piece === null) {
      // Nothing of this attempt may count.
      context.marks.clear()
      for (const [footnote, count] of marks) context.marks.set(footnote, count)
      return null
    }
    html += piece
  }
  return html
}

function constructHtml(groups: Record<string, string | undefined>, context: InlineContext): string | null {
  const { text, strong, em, em2, linked, href, note, code, auto } = groups
  if (text !== undefined) return text
  if (strong !== undefined) return `<strong>${strong}</strong>`
  if (em !== undefined) return `<em>${em}</em>`
  if (em2 !== undefined) return `<em>${em2}</em>`
  if (linked !== undefined && href !== undefined) return anchor(href, linked, context)
  if (auto !== undefined) return anchor(auto, auto, context)
  if (code !== undefined) return `<code>${code.replaceAll('&', '&#x26;').replaceAll('<', '&#x3C;')}</code>`
  if (note !== undefined) return footnote(note, context)
  return groups['amp'] === undefined ? '<br>\n' : '&#x26;'
}

function anchor(address: string, text: string, context: InlineContext): string | null {
  const link = context.link(address)
  if (link === null) return text
  if (/["&]/.test(link.href)) return null
  return `<a href="${link.href}"${link.hreflang === undefined ? '' : ` hreflang="${link.hreflang}"`}>${text}</a>`
}

function footnote(identifier: string, context: InlineContext): string | null {
  const mark = nextFootnoteMark(identifier.toLowerCase(), context)
  if (mark === null) return null
  return `<sup><a href="${mark.href}" id="${mark.id}" data-footnote-ref="" aria-describedby="footnote-label">${mark.number}</a></sup>`
}
