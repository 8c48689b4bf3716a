import { decodeNamedCharacterReference } from 'decode-named-character-reference'
import { leftOut, type Scan } from './cut.ts'
import { emphasis } from './emphasis.ts'
import { linkTail } from './link-tail.ts'
import { tagAt, tagCuts } from './tag.ts'

const punctuation = /[!-/:-@[-`{-~]/

/**
 * Take inline Markdown apart in one pass, without building a tree.
 *
 * Reads what CommonMark and GFM read in a message; where nesting is too odd for one pass (emphasis that crosses a link), a delimiter may stay in
 * or be lost: offsets are right all the same. Time is linear in the length of the text.
 */
export function scanMarkdown(text: string): Scan {
  const scan = emptyScan(text)
  const special = /[\\`*_~<&[\]@]|https?:\/\/|www\./g
  for (let found = special.exec(text); found !== null; found = special.exec(text)) {
    special.lastIndex = step(scan, found[0], found.index)
  }
  return scan
}

/** Front matter: only addresses and handles aren't prose. */
export function scanPlain(text: string): Scan {
  const scan = emptyScan(text)
  const special = /@|https?:\/\/|www\./g
  for (let found = special.exec(text); found !== null; found = special.exec(text)) {
    special.lastIndex = found[0] === '@' ? handle(scan, found.index) : address(scan, found.index)
  }
  return scan
}

function emptyScan(text: string): Scan {
  return { text, cuts: [], marks: [], foreign: [], brackets: [], openers: { '*': [], _: [], '~': [] }, tags: [], backticks: new Map() }
}

/** @returns where to go on */
function step(scan: Scan, found: string, at: number): number {
  switch (found) {
    case '\\':
      return backslash(scan, at)
    case '`':
      return code(scan, at)
    case '*':
    case '_':
    case '~':
      return emphasis(scan, found, at)
    case '<':
      return angle(scan, at)
    case '&':
      return entity(scan, at)
    case '[':
      return openBracket(scan, at)
    case ']':
      return closeBracket(scan, at)
    case '@':
      return handle(scan, at)
    default:
      return address(scan, at)
  }
}

function backslash({ text, cuts }: Scan, at: number): number {
  const next = text[at + 1] ?? ''
  if (next !== '\n' && !punctuation.test(next)) return at + 1
  cuts.push({ from: at, to: at + 1, put: '' })
  return at + 2
}

function code({ text, cuts, marks, backticks }: Scan, at: number): number {
  if (backticks.size === 0) findBackticks(text, backticks)
  let end = at + 1
  while (text[end] === '`') end++
  const length = end - at
  const runs = backticks.get(length) ?? []
  while ((runs.at(-1) ?? end) < end) runs.pop()
  const close = runs.at(-1)
  if (close === undefined) return end
  marks.push({ kind: 'code', value: text.slice(end, close).replace(/\s+/g, ' ').trim(), range: { start: end, end: close } })
  cuts.push({ from: at, to: close + length, put: leftOut })
  return close + length
}

function findBackticks(text: string, backticks: Map<number, number[]>): void {
  for (const { 0: run, index } of text.matchAll(/`+/g)) {
    const same = backticks.get(run.length)
    if (same === undefined) backticks.set(run.length, [index])
    else same.push(index)
  }
  for (const starts of backticks.values()) starts.reverse()
}

const autolink = /<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]{0,4000})>/y
const mailbox = /<([\w.!#$%&'*+/=?^`{|}~-]{1,100}@[A-Za-z0-9.-]{1,255})>/y

function angle(scan: Scan, at: number): number {
  const { text, cuts, marks } = scan
  const link = matchAt(autolink, text, at)
  const target = link ?? matchAt(mailbox, text, at)
  if (target !== null) {
    const range = { start: at + 1, end: at + 1 + target.length }
    marks.push({ kind: 'link', value: link === null ? `mailto:${target}` : target, range })
    cuts.push({ from: at, to: range.end + 1, put: leftOut })
    return range.end + 1
  }
  if (text.startsWith('<!--', at)) {
    const close = text.indexOf('-->', at + 4)
    const end = close < 0 ? text.length : close + 3
    cuts.push({ from: at, to: end, put: '' })
    return end
  }
  const tag = tagAt(text, at)
  if (tag === null) return at + 1
  tagCuts(scan, tag)
  return tag.end
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at
  return pattern.exec(text)?.[1] ?? null
}

const reference = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,31}));/y

function entity({ text, cuts }: Scan, at: number): number {
  reference.lastIndex = at
  const found = reference.exec(text)
  if (found === null) return at + 1
  const put = decode(found[1], found[2], found[3])
  if (put === null) return at + 1
  cuts.push({ from: at, to: at + found[0].length, put })
  return at + found[0].length
}

function decode(decimal?: string, hex?: string, name?: string): string | null {
  if (name !== undefined) return decodeNamedCharacterReference(name) || null
  const point = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
  return point === 0 || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff) ? '\uFFFD' : String.fromCodePoint(point)
}

const footnote = /\[\^([^\s[\]^]{1,200})\]/y

function openBracket({ text, cuts, marks, brackets }: Scan, at: number): number {
  const id = matchAt(footnote, text, at)
  if (id !== null) {
    const end = at + id.length + 3
    marks.push({ kind: 'footnote', value: id, range: { start: at, end } })
    cuts.push({ from: at, to: end, put: leftOut })
    return end
  }
  brackets.push({ at, picture: text[at - 1] === '!' && text[at - 2] !== '\\' })
  return at + 1
}

function closeBracket({ text, cuts, marks, brackets }: Scan, at: number): number {
  const open = brackets.pop()
  const tail = open === undefined ? null : linkTail(text, at + 1)
  if (open === undefined || tail === null) return at + 1
  marks.push({
    kind: open.picture ? 'picture' : 'link',
    value: unescaped(text.slice(tail.target.start, tail.target.end)),
    range: tail.target,
  })
  const edge = open.picture ? leftOut : ''
  cuts.push({ from: open.picture ? open.at - 1 : open.at, to: open.at + 1, put: edge })
  if (tail.title === null) {
    cuts.push({ from: at, to: tail.end, put: edge })
  } else {
    cuts.push({ from: at, to: tail.title.start, put: leftOut }, { from: tail.title.end, to: tail.end, put: leftOut })
  }
  return tail.end
}

function unescaped(target: string): string {
  return target
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(
      /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,31}));/g,
      (whole, decimal?: string, hex?: string, name?: string) => {
        return decode(decimal, hex, name) ?? whole
      },
    )
}

const handleName = /@[A-Za-z0-9_](?:[A-Za-z0-9_.@-]{0,200}[A-Za-z0-9_])?/y

/** `@name`, `@name@host`, and `name@host`. */
function handle({ text, cuts, marks }: Scan, at: number): number {
  handleName.lastIndex = at
  const found = handleName.exec(text)
  if (found === null) return at + 1
  let from = at
  while (at - from < 100 && /[\w.+-]/.test(text[from - 1] ?? '')) from--
  const end = at + found[0].length
  cuts.push({ from, to: end, put: leftOut })
  marks.push({ kind: 'handle', value: text.slice(from, end), range: { start: from, end } })
  return end
}

const web = /(?:https?:\/\/|www\.)[^\s<>\u0600-\u06FF\u3000-\u30FF\u3400-\u9FFF\uFF00-\uFFEF]{0,4000}/y

function address({ text, cuts, marks }: Scan, at: number): number {
  web.lastIndex = at
  const found = web.exec(text)?.[0] ?? ''
  const end = at + found.replace(/[^\p{L}\p{N}/#=&_-]+$/u, '').length
  if (end <= at + 4) return at + 4
  cuts.push({ from: at, to: end, put: leftOut })
  marks.push({ kind: 'address', value: text.slice(at, end), range: { start: at, end } })
  return end
}
