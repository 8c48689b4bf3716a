import { randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Characters. What is larger is not kept: to read it would take as long as to find it out anew. */
const largest = 200_000_000

/**
 * Results of an earlier run by name, in one file that may be deleted at any time.
 *
 * Whoever puts a result in sees to it that it can be told whether it still holds: what a file says that something else wrote is never believed by its
 * name alone. A file of another version, or one that can't be read, holds nothing.
 */
export class Remembered<Result> {
  readonly #path: string
  readonly #version: string
  readonly #results: Map<string, Result>
  #changed = false

  /** @param version of the program and of the file's shape */
  constructor(path: string, version: string) {
    this.#path = path
    this.#version = version
    this.#results = new Map(Object.entries(read<Result>(path, version)))
  }

  get(name: string): Result | undefined {
    return this.#results.get(name)
  }

  set(name: string, result: Result): void {
    this.#results.set(name, result)
    this.#changed = true
  }

  /** Forget all but these. */
  keep(names: ReadonlySet<string>): void {
    for (const name of [...this.#results.keys()]) if (!names.has(name)) this.#changed = this.#results.delete(name)
  }

  /**
   * Write the file, by rename, where something changed.
   *
   * @returns why it can't be written; null where it was, or need not be
   */
  save(): string | null {
    if (!this.#changed) return null
    const text = JSON.stringify({ version: this.#version, results: Object.fromEntries(this.#results) })
    if (text.length > largest) return `it would have ${text.length} characters`
    const folder = dirname(this.#path)
    const temporary = join(folder, `.${randomUUID()}`)
    try {
      mkdirSync(folder, { recursive: true })
      try {
        writeFileSync(temporary, text, { flag: 'wx' })
        renameSync(temporary, this.#path)
      } finally {
        rmSync(temporary, { force: true })
      }
      return null
    } catch (error) {
      return error instanceof Error ? error.message : String(error)
    }
  }
}

interface Written<Result> {
  readonly version: string
  readonly results: Readonly<Record<string, Result>>
}

function read<Result>(path: string, version: string): Readonly<Record<string, Result>> {
  try {
    const written: Partial<Written<Result>> | null = JSON.parse(readFileSync(path, 'utf8'))
    return written?.version === version && typeof written.results === 'object' && written.results !== null ? written.results : {}
  } catch {
    // Not there, half of it, or no JSON: all is found out anew.
    return {}
  }
}
