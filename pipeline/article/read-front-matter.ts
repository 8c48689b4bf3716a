import { type Document, isMap, isScalar, LineCounter, type Node, parseDocument, type Scalar } from 'yaml'
import type { Finding, Severity } from '../model/finding.ts'
import { placeOf } from '../model/place.ts'
import { frontMatterShape, type WrittenFrontMatter } from './front-matter-shape.ts'

type Path = readonly PropertyKey[]

export interface FrontMatterRead {
  /** Null where a finding says why. */
  readonly written: WrittenFrontMatter | null
  readonly findings: Finding[]
  /** Where a field's value stands in the file (its key, or the opening fence, where there is none). */
  readonly rangeOf: (path: Path) => { start: number; end: number }
  readonly find: (severity: Severity, path: Path, message: string, expected?: readonly string[]) => Finding
}

/** Bytes; real front matter has a few hundred. */
const maximumSize = 65_536

/**
 * Read YAML as data: every scalar is text (no dates, numbers or booleans made of it), no tags, few aliases, bounded size.
 *
 * @param range of the YAML in `text`
 */
export function readFrontMatter(file: string, text: string, range: { start: number; end: number }): FrontMatterRead {
  const yaml = text.slice(range.start, range.end)
  const tooLarge = yaml.length > maximumSize
  const document = parse(tooLarge ? '' : yaml)
  const rangeOf = (path: Path) => nodeRange(document, path, range)
  const find: FrontMatterRead['find'] = (severity, path, message, expected = []) => {
    const { start, end } = rangeOf(path)
    return { rule: 'front-matter', severity, ...placeOf(file, text, start, end), message, actual: text.slice(start, end), expected }
  }
  if (tooLarge)
    return { written: null, findings: [find('error', [], `The front matter is longer than ${maximumSize} characters.`)], rangeOf, find }
  const findings = syntaxFindings(document, file, text, range)
  if (findings.length > 0) return { written: null, findings, rangeOf, find }
  return { ...shape(document, find), rangeOf, find }
}

function parse(yaml: string): Document {
  try {
    return parseDocument(yaml, { schema: 'failsafe', lineCounter: new LineCounter(), prettyErrors: false, uniqueKeys: true })
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return parseDocument('"nested too deeply": [', { prettyErrors: false })
  }
}

function syntaxFindings(document: Document, file: string, text: string, range: { start: number; end: number }): Finding[] {
  return document.errors.map((error) => {
    const start = Math.min(range.start + error.pos[0], range.end)
    const end = Math.min(Math.max(range.start + error.pos[1], start), range.end)
    return {
      rule: 'front-matter',
      severity: 'error',
      ...placeOf(file, text, start, end),
      message: `The front matter is no valid YAML: ${error.message.replace(/\.$/, '')}.`,
      actual: text.slice(start, end),
      expected: [],
    }
  })
}

function shape(document: Document, find: FrontMatterRead['find']): { written: WrittenFrontMatter | null; findings: Finding[] } {
  if (!isMap(document.contents))
    return {
      written: null,
      findings: [find('error', [], 'The front matter has no fields; expected title, description, date and authors.')],
    }
  let data: unknown
  try {
    data = document.toJS({ maxAliasCount: 20 })
  } catch {
    return { written: null, findings: [find('error', [], 'The front matter has too many aliases.')] }
  }
  const result = frontMatterShape.safeParse(withoutEmpty(data as Record<string, unknown>))
  const findings = unknownFields(document, find)
  if (result.success) return { written: result.data, findings }
  for (const issue of result.error.issues) findings.push(find('error', issue.path, issueText(issue, data as Record<string, unknown>)))
  return { written: null, findings }
}

/** `place:` with nothing behind it is no place. */
function withoutEmpty(data: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(data).filter(([name, value]) => value !== '' || required.has(name)))
}

const required = new Set(['title', 'description', 'date', 'authors'])

function issueText(issue: { path: PropertyKey[]; message: string }, data: Record<string, unknown>): string {
  const name = issue.path.map(String).join('.')
  const top = String(issue.path[0] ?? '')
  if (issue.path.length === 1 && data[top] === undefined) return `The front matter lacks \`${name}\`.`
  return `Unexpected \`${name}\`: ${issue.message}.`
}

function unknownFields(document: Document, find: FrontMatterRead['find']): Finding[] {
  if (!isMap(document.contents)) return []
  const known = Object.keys(frontMatterShape.shape)
  return document.contents.items.flatMap((item) => {
    const name = isScalar(item.key) ? String((item.key as Scalar).value) : ''
    return known.includes(name) ? [] : [find('warning', [name], `Unknown field \`${name}\`, expected one of ${known.join(', ')}.`)]
  })
}

function nodeRange(document: Document, path: Path, range: { start: number; end: number }): { start: number; end: number } {
  for (let depth = path.length; depth > 0; depth--) {
    const node = document.getIn(path.slice(0, depth), true) as Node | undefined
    const own = node?.range
    if (own && own[1] > own[0]) return { start: range.start + own[0], end: range.start + own[1] }
  }
  // Nothing stands there: the first line of the front matter, which is never empty where it exists.
  return { start: range.start, end: range.start }
}
