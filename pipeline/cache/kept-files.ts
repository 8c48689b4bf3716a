import { randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Files of an earlier run by name, in a folder that may be deleted at any time.
 *
 * Names are digests of all that a file was made from: a file that is there holds.
 */
export class KeptFiles {
  readonly #folder: string
  #grew = false
  #trouble: string | null = null

  constructor(folder: string) {
    this.#folder = folder
  }

  /** What went wrong first; null where nothing did. */
  get trouble(): string | null {
    return this.#trouble
  }

  get(name: string): Uint8Array | null {
    const file = join(this.#folder, name)
    try {
      const bytes = readFileSync(file)
      const now = new Date()
      utimesSync(file, now, now)
      return bytes
    } catch {
      // Not there, or not to be had: it is made anew.
      return null
    }
  }

  /** Written by rename, so that nobody reads half of it. */
  set(name: string, bytes: string | Uint8Array): void {
    const temporary = join(this.#folder, `.${randomUUID()}`)
    try {
      mkdirSync(this.#folder, { recursive: true })
      try {
        writeFileSync(temporary, bytes, { flag: 'wx' })
        renameSync(temporary, join(this.#folder, name))
        this.#grew = true
      } finally {
        rmSync(temporary, { force: true })
      }
    } catch (error) {
      this.#note(error)
    }
  }

  /** Where something was added, remove what nobody has asked for since then. */
  forgetUnused(since: Date): void {
    if (!this.#grew) return
    try {
      for (const name of readdirSync(this.#folder)) {
        const file = join(this.#folder, name)
        if (statSync(file).mtime < since) rmSync(file, { force: true })
      }
    } catch (error) {
      this.#note(error)
    }
  }

  #note(error: unknown): void {
    this.#trouble ??= error instanceof Error ? error.message : String(error)
  }
}
