import type * as z from 'zod'
import type { Finding } from '../model/finding.ts'
import type { HouseStyle, StyleEntry, Swap } from '../model/house-style.ts'
import type { Source } from '../model/source.ts'
import { expandBraces } from './expand-braces.ts'
import { HouseFile } from './house-file.ts'
import { didYouMean } from './nearest.ts'
import { styleKinds, styleShapes } from './style-schema.ts'

type Shapes = typeof styleShapes
type Written = { [Kind in keyof Shapes]: z.output<Shapes[Kind]> }[keyof Shapes]
type Path = readonly PropertyKey[]

/**
 * The entries of a locale's `style.yaml`; one with a mistake is told and left out.
 *
 * @param explain what is wrong with a pattern, or null
 */
export function readStyle(
  source: Source,
  explain: (pattern: string) => string | null,
): { readonly style: HouseStyle; readonly findings: readonly Finding[] } {
  const file = new HouseFile(source)
  const names = new Set<string>()
  const entries = file.entries('rules').flatMap(({ value, path }): StyleEntry[] => {
    const written = shapeOf(value, path, file)
    if (written === null) return []
    const { name, severity, message = null, link = null } = written
    if (names.has(name)) file.mistake([...path, 'name'], `\`${name}\` is the name of another rule of this file.`)
    names.add(name)
    const content = contentOf(written, { path, file, explain })
    return content === null ? [] : [{ name, severity, message, link, ...content }]
  })
  return { style: { entries }, findings: file.findings }
}

function shapeOf(value: unknown, path: Path, file: HouseFile): Written | null {
  const kind: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'kind') : undefined
  const known = styleKinds.find((one) => one === kind)
  if (known !== undefined) return file.checked<Written>(styleShapes[known], value, path)
  const found = typeof kind === 'string' ? `found \`${kind}\`.${didYouMean(kind, styleKinds)}` : 'found nothing.'
  file.mistake([...path, 'kind'], `\`kind\`: expected one of ${styleKinds.join(', ')}, ${found}`)
  return null
}

interface At {
  readonly path: Path
  readonly file: HouseFile
  readonly explain: (pattern: string) => string | null
}

type Content<Entry = StyleEntry> = Entry extends StyleEntry ? Omit<Entry, 'name' | 'severity' | 'message' | 'link'> : never

function contentOf(written: Written, at: At): Content | null {
  const { kind } = written
  switch (kind) {
    case 'substitution': {
      const swaps = Object.entries(written.swap).flatMap(([from, to]) => swapsOf(from, to, at))
      return { kind, swaps, certain: written.certain === 'true' }
    }
    case 'existence': {
      if (written.words.length + written.patterns.length === 0)
        at.file.mistake(at.path, 'expected `words` or `patterns` that must not stand.')
      const phrases = written.words.flatMap((word, index) => forms(word, [...at.path, 'words', index], at.file))
      const patterns = written.patterns.filter((pattern, index) => isPattern(pattern, [...at.path, 'patterns', index], at))
      return { kind, phrases, patterns }
    }
    case 'consistency':
      return { kind, pairs: Object.entries(written.either).flatMap(([one, other]) => pairsOf(one, other, at)) }
    case 'capitalisation':
      return { kind, units: written.in, style: written.style, except: written.except }
    case 'conditional': {
      const { first, second, except } = written
      const right = [isPattern(first, [...at.path, 'first'], at), isPattern(second, [...at.path, 'second'], at)]
      return right.includes(false) ? null : { kind, first, second, except }
    }
  }
}

/** Forms of either side go together where there are as many of them; one replacement stands for all forms. */
function swapsOf(from: string, to: readonly string[], { path, file }: At): Swap[] {
  const at = [...path, 'swap', from]
  const left = forms(from, at, file, 'name')
  const right = to.map((text) => forms(text, at, file))
  const odd = right.find((texts) => texts.length !== 1 && texts.length !== left.length)
  if (odd !== undefined && left.length > 0)
    file.mistake(at, `expected one form or ${left.length}, as many as of \`${from}\`, found ${odd.length}.`)
  if (odd !== undefined) return []
  return left.map((form, index) => ({ from: form, to: right.map((texts) => texts[texts.length === 1 ? 0 : index] ?? form) }))
}

function pairsOf(one: string, other: string, { path, file }: At): (readonly [string, string])[] {
  const at = [...path, 'either', one]
  const [left, right] = [forms(one, at, file, 'name'), forms(other, at, file)]
  if (left.length !== right.length) file.mistake(at, `expected ${left.length} forms, as many as of \`${one}\`, found ${right.length}.`)
  return left.length === right.length ? left.map((form, index) => [form, right[index] ?? form] as const) : []
}

function forms(phrase: string, path: Path, file: HouseFile, of?: 'name'): string[] {
  const expanded = expandBraces(phrase)
  if (expanded === null) file.mistake(path, `\`${phrase.slice(0, 60)}\` has more than a thousand forms.`, of)
  return expanded ?? []
}

function isPattern(pattern: string, path: Path, { file, explain }: At): boolean {
  const why = explain(pattern)
  if (why !== null) file.mistake(path, `\`${pattern}\` is no pattern: ${why}.`)
  return why === null
}
