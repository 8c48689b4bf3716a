/** A value of a JSON text (RFC 8259), with its place. */
export type JsonNode =
  | { readonly kind: 'object'; readonly start: number; readonly members: readonly JsonMember[] }
  | { readonly kind: 'array'; readonly start: number; readonly items: readonly JsonNode[] }
  | { readonly kind: 'scalar'; readonly start: number; readonly value: string | number | boolean | null }

export interface JsonMember {
  readonly name: string
  /** Offsets of the name with its quotes. */
  readonly start: number
  readonly end: number
  readonly value: JsonNode
}

export type ReadJson =
  | { readonly kind: 'read'; readonly root: JsonNode }
  | { readonly kind: 'wrong'; readonly offset: number; readonly expected: string; readonly found: string }

/** Deeper nesting is refused, so that no text can exhaust the stack. */
const maxDepth = 64

/** Parse JSON that people write: strict as `JSON.parse`, but it knows where each value stands, and where the first mistake is (offsets in UTF-16 units, a leading byte order mark is skipped). */
export function readJson(text: string): ReadJson {
  const reader = new Reader(text)
  try {
    const root = reader.value(0)
    reader.end()
    return { kind: 'read', root }
  } catch (error) {
    if (error instanceof Mistake)
      return { kind: 'wrong', offset: error.offset, expected: error.message, found: foundAt(text, error.offset) }
    throw error
  }
}

/** The plain value. Objects have no prototype; of members with one name the last counts. */
export function jsonValue(node: JsonNode): unknown {
  switch (node.kind) {
    case 'scalar':
      return node.value
    case 'array':
      return node.items.map(jsonValue)
    case 'object': {
      const object: Record<string, unknown> = Object.create(null)
      for (const { name, value } of node.members) object[name] = jsonValue(value)
      return object
    }
  }
}

/** Offset of what stands at `path` (of the name itself where `of` says so), or of the nearest thing around it that is there. */
export function jsonOffset(root: JsonNode, path: readonly PropertyKey[], of: 'name' | 'value' = 'value'): number {
  let node = root
  let offset = root.start
  for (const step of path) {
    const member = node.kind === 'object' ? node.members.findLast(({ name }) => name === step) : undefined
    const next = member?.value ?? (node.kind === 'array' && typeof step === 'number' ? node.items[step] : undefined)
    if (next === undefined) return offset
    node = next
    offset = of === 'name' && member !== undefined ? member.start : node.start
  }
  return offset
}

class Mistake extends Error {
  readonly offset: number

  constructor(offset: number, expected: string) {
    super(expected)
    this.offset = offset
  }
}

class Reader {
  readonly #text: string
  #at: number

  constructor(text: string) {
    this.#text = text
    this.#at = text.startsWith('\uFEFF') ? 1 : 0
  }

  value(depth: number): JsonNode {
    this.#skipSpace()
    const start = this.#at
    if (depth > maxDepth) throw new Mistake(start, `at most ${maxDepth} levels`)
    switch (this.#text[start]) {
      case '{':
        return { kind: 'object', start, members: this.#list('}', () => this.#member(depth)) }
      case '[':
        return { kind: 'array', start, items: this.#list(']', () => this.value(depth + 1)) }
      case '"':
        return { kind: 'scalar', start, value: this.#string() }
      default:
        return { kind: 'scalar', start, value: this.#word() }
    }
  }

  end(): void {
    this.#skipSpace()
    if (this.#at < this.#text.length) throw new Mistake(this.#at, 'the end of the file')
  }

  #list<Item>(close: '}' | ']', item: () => Item): Item[] {
    const items: Item[] = []
    this.#at++
    this.#skipSpace()
    if (this.#take(close)) return items
    do {
      items.push(item())
      this.#skipSpace()
    } while (this.#take(','))
    if (!this.#take(close)) throw new Mistake(this.#at, `\`,\` or \`${close}\``)
    return items
  }

  #member(depth: number): JsonMember {
    this.#skipSpace()
    const start = this.#at
    if (this.#text[start] !== '"') throw new Mistake(start, 'a name in double quotes')
    const name = this.#string()
    const end = this.#at
    this.#skipSpace()
    if (!this.#take(':')) throw new Mistake(this.#at, '`:`')
    return { name, start, end, value: this.value(depth + 1) }
  }

  #string(): string {
    const start = this.#at
    const raw = this.#match(/"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*/y)
    if (this.#text[this.#at] !== '"') throw new Mistake(this.#at, raw === '"' && this.#at === start + 1 ? 'a text' : '`"`')
    this.#at++
    return String(JSON.parse(`${raw}"`))
  }

  #word(): number | boolean | null {
    const start = this.#at
    const word = this.#match(/-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.+-])|true\b|false\b|null\b/y)
    if (word === '') throw new Mistake(start, 'a value')
    return JSON.parse(word) as number | boolean | null
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#at
    const match = pattern.exec(this.#text)?.[0] ?? ''
    this.#at += match.length
    return match
  }

  #take(character: string): boolean {
    const there = this.#text[this.#at] === character
    if (there) this.#at++
    return there
  }

  #skipSpace(): void {
    this.#match(/[ \t\r\n]*/y)
  }
}

function foundAt(text: string, offset: number): string {
  if (offset >= text.length) return 'the end of the file'
  const [line = ''] = text.slice(offset, offset + 20).split(/[\r\n]/)
  return line === '' ? 'the end of the line' : `\`${/^[\w.+-]+/.exec(line)?.[0] ?? String.fromCodePoint(text.codePointAt(offset) ?? 0)}\``
}
