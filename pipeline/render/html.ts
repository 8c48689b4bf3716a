import { Html } from '../model/html.ts'

/** What may stand in a template: `Html` as it is, text and numbers escaped, lists joined, nothing for null, undefined and false. */
export type Renderable = Html | string | number | null | undefined | false | readonly Renderable[]

/**
 * Markup with values in it: `` html`<a href="${path}">${title}</a>` ``.
 *
 * Law: whatever the values, a conforming parser finds the elements and attributes of the literal parts and of `Html` values, no others —
 * where a value stands in text or in a **quoted** attribute. Not in a tag, an unquoted attribute, `<script>`, `<style>` or a comment.
 */
export function html(strings: TemplateStringsArray, ...values: readonly Renderable[]): Html {
  let text = strings[0] ?? ''
  for (let index = 0; index < values.length; index++) text += markup(values[index]) + strings[index + 1]
  return new Html(text)
}

function markup(value: Renderable): string {
  if (typeof value === 'string') return escapeText(value)
  if (value instanceof Html) return value.toString()
  if (typeof value === 'number') return String(value)
  if (value === null || value === undefined || value === false) return ''
  let text = ''
  for (const item of value) text += markup(item)
  return text
}

/** Most texts hold nothing to escape. A NUL would end in a parse error: it becomes U+FFFD, as in every parser. */
function escapeText(text: string): string {
  return special.test(text) ? text.replace(eachSpecial, (character) => escapes[character] ?? '\uFFFD') : text
}

const special = /[&<>"'\0]/
const eachSpecial = /[&<>"'\0]/g
const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
