import type { Nodes, PhrasingContent } from 'mdast'
import type { Span } from '../model/article.ts'

/** A replacement in the source's own text, offsets in the file. */
interface Edit {
  readonly start: number
  readonly end: number
  readonly by: string
}

export interface UnitTextInput {
  /** Of the whole file. */
  readonly text: string
  /** Offset of the body, at which the tree's offsets begin. */
  readonly base: number
  /** The block's content. */
  readonly children: readonly PhrasingContent[]
  readonly inTable: boolean
  /** `(url "title")` of a reference link's or image's definition; null for one that has none. */
  readonly target: (identifier: string) => string | null
}

/**
 * A block's inline Markdown as one line: soft breaks are spaces, a hard break is `\` and a newline, reference links are inlined, `\|` of tables is `|`.
 *
 * Law: parsed alone it gives the block's content again, soft breaks as spaces; `spans` point at its text in the file.
 */
export function unitText(input: UnitTextInput): { text: string; spans: Span[] } {
  const first = input.children[0]
  const last = input.children.at(-1)
  if (first === undefined || last === undefined) return { text: '', spans: [] }
  const start = startOf(first) + input.base
  const end = endOf(last) + input.base
  const edits = [...breakEdits(input, start, end), ...referenceEdits(input), ...pipeEdits(input, start, end)]
  return applyEdits(
    input.text,
    start,
    end,
    edits.sort((a, b) => a.start - b.start),
  )
}

export function startOf(node: Nodes): number {
  return node.position?.start.offset ?? 0
}

export function endOf(node: Nodes): number {
  return node.position?.end.offset ?? 0
}

/** A line's end with the white space before it, and what stands before the next line's content: white space and the marks of quotes. */
const lineBreak = /( *\\?|[ \t]*)(?:\r\n|\n|\r)([ \t>]*)/g

function breakEdits(input: UnitTextInput, start: number, end: number): Edit[] {
  const written = input.text.slice(start, end)
  if (!/[\r\n]/.test(written)) return []
  const hard: number[] = []
  const literal = new Map<number, number>()
  for (const child of input.children) {
    walk(child, (node) => {
      if (node.type === 'break') hard.push(startOf(node) + input.base)
      else if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'html') literalStarts(input, node, literal)
    })
  }
  const edits: Edit[] = []
  for (const match of written.matchAll(lineBreak)) {
    const at = start + match.index
    const to = at + match[0].length
    const before = edits.at(-1)?.end ?? start
    const isHard = hard.some((offset) => offset >= before && offset <= at + (match[1] ?? '').length)
    edits.push({
      start: contentEnd(input.text, before, at + (match[1] ?? '').length, isHard),
      end: contentStart(to, match[2] ?? '', literal),
      by: isHard ? '\\\n' : ' ',
    })
  }
  return edits.map((edit) =>
    edit.by !== ' ' && input.text[edit.start] === ' ' && opensNothing.test(input.text.slice(start, edit.start))
      ? { ...edit, by: '  \n' }
      : edit,
  )
}

/** A mark of emphasis behind white space or punctuation: before a break's white space it opens nothing, before a backslash it would. */
const opensNothing = /(?:^|[^\p{L}\p{N}])([*_~])\1*$/u

/** Where the content of a line ends that begins at `before` and breaks at `lineEnd`. */
function contentEnd(text: string, before: number, lineEnd: number, isHard: boolean): number {
  // A backslash that makes no hard break (inside code) is text and stays.
  if (text[lineEnd - 1] === '\\') return isHard ? lineEnd - 1 : lineEnd
  return before + text.slice(before, lineEnd).trimEnd().length
}

/** Where the content of the line begins that `run` leads up to; `to` is the run's end. */
function contentStart(to: number, run: string, literal: ReadonlyMap<number, number>): number {
  const end = to - run.length + run.trimEnd().length
  const content = literal.get(end)
  return content === undefined ? to : end - content
}

/** Where a line's content itself begins with `>`: the length of such a beginning, by the place where it ends. */
function literalStarts(input: UnitTextInput, node: Nodes & { value: string }, literal: Map<number, number>): void {
  const start = startOf(node) + input.base
  const raw = input.text.slice(start, endOf(node) + input.base)
  if (node.type === 'text' && /^[ \t]*>/.test(node.value))
    literal.set(start + leading(raw).trimEnd().length, leading(node.value).trim().length)
  const values = node.value.split(/\r\n|\n|\r/)
  const breaks = [...raw.matchAll(lineBreak)]
  if (breaks.length !== values.length - 1) return
  for (const [index, match] of breaks.entries()) {
    const content = leading(values[index + 1] ?? '').trim()
    const run = (match[2] ?? '').trimEnd()
    const end = start + match.index + match[0].length - (match[2] ?? '').length + run.length
    if (content !== '' && run.endsWith(content)) literal.set(end, content.length)
  }
}

function leading(line: string): string {
  return /^[ \t>]*/.exec(line)?.[0] ?? ''
}

function referenceEdits(input: UnitTextInput): Edit[] {
  const edits: Edit[] = []
  for (const child of input.children) {
    walk(child, (node) => {
      if (node.type !== 'linkReference' && node.type !== 'imageReference') return
      const target = input.target(node.identifier)
      if (target === null) return
      const end = endOf(node) + input.base
      const start = tailOf(input, node, end)
      edits.push({ start, end, by: `]${target}` })
    })
  }
  return edits
}

/** Where `]`, `][]` or `][label]` begins that ends a reference. */
function tailOf(input: UnitTextInput, node: Nodes & { referenceType: string }, end: number): number {
  if (node.referenceType === 'shortcut') return end - 1
  if (node.referenceType === 'collapsed') return end - 3
  // A label can't hold an unescaped bracket, so its opening one is the last.
  let at = end - 2
  while (at > 0 && !(input.text[at] === '[' && !isEscaped(input.text, at))) at--
  return at - 1
}

function isEscaped(text: string, at: number): boolean {
  let backslashes = 0
  while (text[at - 1 - backslashes] === '\\') backslashes++
  return backslashes % 2 === 1
}

function pipeEdits(input: UnitTextInput, start: number, end: number): Edit[] {
  if (!input.inTable) return []
  const edits: Edit[] = []
  for (const match of input.text.slice(start, end).matchAll(/\\[\\|]/g)) {
    if (match[0] === '\\|') edits.push({ start: start + match.index, end: start + match.index + 2, by: '|' })
  }
  return edits
}

function applyEdits(text: string, start: number, end: number, edits: readonly Edit[]): { text: string; spans: Span[] } {
  const spans: Span[] = [{ at: 0, from: start }]
  let out = ''
  let at = start
  for (const edit of edits) {
    if (edit.start < at || edit.end > end) continue
    out += text.slice(at, edit.start)
    spans.push({ at: out.length, from: edit.start })
    out += edit.by
    at = edit.end
    spans.push({ at: out.length, from: at })
  }
  return { text: out + text.slice(at, end), spans }
}

/** Each node of a small tree, parents first. */
export function walk(node: Nodes, visit: (node: Nodes) => void): void {
  visit(node)
  if ('children' in node) for (const child of node.children) walk(child, visit)
}
