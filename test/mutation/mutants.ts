import { type Node, parseSync } from 'oxc-parser'

/** One small mistake: `text.slice(start, end)` becomes `replacement`. */
export interface Mutant {
  readonly start: number
  readonly end: number
  readonly replacement: string
}

/** Every small mistake that this file might have made: a condition turned round, an operator's neighbour, a step left out, another text. */
export function mutantsOf(path: string, text: string): Mutant[] {
  const mutants: Mutant[] = []
  const visit = (node: Node, parent: Node | null): void => {
    if (node.type.startsWith('TS') && !wrappers.has(node.type)) return
    if (node.type === 'ImportDeclaration') return
    mutants.push(...mutantsAt(node, parent, text))
    for (const child of childrenOf(node)) visit(child, node)
  }
  visit(parseSync(path, text).program, null)
  return mutants.filter((mutant) => isProgram(path, mutated(text, mutant))).sort((a, b) => a.start - b.start || a.end - b.end)
}

export function mutated(text: string, { start, end, replacement }: Mutant): string {
  return text.slice(0, start) + replacement + text.slice(end)
}

/** What can't even be parsed would count as noticed. */
function isProgram(path: string, text: string): boolean {
  return parseSync(path, text).errors.length === 0
}

/** An expression with a type beside it. */
const wrappers = new Set(['TSAsExpression', 'TSNonNullExpression', 'TSSatisfiesExpression'])

function childrenOf(node: Node): Node[] {
  return Object.values(node)
    .flat()
    .filter((value): value is Node => typeof value === 'object' && value !== null && 'type' in value && 'start' in value)
}

function mutantsAt(node: Node, parent: Node | null, text: string): Mutant[] {
  const instead = (part: { start: number; end: number }, ...replacements: readonly string[]): Mutant[] =>
    replacements.map((replacement) => ({ start: part.start, end: part.end, replacement }))
  const source = (part: { start: number; end: number }): string => text.slice(part.start, part.end)
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
      return instead(node, "''")
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

/** A key, or part of a type. */
function isName(node: Node, parent: Node | null): boolean {
  return parent !== null && 'key' in parent && parent.key === node
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
