import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { parseSync } from 'oxc-parser'

/** One dependency of one file on another: a value or a type, static, dynamic, or re-exported. */
export interface Import {
  /** Relative to the repository, with `/`. */
  readonly from: string
  /** A file of ours (relative to the repository) or a bare name (`zx`, `node:fs`); null where the code computes it. */
  readonly to: string | null
  readonly line: number
}

/** What the laws of the house need to know of a file. */
export interface Module {
  readonly path: string
  readonly imports: readonly Import[]
  /** Lines with a default export. */
  readonly defaultExports: readonly number[]
  /** Lines that write to the terminal: `console`, `process.stdout`, `process.stderr`. */
  readonly terminal: readonly number[]
  /** Lines that ask the world: the clock, chance, the environment, the network. */
  readonly world: readonly number[]
}

/** All TypeScript files below `folders`, parsed. */
export function readModules(root: string, folders: readonly string[]): Module[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .sort()
      .map((name) => posix.join(folder, name.replaceAll('\\', '/')))
      .map((path) => readModule(path, readFileSync(join(root, path), 'utf8'))),
  )
}

/** @throws {Error} where the text is no TypeScript: a file that can't be read must not count as one without imports */
export function readModule(path: string, text: string): Module {
  const { program, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path}: ${errors.map(({ message }) => message).join(', ')}`)
  const imports: Import[] = []
  const defaultExports: number[] = []
  const terminal: number[] = []
  const world: number[] = []
  visit(program, (node) => {
    const line = text.slice(0, node.start).split('\n').length
    for (const to of importsOf(node)) imports.push({ from: path, to: to === null ? null : resolve(path, to), line })
    if (exportsDefault(node)) defaultExports.push(line)
    if (writesToTerminal(node)) terminal.push(line)
    if (asksTheWorld(node)) world.push(line)
  })
  return { path, imports, defaultExports, terminal, world }
}

interface Node {
  readonly type: string
  readonly start: number
  readonly [field: string]: unknown
}

function visit(value: unknown, see: (node: Node) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) visit(item, see)
  } else if (isNode(value)) {
    see(value)
    for (const field of Object.values(value)) visit(field, see)
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}

/** The names that this very node imports; null for one that only the running program knows. */
function importsOf(node: Node): (string | null)[] {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'ExportNamedDeclaration':
    case 'ImportExpression':
    case 'TSImportType':
      return isNode(node['source']) ? [literal(node['source'])] : []
    case 'CallExpression':
      return named(node['callee']) === 'require' ? [literal((node['arguments'] as unknown[])[0])] : []
    default:
      return []
  }
}

function literal(value: unknown): string | null {
  return isNode(value) && value.type === 'Literal' && typeof value['value'] === 'string' ? value['value'] : null
}

function resolve(path: string, name: string): string {
  return name.startsWith('.') ? posix.join(posix.dirname(path), name) : name
}

function exportsDefault(node: Node): boolean {
  if (node.type === 'ExportDefaultDeclaration') return true
  return node.type === 'ExportSpecifier' && isNode(node['exported']) && node['exported']['name'] === 'default'
}

function writesToTerminal(node: Node): boolean {
  if (node.type === 'ImportDeclaration') return /^(node:)?(console|process)$/.test(String(importsOf(node)[0]))
  const [object, property] = member(node)
  return object === 'console' || (object === 'process' && (property === 'stdout' || property === 'stderr'))
}

function asksTheWorld(node: Node): boolean {
  if (node.type === 'NewExpression') return named(node['callee']) === 'Date' && (node['arguments'] as unknown[]).length === 0
  if (node.type === 'CallExpression') return named(node['callee']) === 'fetch'
  const [object, property] = member(node)
  return object === 'process' || (object === 'Date' && property === 'now') || (object === 'Math' && property === 'random')
}

/** `a.b` and `a['b']` as `['a', 'b']`. */
function member(node: Node): (string | undefined)[] {
  return node.type === 'MemberExpression' ? [named(node['object']), named(node['property']) ?? literal(node['property']) ?? undefined] : []
}

function named(value: unknown): string | undefined {
  return isNode(value) && value.type === 'Identifier' ? String(value['name']) : undefined
}
