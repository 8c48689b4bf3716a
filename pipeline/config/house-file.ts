import type * as z from 'zod'
import type { Finding } from '../model/finding.ts'
import { type JsonNode, jsonOffset, jsonValue } from '../model/json.ts'
import { pointAt } from '../model/place.ts'
import type { Source } from '../model/source.ts'
import { describeIssue } from './describe-issue.ts'
import { knownKeys } from './known-keys.ts'
import { readYaml } from './read-yaml.ts'

/** A file of the house style, of which each wrong entry is told and left out. */
export class HouseFile {
  readonly findings: Finding[] = []
  readonly #source: Source
  readonly #root: JsonNode | null

  constructor(source: Source) {
    this.#source = source
    const read = readYaml(source.text)
    this.#root = read.kind === 'read' ? read.root : null
    if (read.kind === 'wrong') for (const { offset, text } of read.mistakes) this.#find(offset, text)
  }

  /** The entries of the list `name`, the file's only field; none where the file is no such thing. */
  entries(name: string): { readonly value: unknown; readonly path: readonly PropertyKey[]; readonly line: number }[] {
    if (this.#root === null) return []
    const value = jsonValue(this.#root)
    const list = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
    if (this.#root.kind === 'object') {
      const strangers = this.#root.members.filter((member) => member.name !== name)
      for (const stranger of strangers) this.#find(stranger.start, `\`${stranger.name}\` is no field here, expected \`${name}\`.`)
      if (list === undefined && strangers.length === 0) return []
    }
    if (!Array.isArray(list)) {
      if (list !== undefined || this.#root.kind !== 'object') this.mistake([name], `expected a list \`${name}\`.`)
      return []
    }
    return list.map((entry, index) => ({ value: entry, path: [name, index], line: this.#place([name, index]).line }))
  }

  /** What a schema makes of an entry, or null where its mistakes are told. */
  checked<Output>(schema: z.ZodType<Output>, value: unknown, path: readonly PropertyKey[]): Output | null {
    const checked = schema.safeParse(value)
    if (checked.success) return checked.data
    for (const issue of checked.error.issues) {
      const described = describeIssue(issue, value, (at) => knownKeys(schema, at))
      this.mistake([...path, ...described.path], described.text, described.of)
    }
    return null
  }

  /** @param text a sentence without its capital: a name in it is code */
  mistake(path: readonly PropertyKey[], text: string, of?: 'name' | 'value'): void {
    this.#find(
      this.#root === null ? 0 : jsonOffset(this.#root, path, of),
      text.replace(/^[a-z]/, (letter) => letter.toUpperCase()),
    )
  }

  #place(path: readonly PropertyKey[]): { line: number; column: number } {
    return pointAt(this.#source.text, this.#root === null ? 0 : jsonOffset(this.#root, path))
  }

  #find(offset: number, message: string): void {
    const { path: file, text } = this.#source
    this.findings.push({ rule: 'invalid-house-file', severity: 'error', file, ...pointAt(text, offset), message, expected: [] })
  }
}
