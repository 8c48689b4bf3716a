/** A link or picture of inline Markdown, or words in brackets that may be one. */
export interface InlineLink {
  /** `(target "title")` or `[label]`; of `[words]` and `[words][]` it is `[words]`, for their words are the label. */
  readonly tail: string
  /** Where the tail stands in the text; empty behind `[words]`. */
  readonly start: number
  readonly end: number
}

/** In the order in which they end. Escaped brackets, code, footnotes' marks and task boxes are none. */
export function linksIn(text: string): InlineLink[] {
  const links: InlineLink[] = []
  const open: number[] = []
  for (let at = 0; at < text.length; at++) {
    const char = text[at]
    if (char === '\\') at++
    else if (char === '`') at = codeEnd(text, at) - 1
    else if (char === '[') open.push(at)
    else if (char === ']') {
      const start = open.pop()
      const link = start === undefined ? null : linkEndingAt(text, start, at + 1)
      if (link === null) continue
      links.push(link)
      at = link.end - 1
    }
  }
  return links
}

/** Behind the code span that begins at `at`; behind the backticks where they open none. */
function codeEnd(text: string, at: number): number {
  let from = at
  while (text[from] === '`') from++
  const marks = text.slice(at, from)
  for (let end = text.indexOf(marks, from); end !== -1; end = text.indexOf(marks, end)) {
    let to = end
    while (text[to] === '`') to++
    if (to - end === marks.length) return to
    end = to
  }
  return from
}

/** The link that a text is, with nothing around it: a line of a table of contents. */
export function soleLink(text: string): { readonly words: string; readonly tail: string } | null {
  const [link, ...more] = linksIn(text)
  if (link === undefined || more.length > 0 || !text.startsWith('[') || link.end !== text.length || link.start === link.end) return null
  return { words: text.slice(1, link.start - 1), tail: link.tail }
}

function linkEndingAt(text: string, start: number, end: number): InlineLink | null {
  const label = text.slice(start, end)
  const tail = tailAt(text, end)
  if (tail === '' && /^\[(?:\^|[ xX]?\])/.test(label)) return null
  return { tail: tail === '' || tail === '[]' ? label : tail, start: end, end: end + tail.length }
}

function tailAt(text: string, at: number): string {
  TAIL.lastIndex = at
  return TAIL.exec(text)?.[0] ?? ''
}

const TAIL = /\[[^\][]*\]|\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*\)/sy
