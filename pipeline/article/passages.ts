import type { Nodes } from 'mdast'
import type { Unit } from '../model/article.ts'
import type { Passage } from '../model/passage.ts'
import { readBody } from './body-reader.ts'
import { splitFrontMatter } from './front-matter-block.ts'
import { withoutMarks } from './holes.ts'
import { parseMarkdown } from './markdown.ts'
import { UnitList } from './unit-list.ts'

/** A unit's passage keeps the unit; code has none. */
export interface UnitPassage extends Passage {
  readonly unit: Unit | null
}

/** The passages of a Markdown text's body: what would be its units if it were an article, and its blocks of code, in reading order. */
export function bodyPassages(markdown: string): UnitPassage[] {
  const text = withoutMarks(markdown)
  const base = splitFrontMatter(text).body
  const units = new UnitList()
  readBody(parseMarkdown(text.slice(base)), { file: '', text, base, units })
  return unitPassages(text, units.units)
}

/**
 * The passages of an article: its units and the blocks of code between them.
 *
 * @param text of the whole file
 */
export function unitPassages(text: string, units: readonly Unit[]): UnitPassage[] {
  const passages = units.map((unit) => passageOf(unit, text))
  const base = splitFrontMatter(text).body
  return [...passages, ...codeIn(parseMarkdown(text.slice(base)), base)].sort((a, b) => a.offset - b.offset)
}

function passageOf(unit: Unit, text: string): UnitPassage {
  const offset = unit.spans[0]?.from ?? 0
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1
  const prefix = unit.context === null ? text.slice(lineStart, offset) : ''
  const level = unit.kind === 'heading' ? headingLevel(prefix, text, offset) : 0
  const frame = /^\s*\[\^/.test(prefix) ? 'footnote' : /^\s*>/.test(prefix) ? 'quote' : null
  return { kind: unit.kind, level, frame, text: unit.text, offset, unit }
}

/** A heading without `#` is underlined: by `=`, or by `-`. */
function headingLevel(prefix: string, text: string, offset: number): number {
  const marks = /#{1,6}(?=[ \t]+$)/.exec(prefix)
  if (marks !== null) return marks[0].length
  return /^[\s>]*=/m.exec(text.slice(offset).split(/\n/, 3).slice(1).join('\n')) === null ? 2 : 1
}

function codeIn(node: Nodes, base: number): UnitPassage[] {
  if (node.type === 'code' && node.value.trim() !== '') {
    const offset = base + (node.position?.start.offset ?? 0)
    return [{ kind: 'code', level: 0, frame: null, text: node.value, offset, unit: null }]
  }
  return 'children' in node ? node.children.flatMap((child) => codeIn(child, base)) : []
}
