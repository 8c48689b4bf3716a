import { type Document, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import type { Finding, Severity } from '../model/finding.ts'
import { placeOf } from '../model/place.ts'
import { correctionShape, frontMatterShape, imageShape, type WrittenFrontMatter } from './front-matter-shape.ts'

type Path = readonly PropertyKey[]

/** Offsets in the file. */
interface Range {
  readonly start: number
  readonly end: number
}

interface Fields {
  /** Those of the right shape. */
  readonly sound: Partial<WrittenFrontMatter>
  /** Those that a finding speaks of already. */
  readonly wrong: ReadonlySet<string>
}

export interface FrontMatterRead {
  /** Null where a finding says why. */
  readonly written: WrittenFrontMatter | null
  /** Null where there are none that could be told apart. */
  readonly fields: Fields | null
  readonly findings: Finding[]
  /** Where a field's value stands in the file (its key, or the opening fence, where there is none). */
  readonly rangeOf: (path: Path) => Range
  readonly find: (severity: Severity, path: Path, message: string, expected?: readonly string[], of?: 'name' | 'value') => Finding
}

/** Bytes; real front matter has a few hundred. */
const maximumSize = 65_536

/**
 * Read YAML as data: every scalar is text (no dates, numbers or booleans made of it), no tags, few aliases, bounded size.
 *
 * @param range of the YAML in `text`
 */
export function readFrontMatter(file: string, text: string, range: Range): FrontMatterRead {
  const yaml = text.slice(range.start, range.end)
  const tooLarge = yaml.length > maximumSize
  const document = parse(tooLarge ? '' : yaml)
  const rangeOf = (path: Path) => nodeRange(document, path, range, 'value')
  const find: FrontMatterRead['find'] = (severity, path, message, expected = [], of = 'value') => {
    const { start, end } = nodeRange(document, path, range, of)
    return { rule: 'front-matter', severity, ...placeOf(file, text, start, end), message, actual: text.slice(start, end), expected }
  }
  if (tooLarge) return { ...unread([find('error', [], `The front matter is longer than ${maximumSize} characters.`)]), rangeOf, find }
  const findings = syntaxFindings(document, file, text, range)
  if (findings.length > 0) return { ...unread(findings), rangeOf, find }
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

/** One mistake early in a text makes many of what follows. */
const mostFindings = 3

function syntaxFindings(document: Document, file: string, text: string, range: Range): Finding[] {
  return document.errors.slice(0, mostFindings).map((error) => {
    const start = Math.min(range.start + error.pos[0], range.end)
    const end = Math.min(Math.max(range.start + error.pos[1], start), range.end)
    return {
      rule: 'front-matter',
      severity: 'error',
      ...placeOf(file, text, start, end),
      message: `The front matter is no valid YAML: ${explained(error.message)}.`,
      actual: text.slice(start, end),
      expected: [],
    }
  })
}

function explained(message: string): string {
  return message.startsWith('Maximum call stack') ? 'it is nested too deeply' : message.replace(/\.$/, '')
}

type Shaped = Pick<FrontMatterRead, 'written' | 'fields' | 'findings'>

function unread(findings: Finding[]): Shaped {
  return { written: null, fields: null, findings }
}

function shape(document: Document, find: FrontMatterRead['find']): Shaped {
  if (!isMap(document.contents))
    return unread([find('error', [], 'The front matter has no fields; expected title, description, date and authors.')])
  let data: unknown
  try {
    data = document.toJS({ maxAliasCount: 20 })
  } catch (error) {
    const why =
      error instanceof ReferenceError && /^Unresolved alias/.test(error.message) ? 'an alias without an anchor' : 'too many aliases'
    return unread([find('error', [], `The front matter has ${why}; write the values out.`)])
  }
  const given = withoutEmpty(data as Record<string, unknown>)
  const result = frontMatterShape.safeParse(given)
  const findings = [
    ...unknownFields(document, [], frontMatterShape.shape, find),
    ...unknownFields(document, ['image'], imageShape.shape, find),
    ...entriesOf(document, 'corrections').flatMap((path) => unknownFields(document, path, correctionShape.shape, find)),
  ]
  if (result.success) return { written: result.data, fields: { sound: result.data, wrong: new Set() }, findings }
  const { issues } = result.error
  for (const issue of issues) findings.push(find('error', issue.path, issueText(issue, data as Record<string, unknown>)))
  const wrong = new Set(issues.map(({ path }) => String(path[0])))
  return { written: null, fields: { sound: soundFields(given, wrong), wrong }, findings }
}

function soundFields(given: Record<string, unknown>, wrong: ReadonlySet<string>): Partial<WrittenFrontMatter> {
  const rest = Object.fromEntries(Object.entries(given).filter(([name]) => !wrong.has(name)))
  return frontMatterShape.partial().parse(rest) as Partial<WrittenFrontMatter>
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

function unknownFields(document: Document, path: Path, shape: Readonly<Record<string, unknown>>, find: FrontMatterRead['find']): Finding[] {
  const map = path.length === 0 ? document.contents : document.getIn(path, true)
  if (!isMap(map)) return []
  const known = Object.keys(shape)
  return map.items.flatMap((item) => {
    const name = isScalar(item.key) ? String(item.key.value) : ''
    if (known.includes(name)) return []
    return [find('warning', [...path, name], `Unknown field \`${name}\`, expected one of ${known.join(', ')}.`, [], 'name')]
  })
}

/** The paths of a list's entries. */
function entriesOf(document: Document, name: string): Path[] {
  const list = document.get(name, true)
  return isSeq(list) ? list.items.map((_, index) => [name, index]) : []
}

/** Where the value at `path` stands, or the name of its field; the next thing around it where there is none. */
function nodeRange(document: Document, path: Path, range: Range, of: 'name' | 'value'): Range {
  for (let depth = path.length; depth > 0; depth--) {
    const nodes = of === 'name' && depth === path.length ? [] : [document.getIn(path.slice(0, depth), true) as Node | undefined]
    for (const node of [...nodes, nameOf(document, path.slice(0, depth))]) {
      const own = node?.range
      if (own && own[1] > own[0]) return { start: range.start + own[0], end: range.start + own[1] }
    }
  }
  // Nothing stands there: the first line of the front matter, which is never empty where it exists.
  return { start: range.start, end: range.start }
}

function nameOf(document: Document, path: Path): Node | undefined {
  const map = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true)
  const item = isMap(map) ? map.items.find(({ key }) => isScalar(key) && key.value === path.at(-1)) : undefined
  return item?.key as Node | undefined
}
