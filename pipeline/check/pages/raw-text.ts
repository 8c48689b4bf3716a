/** What a program prints where it has nothing to say. */
const slips: ReadonlySet<string> = new Set(['undefined', 'null', 'NaN', '[object Object]', '[object Promise]', 'Invalid Date'])

const key = /^[a-z][\w.-]+$/i
const longestKey = 80

/**
 * What a text is that no person wrote, as a whole: an interface key, or a program's value; null for all others.
 *
 * @param isUnsaid whether it is a key without words
 */
export function rawText(text: string, isUnsaid: (text: string) => boolean = () => false): 'key' | 'value' | null {
  if (text.length > longestKey) return null
  if (slips.has(text)) return 'value'
  return key.test(text) && isUnsaid(text) ? 'key' : null
}
