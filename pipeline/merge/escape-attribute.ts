/** As hast-util-to-html writes attribute values. */
export function escapeAttribute(text: string): string {
  return /[&"<]/.test(text) ? text.replaceAll('&', '&#x26;').replaceAll('"', '&#x22;').replaceAll('<', '&#x3C;') : text
}
