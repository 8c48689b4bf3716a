import { type Node, parseSync } from 'oxc-parser'
import { pointAt } from '../../pipeline/model/place.ts'

/** One small mistake: `text.slice(start, end)` becomes `replacement`. */
interface Mistake extends Range {
  readonly replacement: string
}

export interface Mutant extends Mistake {
  /** What may be chosen between as a whole: the part itself, or all of the optional chain that it is part of. */
  readonly whole: Range & { readonly kind: 'expression' | 'statement' }
  /** It happens once, when the module is loaded. */
  readonly atLoad: boolean
}

/** Offsets. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** Every small mistake that this file might have made: a condition turned round, an operator's neighbour, a step left out, another text. */
export function mutantsOf(path: string, text: string): Mutant[] {
  const mutants: Mutant[] = []
  const visit = (node: Node, around: Around): void => {
    if (isNoCode(node)) return
    for (const mistake of mistakesAt(node, around.parent, text))
      mutants.push({ ...mistake, whole: wholeOf(mistake, node, around.chain), atLoad: around.atLoad })
    for (const child of childrenOf(node))
      visit(child, { parent: node, chain: chainOf(child, node, around.chain), atLoad: around.atLoad && !runsLater(node) })
  }
  visit(parseSync(path, text).program, { parent: null, chain: null, atLoad: true })
  return mutants.filter((mutant) => isProgram(path, mutated(text, mutant))).sort((a, b) => a.start - b.start || a.end - b.end)
}

interface Around {
  readonly parent: Node | null
  readonly chain: Node | null
  readonly atLoad: boolean
}

/** Types, apart from an expression with a type beside it, and names of modules. */
function isNoCode({ type }: Node): boolean {
  return (type.startsWith('TS') && !wrappers.has(type)) || type === 'ImportDeclaration' || type === 'ImportExpression'
}

const wrappers = new Set(['TSAsExpression', 'TSNonNullExpression', 'TSSatisfiesExpression'])

function wholeOf(mistake: Mistake, node: Node, chain: Node | null): Mutant['whole'] {
  const { start, end } = mistake.start === node.start && mistake.end === node.end ? (chain ?? mistake) : mistake
  return { start, end, kind: node.type === 'ExpressionStatement' ? 'statement' : 'expression' }
}

/** The optional chain that `child` is a link of: `a?.b.c` can't be cut between its links. */
function chainOf(child: Node, node: Node, chain: Node | null): Node | null {
  if (node.type === 'ChainExpression') return node
  if (node.type === 'MemberExpression') return child === node.object ? chain : null
  if (node.type === 'CallExpression') return child === node.callee ? chain : null
  return null
}

function runsLater(node: Node): boolean {
  return /Function/.test(node.type) || (node.type === 'PropertyDefinition' && !node.static)
}

export function mutated(text: string, { start, end, replacement }: Mutant): string {
  return text.slice(0, start) + replacement + text.slice(end)
}

/** For people, and for `accepted.json`. */
export interface Description {
  /** `line:column`. */
  readonly place: string
  readonly change: string
}

export function describe(text: string, { start, end, replacement }: Mutant): Description {
  const { line, column } = pointAt(text, start)
  return { place: `${line}:${column}`, change: `${oneLine(text.slice(start, end))} → ${oneLine(replacement)}` }
}

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length > 100 ? `${line.slice(0, 60)} … ${line.slice(-35)}` : line
}

/** What can't even be parsed would count as noticed. */
function isProgram(path: string, text: string): boolean {
  return parseSync(path, text).errors.length === 0
}

export function childrenOf(node: Node): Node[] {
  return Object.values(node)
    .flat()
    .filter((value): value is Node => typeof value === 'object' && value !== null && 'type' in value && 'start' in value)
}

function mistakesAt(node: Node, parent: Node | null, text: string): Mistake[] {
  const instead = (part: Range, ...replacements: readonly string[]): Mistake[] =>
    replacements.map((replacement) => ({ start: part.start, end: part.end, replacement }))
  const source = (part: Range): string => text.slice(part.start, part.end)
  switch (node.type) {
    case 'BinaryExpression':
    case 'LogicalExpression':
    case 'AssignmentExpression':
      return (neighbours[node.operator] ?? []).flatMap((operator) =>
        instead(node, `(${source(node.left)} ${operator} ${source(node.right)})`),
      )
    case 'IfStatement':
    case 'ConditionalExpression':
      return instead(node.test, 'true', 'false')
    case 'WhileStatement':
    case 'DoWhileStatement':
      return instead(node.test, 'false')
    case 'UnaryExpression':
      return node.operator === '!' || node.operator === '-' ? instead(node, source(node.argument)) : []
    case 'UpdateExpression':
      return instead(
        node,
        source(node).replace(/\+\+|--/, (operator) => (operator === '++' ? '--' : '++')),
      )
    case 'ExpressionStatement':
      return node.expression.type === 'Literal' ? [] : instead(node, ';')
    case 'ArrayExpression':
      return node.elements.length > 0 ? instead(node, '[]') : []
    case 'Literal':
      return isName(node, parent) ? [] : instead(node, ...(literals(node.value) ?? []))
    case 'TemplateLiteral':
      return parent?.type === 'TaggedTemplateExpression' ? [] : instead(node, "''")
    case 'CallExpression':
      return callMutants(node, source).map((replacement) => ({ start: node.start, end: node.end, replacement }))
    default:
      return []
  }
}

const neighbours: Readonly<Record<string, readonly string[]>> = {
  '===': ['!=='],
  '!==': ['==='],
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '&&': ['||'],
  '||': ['&&'],
  '??': ['&&'],
  '+=': ['-='],
  '-=': ['+='],
  '||=': ['='],
  '??=': ['='],
}

/** A key, or the module of an export. */
function isName(node: Node, parent: Node | null): boolean {
  return parent !== null && (('key' in parent && parent.key === node) || ('source' in parent && parent.source === node))
}

function literals(value: unknown): string[] | null {
  if (typeof value === 'boolean') return [String(!value)]
  if (typeof value === 'string') return [value === '' ? "'mutant'" : "''"]
  return null
}

/** A method's neighbour, or its receiver alone. */
function callMutants(node: Extract<Node, { type: 'CallExpression' }>, source: (part: Node) => string): string[] {
  const { callee } = node
  if (callee.type !== 'MemberExpression' || callee.computed || callee.property.type !== 'Identifier') return []
  const { name } = callee.property
  const twin = twins[name]
  if (twin !== undefined) return [source(node).replace(source(callee), `${source(callee.object)}.${twin}`)]
  return leftOut.has(name) ? [source(callee.object)] : []
}

const twins: Readonly<Record<string, string>> = {
  some: 'every',
  every: 'some',
  startsWith: 'endsWith',
  endsWith: 'startsWith',
  min: 'max',
  max: 'min',
  indexOf: 'lastIndexOf',
  find: 'findLast',
  findLast: 'find',
}

const leftOut = new Set(['filter', 'slice', 'sort', 'toSorted', 'reverse', 'trim', 'trimEnd', 'trimStart', 'normalize', 'toLowerCase'])
