const slug = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}._-]*[\p{L}\p{M}\p{N}])?$/u
const fileName = /\.(?:html?|xml|json|txt)$/i

/** Bytes of UTF-8 that a name has on any disk. */
const longest = 255

/**
 * Whether `text` can be the last folder of an address: letters, digits and marks of any script, with `-`, `_` or `.` inside.
 *
 * At most 100 characters, NFC, so that one page has one address; none that ends as a file's name does (`404.html`, `feed.xml`).
 */
export function isSlug(text: string): boolean {
  return (
    text.length <= 100 &&
    Buffer.byteLength(text) <= longest &&
    text === text.normalize('NFC') &&
    slug.test(text) &&
    !text.includes('..') &&
    !fileName.test(text)
  )
}
