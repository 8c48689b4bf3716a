import type { Root } from 'mdast'
import type { Processor } from 'unified'

/** The native parser, thirty times as fast; null where this machine has none, and remark does it all. */
const native = await import('satteri').catch(() => null)

/**
 * Constructs that the two parsers read or place differently: a body with any of these is remark's.
 *
 * Task lists, directives, raw HTML, bare addresses, reference links, notes and breaks in links, emphasis beside an emoji, blocks in blocks, anything
 * indented, control characters. That is much more than was seen to differ: a body is read by remark where there is any doubt.
 */
const remarksOwn = new RegExp(
  [
    '\\[[ xX]\\]',
    '^[ \\t>*+\\d.)-]*:{2,}',
    '<(?!https?:\\/\\/[^\\s<>]*>)',
    '(?<!\\]\\(|<)https?:\\/\\/',
    '\\\\<',
    '(?<!\\]\\(|<|:\\/\\/)www\\.',
    '[\\w.+-]@[\\w-]',
    '^(?: {3}|\\t)',
    '^ {0,2}>(?: ?[>*+#|~`-]| {2}| ?\\t| ?\\d+[.)]| ?\\[\\^)',
    '^ {0,2}(?:[*+-]|\\d+[.)])[ \\t]+(?:[*+>#`~|-]|\\d+[.)]|\\[\\^)',
    '^ {0,2}(?:>|[*+-]|\\d+[.)])[ \\t]*$',
    '^[ >]*\\[(?!\\^)[^\\]]*\\]:',
    '^ {0,2}\\[\\^[^\\]]*\\]:[ \\t]*(?:[*+>#|~`-]+(?:[ \\t]|$)|[~`]{3}|:{2}|\\d+[.)]|\\[\\^|$)',
    '\\[[^[\\]]*\\[\\^',
    '\\[\\^[^[\\]\\s]*\\][^[\\]]*\\]\\(',
    '!\\[\\^',
    '\\\\\\r?\\n[ \\t]*\\]',
    '[\\uD800-\\uDFFF][*_~]|[*_~][\\uD800-\\uDFFF]',
    '[\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F\\uFEFF]',
    '\\r(?!\\n)',
  ].join('|'),
  'm',
)

/**
 * A unified plugin: a native parser for ordinary bodies, before the one that stands.
 *
 * Law: an article read from its tree is the one that remark gives, unit by unit and byte by byte.
 */
export function fastMarkdown(this: Processor): void {
  const { parser } = this
  if (parser === undefined) throw new Error('there is no parser to stand before')
  this.parser = (body, file) => nativeTree(body) ?? parser(body, file)
}

/** The tree of an ordinary body; null where only remark may read it. */
export function nativeTree(body: string): Root | null {
  if (native === null || remarksOwn.test(body)) return null
  const features = { gfm: true, frontmatter: false, directive: false }
  return native.markdownToMdast(body, { features }) as Root
}
