/** The inline elements that raw HTML may use in articles and translations; all else is dropped. */
const allowed = new Set('abbr bdi bdo br cite del dfn em i b ins kbd mark q ruby rb rt rp s small span strong sub sup time wbr'.split(' '))

const tag = /^<\/?([a-z][a-z0-9-]*)[\s/>]/i

/** Whether a raw tag may stay; comments, declarations and other elements may not. */
export function mayStay(raw: string): boolean {
  return allowed.has(tag.exec(raw)?.[1]?.toLowerCase() ?? '')
}
