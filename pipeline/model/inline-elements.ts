/** The inline elements that raw HTML may use in articles and translations; all else is dropped. */
export const inlineElements: ReadonlySet<string> = new Set(
  'abbr bdi bdo br cite del dfn em i b ins kbd mark q ruby rb rt rp s small span strong sub sup time wbr'.split(' '),
)

/** The schemes that links and pictures may have. */
export const linkSchemes: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:', 'tel:'])

/** They in the ways of writing that a keyboard makes of them: schemes are equal in any case, sanitisers compare letters. */
export function writtenSchemes(...names: readonly string[]): string[] {
  return names.flatMap((name) => [name, name.toUpperCase(), name.charAt(0).toUpperCase() + name.slice(1)])
}
