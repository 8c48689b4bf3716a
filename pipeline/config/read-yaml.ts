import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, parseDocument, type YAMLError } from 'yaml'
import type { JsonMember, JsonNode } from '../model/json.ts'

export type ReadYaml =
  | { readonly kind: 'read'; readonly root: JsonNode }
  | { readonly kind: 'wrong'; readonly mistakes: readonly YamlMistake[] }

export interface YamlMistake {
  /** UTF-16 units. */
  readonly offset: number
  /** Whole sentence. */
  readonly text: string
}

/** One mistake early in a text makes many of what follows. */
const mostMistakes = 3

/**
 * Read YAML as data: every scalar is text, so that `no` is Norwegian and 1.10 keeps its zero; no tags, no aliases.
 *
 * An empty file is an empty object. Offsets count in `text`, a byte order mark included.
 */
export function readYaml(text: string): ReadYaml {
  try {
    const mark = text.startsWith('\uFEFF') ? 1 : 0
    const document = parseDocument(text.slice(mark), { schema: 'failsafe', prettyErrors: false, uniqueKeys: true })
    const mistakes = document.errors.slice(0, mostMistakes).map((error) => mistakeOf(error, mark))
    if (mistakes.length > 0) return { kind: 'wrong', mistakes }
    if (document.contents === null) return { kind: 'read', root: { kind: 'object', start: 0, members: [] } }
    return { kind: 'read', root: nodeOf(document.contents, mark) }
  } catch (error) {
    if (error instanceof Aliased)
      return { kind: 'wrong', mistakes: [{ offset: error.offset, text: 'Unexpected alias: write the value out.' }] }
    if (error instanceof RangeError) return { kind: 'wrong', mistakes: [{ offset: 0, text: 'It is nested too deeply.' }] }
    throw error
  }
}

function mistakeOf({ pos, message }: YAMLError, mark: number): YamlMistake {
  return { offset: pos[0] + mark, text: `It is no valid YAML: ${message.replace(/\.$/, '')}.` }
}

class Aliased extends Error {
  readonly offset: number

  constructor(offset: number) {
    super('alias')
    this.offset = offset
  }
}

function nodeOf(node: Node | null, mark: number): JsonNode {
  const start = (node?.range?.[0] ?? 0) + mark
  if (isAlias(node)) throw new Aliased(start)
  if (isMap(node)) return { kind: 'object', start, members: node.items.map((pair) => memberOf(pair as Pair<Node, Node | null>, mark)) }
  if (isSeq(node)) return { kind: 'array', start, items: node.items.map((item) => nodeOf(item as Node | null, mark)) }
  return { kind: 'scalar', start, value: isScalar(node) ? String(node.value ?? '') : '' }
}

function memberOf({ key, value }: Pair<Node, Node | null>, mark: number): JsonMember {
  const [start, end] = key.range ?? [0, 0]
  const node = nodeOf(value, mark)
  return {
    name: isScalar(key) ? String(key.value ?? '') : '',
    start: start + mark,
    end: end + mark,
    // `name:` with nothing behind it.
    value: value === null ? { ...node, start: start + mark } : node,
  }
}
