import type { InlineContext } from './inline-context.ts'
import { inlineFast } from './inline-fast.ts'
import { inlineFull, inlineText } from './inline-full.ts'

const markup = /[\\`*_[\]<&!~\n\r\t\u0000\uFEFF]/

/**
 * A unit's inline Markdown as safe HTML: parsed alone, as phrasing content only, and sanitised.
 *
 * Law: whatever the text, it has no block element, no script, no attribute that `inlineSchema` doesn't name.
 */
export function unitHtml(text: string, context: InlineContext): string {
  return inlineFast(text, context) ?? inlineFull(text, context)
}

/** A unit's text without its markup, as an attribute shows it; not escaped. */
export function unitPlainText(text: string): string {
  return markup.test(text) ? inlineText(text) : text
}
