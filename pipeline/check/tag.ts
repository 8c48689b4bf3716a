import { leftOut, type Scan, type Tag } from './cut.ts'

const tag =
  /<(\/?)([A-Za-z][A-Za-z0-9-]{0,40})((?:\s+[A-Za-z_:][\w.:-]{0,80}(?:\s*=\s*(?:[^\s"'=<>`]{1,2000}|'[^']{0,2000}'|"[^"]{0,2000}"))?)*)\s*\/?>/y

/** The HTML tag that begins at `at`, or null. */
export function tagAt(text: string, at: number): Tag | null {
  tag.lastIndex = at
  const found = tag.exec(text)
  if (found === null) return null
  const [whole, slash, name = '', attributes = ''] = found
  return { name: name.toLowerCase(), closes: slash === '/', lang: /\slang\s*=/i.test(attributes), start: at, end: at + whole.length }
}

/** Their content is no prose of the article. */
const opaque = new Set(['code', 'del', 'kbd', 'pre', 's', 'samp', 'script', 'style', 'var'])
/** What stands before, within and after them isn't read in one go. */
const apart = new Set(['bdi', 'bdo', 'img', 'q', 'rp', 'rt', 'ruby', 'sub', 'sup'])

/** Cut a tag, and once it closes, what it holds where that is no prose. */
export function tagCuts({ cuts, foreign, marks, tags }: Scan, { name, closes, lang, start, end }: Tag): void {
  marks.push({ kind: 'html', value: name, range: { start, end } })
  cuts.push({ from: start, to: end, put: name === 'br' ? '\n' : apart.has(name) || opaque.has(name) ? leftOut : '' })
  if (!closes) {
    tags.push({ name, lang, start, end })
    return
  }
  const nearest = tags.slice(-16)
  const back = nearest.reverse().findIndex((open) => open.name === name)
  const open = nearest[back]
  if (open === undefined) return
  tags.length -= back + 1
  if (opaque.has(name)) cuts.push({ from: open.start, to: end, put: leftOut })
  if (open.lang) foreign.push({ start: open.end, end: start })
}
