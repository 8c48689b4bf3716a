import type { Scan } from './cut.ts'

/** Cut the delimiters of emphasis, strong emphasis and strikethrough, by CommonMark's flanking rules. @returns where to go on */
export function emphasis({ text, cuts, marks, openers }: Scan, sign: string, at: number): number {
  let end = at + 1
  while (text[end] === sign) end++
  const { opens, closes } = flanking(text, sign, at, end)
  const stack = openers[sign] ?? []
  let from = at
  while (closes && from < end) {
    const opener = stack.at(-1)
    if (opener === undefined || (sign === '~' && opener.left !== end - from)) break
    const matched = Math.min(opener.left, end - from)
    const openerEnd = opener.at + opener.left
    cuts.push({ from: openerEnd - matched, to: openerEnd, put: '' }, { from, to: from + matched, put: '' })
    const range = { start: openerEnd - matched, end: from + matched }
    marks.push({ kind: 'emphasis', value: (sign === '_' ? '*' : sign).repeat(matched), range })
    opener.left -= matched
    from += matched
    if (opener.left === 0) stack.pop()
  }
  if (opens && from < end && !(sign === '~' && end - from > 2)) stack.push({ at: from, left: end - from })
  return end
}

function flanking(text: string, sign: string, at: number, end: number): { opens: boolean; closes: boolean } {
  const before = kindOf(text[at - 1])
  const after = kindOf(text[end])
  const left = after !== 'space' && (after === 'word' || before !== 'word')
  const right = before !== 'space' && (before === 'word' || after !== 'word')
  if (sign !== '_') return { opens: left, closes: right }
  return { opens: left && (!right || before === 'sign'), closes: right && (!left || after === 'sign') }
}

function kindOf(character: string | undefined): 'space' | 'sign' | 'word' {
  if (character === undefined || /\s/.test(character)) return 'space'
  return /[\p{P}\p{S}]/u.test(character) ? 'sign' : 'word'
}
