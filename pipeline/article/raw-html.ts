import { inlineElements } from '../model/inline-elements.ts'

const tag = /^<\/?([a-z][a-z0-9-]*)/i

/** The name of the element that a raw tag opens or closes and that isn't allowed; null for allowed ones, comments and the like. */
export function forbiddenElement(raw: string): string | null {
  const name = tag.exec(raw)?.[1]?.toLowerCase()
  return name === undefined || inlineElements.has(name) ? null : name
}

/** Whether a block of raw HTML is but inline elements that may stay, so that it is a paragraph. */
export function isInlineHtml(raw: string): boolean {
  const names = [...raw.matchAll(/<\/?([a-z][a-z0-9-]*)/gi)].map((match) => match[1]?.toLowerCase() ?? '')
  return names.length > 0 && names.every((name) => inlineElements.has(name)) && !raw.includes('<!--')
}
