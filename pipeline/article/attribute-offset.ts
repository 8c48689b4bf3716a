/**
 * Where the value of a directive's attribute begins in the file, quotes excluded; the directive's own start where it can't be told.
 *
 * The Markdown parser gives attributes no positions.
 *
 * @param start of the directive, offset in `text`
 */
export function attributeOffset(text: string, start: number, name: string): { start: number; end: number } {
  const line = /[^\r\n]*/y
  line.lastIndex = start
  const opening = line.exec(text)?.[0] ?? ''
  const attributes = opening.slice(opening.lastIndexOf('{', opening.lastIndexOf('}')) < 0 ? 0 : opening.indexOf('{'))
  const from = start + opening.length - attributes.length
  const pattern = new RegExp(`[\\s{]${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'<=>\`}]+))`)
  const match = pattern.exec(attributes)
  const value = match?.[1] ?? match?.[2] ?? match?.[3]
  if (match === null || value === undefined) return { start, end: start + opening.length }
  const at = from + match.index + match[0].length - value.length - (match[3] === undefined ? 1 : 0)
  return { start: at, end: at + value.length }
}
