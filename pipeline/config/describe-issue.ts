import type * as z from 'zod'
import { didYouMean } from './nearest.ts'

/** One mistake in a configuration in words: "`site.urll`: unknown setting. Did you mean `url`?" */
export function describeIssue(
  issue: z.core.$ZodIssue,
  config: unknown,
  knownAt: (path: readonly PropertyKey[]) => readonly string[],
): Described {
  const path = inInput(issue.path, config)
  if (issue.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys
    const full = [...path, key]
    return { path: full, of: 'name', text: `\`${pathText(full)}\` is no setting.${didYouMean(key, knownAt(issue.path))}` }
  }
  return { path, text: `${path.length === 0 ? '' : `\`${pathText(path)}\`: `}${expectation(issue, valueAt(config, path))}` }
}

export interface Described {
  readonly path: readonly PropertyKey[]
  readonly text: string
  /** Whether the name at the end of the path is wrong, or the value there. */
  readonly of?: 'name' | 'value'
}

/** `locales[1].tag`; names that are no identifiers in quotes. */
function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((step, index) => {
      if (typeof step === 'number') return `[${step}]`
      const name = String(step)
      if (!/^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u.test(name)) return `[${JSON.stringify(name)}]`
      return index === 0 ? name : `.${name}`
    })
    .join('')
}

/** The path without the steps that only a short form's expansion has: `'it'` for `{ tag: 'it' }`. */
function inInput(path: readonly PropertyKey[], config: unknown): PropertyKey[] {
  const kept: PropertyKey[] = []
  let value = config
  for (const step of path) {
    if (typeof value !== 'object' || value === null) break
    kept.push(step)
    value = Reflect.get(value, step)
  }
  return kept
}

function valueAt(config: unknown, path: readonly PropertyKey[]): unknown {
  let value = config
  for (const step of path) value = typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined
  return value
}

/** A sentence without its capital, or two. */
function expectation(issue: z.core.$ZodIssue, found: unknown): string {
  switch (issue.code) {
    case 'custom':
      return `${issue.message}.`
    case 'invalid_type':
      return found === undefined
        ? `expected ${typeName(issue.expected)}, found nothing.`
        : `expected ${typeName(issue.expected)}, ${foundText(found)}.`
    case 'invalid_value': {
      const values = issue.values.map(String)
      const hint = typeof found === 'string' ? didYouMean(found, values) : ''
      return `expected ${values.length > 8 ? `one of ${values.length} names that Intl knows` : listed(values)}, ${foundText(found)}.${hint}`
    }
    case 'too_small':
      return typeof found === 'number' ? `expected at least ${issue.minimum}, ${foundText(found)}.` : 'expected at least one, found none.'
    default:
      return `${issue.message.replace(/^Invalid input: /, '')}.`
  }
}

function typeName(expected: string): string {
  return (
    {
      string: 'a text',
      int: 'a whole number',
      number: 'a number',
      object: 'an object',
      record: 'an object',
      array: 'a list',
      tuple: 'a list',
    }[expected] ?? expected
  )
}

function listed(values: readonly string[]): string {
  return new Intl.ListFormat('en', { type: 'disjunction' }).format(values.map((value) => `\`${value}\``))
}

function foundText(value: unknown): string {
  if (typeof value === 'function') return 'found a function'
  if (Array.isArray(value)) return 'found a list'
  if (typeof value === 'object' && value !== null) return 'found an object'
  return `found \`${typeof value === 'string' ? value : String(value)}\``
}
