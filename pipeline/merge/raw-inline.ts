import { inlineElements } from '../model/inline-elements.ts'

const tag = /^<\/?([a-z][a-z0-9-]*)[\s/>]/i

/** Whether a raw tag may stay; comments, declarations and other elements may not. */
export function mayStay(raw: string): boolean {
  return inlineElements.has(tag.exec(raw)?.[1]?.toLowerCase() ?? '')
}
