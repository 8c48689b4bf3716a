import { type Node, parseSync } from 'oxc-parser'
import { childrenOf, type Mutant, type Range } from './mutants.ts'

/** What stands on `globalThis` as `mutation` while a switched module runs. */
export interface Switch {
  /** The number of the mistake that is made; null for none. */
  mutant: number | null
  /** Rounds of loops so far. */
  rounds: number
  /** More rounds are an error: the mistake makes a loop endless. */
  limit: number
}

interface Part extends Range {
  readonly kind: 'loop' | Mutant['whole']['kind']
  /** Its code, once what is inside of it was switched. */
  readonly code: (inside: string) => string
}

/** The module with all its mistakes at once, each made only while `globalThis.mutation.mutant` is its number: what is loaded once can be tried with one after the other. */
export function switched(path: string, text: string, mutants: ReadonlyMap<number, Mutant>): string {
  const parts = [...loops(parseSync(path, text).program), ...choices(text, mutants)]
  return joined(text, { start: 0, end: text.length }, parts.sort(outerFirst))
}

const order = ['loop', 'statement', 'expression']

function outerFirst(a: Part, b: Part): number {
  return a.start - b.start || b.end - a.end || order.indexOf(a.kind) - order.indexOf(b.kind)
}

function joined(text: string, range: Range, parts: readonly Part[]): string {
  let code = ''
  let at = range.start
  for (let next = 0; next < parts.length; ) {
    const part = parts[next] as Part
    const behind = parts.findIndex(({ start }, index) => index > next && start >= part.end)
    const inside = parts.slice(next + 1, behind < 0 ? parts.length : behind)
    code += text.slice(at, part.start) + part.code(joined(text, part, inside))
    at = part.end
    next += inside.length + 1
  }
  return code + text.slice(at, range.end)
}

function choices(text: string, mutants: ReadonlyMap<number, Mutant>): Part[] {
  const wholes = Map.groupBy(mutants, ([, { whole }]) => `${whole.kind} ${whole.start} ${whole.end}`)
  return [...wholes.values()].flatMap((choices) => {
    const whole = choices[0]?.[1].whole
    return whole === undefined ? [] : [{ ...whole, code: (inside: string) => choice(text, whole, choices, inside) }]
  })
}

function choice(text: string, whole: Mutant['whole'], choices: readonly (readonly [number, Mutant])[], inside: string): string {
  if (whole.kind === 'statement') return `{ if (globalThis.mutation.mutant === ${choices[0]?.[0]}); else ${inside}\n}`
  const ways = choices.map(([number, { start, end, replacement }]) => {
    return `globalThis.mutation.mutant === ${number} ? (${text.slice(whole.start, start)}${replacement}${text.slice(end, whole.end)}) : `
  })
  return `(${ways.join('')}(${inside}))`
}

function loops(node: Node): Part[] {
  const own = isLoop(node) ? [{ start: node.body.start, end: node.body.end, kind: 'loop' as const, code: counted }] : []
  return [...own, ...childrenOf(node).flatMap(loops)]
}

function isLoop(node: Node): node is Extract<Node, { type: 'ForStatement' | 'ForOfStatement' | 'WhileStatement' | 'DoWhileStatement' }> {
  return ['ForStatement', 'ForOfStatement', 'WhileStatement', 'DoWhileStatement'].includes(node.type)
}

function counted(body: string): string {
  return `{ if (++globalThis.mutation.rounds > globalThis.mutation.limit) throw new Error('a loop without an end');\n${body}\n}`
}
