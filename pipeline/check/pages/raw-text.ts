/** What a program prints where it has nothing to say. */
const slips: ReadonlySet<string> = new Set(['undefined', 'null', 'NaN', '[object Object]', 'Invalid Date', '[object Promise]'])

const key = /^[a-z][\w.-]{1,80}$/i
const placeholder = /\{\{[^{}]{1,80}\}\}/

/**
 * Whether a whole text is none that a person wrote: an interface key, a placeholder that nobody filled, a program's value.
 *
 * @param isUnsaid whether it is a key without words
 */
export function isRawText(text: string, isUnsaid: (text: string) => boolean = () => false): boolean {
  if (text.length > 2000) return false
  return slips.has(text) || placeholder.test(text) || (key.test(text) && isUnsaid(text))
}
