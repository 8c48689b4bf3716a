import { lstatSync, type Stats } from 'node:fs'
import { resolve } from 'node:path'
import type { Digest } from '../model/digest.ts'
import { runGit } from './run-git.ts'

/** Where one of these is set, what stands in the folder need not be what stands in git. */
const converting = new Set(['text', 'eol', 'crlf', 'filter', 'ident', 'working-tree-encoding'])

/**
 * The digests of files by their paths below `root`, as git knows them without reading one; what it doesn't know for sure isn't in it: files that
 * changed since they were checked out, files that git doesn't track or passes over, links, files of submodules, and those that were converted on
 * their way out of git.
 *
 * Whether a file changed is asked of the file system to the nanosecond, and not of git: it counts in seconds, and of a fresh clone it reads again all
 * that was written in the last one.
 *
 * Law: each is the `blobDigest` of the file's bytes.
 *
 * @param folders relative to `root`
 * @returns nothing without git
 */
export async function gitDigests(root: string, folders: readonly string[]): Promise<ReadonlyMap<string, Digest>> {
  const settings = ['-c', 'core.fsmonitor=false', '-c', 'core.quotePath=false']
  const [listed, index, autocrlf] = await Promise.all([
    runGit(root, [...settings, 'ls-files', '-z', '-s', '-v', '--debug', '--', ...folders]),
    runGit(root, ['rev-parse', '--git-path', 'index']),
    runGit(root, ['config', '--get', 'core.autocrlf']),
  ])
  // Lines may have got other ends when the files were checked out.
  if (listed === null || index === null || /^(?:true|yes|on|1|input)$/i.test(autocrlf?.trim() ?? '')) return new Map()
  const digests = unchanged(root, listed, lookAt(resolve(root, index.trimEnd()))?.mtimeMs ?? 0)
  for (const path of await converted(root, [...digests.keys()])) digests.delete(path)
  return digests
}

/** Null where it isn't there, or can't be looked at: who reads it will say why. */
function lookAt(path: string): Stats | null {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) ?? null
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null
    throw error
  }
}

/**
 * Nothing where git says it in other words, as it may: this is what it says to people.
 *
 * @param indexed when git wrote this down: a file may have changed in that very moment and look as before
 */
function unchanged(root: string, listed: string, indexed: number): Map<string, Digest> {
  const digests = new Map<string, Digest>()
  const words = new Words(listed)
  while (!words.ended) {
    const head = words.until('\t')
    const path = words.until('\0')
    const changed = words.after('  ctime: ').time()
    const written = words.after('\n  mtime: ').time()
    words.until('size: ')
    const size = words.number()
    words.until('\n')
    if (words.strange) return new Map()
    const digest = wholeFile.exec(head)?.[1]
    if (digest === undefined) continue
    const now = lookAt(`${root}/${path}`)
    if (now === null || now.mtimeMs >= indexed) continue
    if (now.mtimeMs === written && now.ctimeMs === changed && now.size === size) digests.set(path, digest as Digest)
  }
  return digests
}

/** `H` is a file that git looks at, not flagged by hand, 100 one that is no link, 0 the side in a conflict. */
const wholeFile = /^H 100\d{3} ([0-9a-f]{40}) 0$/

/** What git says, read from its beginning to its end; an expression for all of an entry makes a text of each number in it. */
class Words {
  readonly #text: string
  #at = 0
  /** Whether something else stood there than what was asked for. */
  strange = false

  constructor(text: string) {
    this.#text = text
  }

  get ended(): boolean {
    return this.#at >= this.#text.length
  }

  until(end: string): string {
    const from = this.#at
    const to = this.#text.indexOf(end, from)
    if (to === -1) this.strange = true
    this.#at = to === -1 ? this.#text.length : to + end.length
    return this.#text.slice(from, to)
  }

  after(word: string): this {
    if (!this.#text.startsWith(word, this.#at)) this.strange = true
    this.#at += word.length
    return this
  }

  /** From `seconds:nanoseconds` to what the file system's own times are put in: milliseconds, and parts of them. */
  time(): number {
    const seconds = this.number()
    return seconds * 1000 + this.after(':').number() / 1e6
  }

  number(): number {
    let value = 0
    for (let code = this.#code(); code >= 0x30 && code <= 0x39; code = this.#code()) {
      value = value * 10 + code - 0x30
      this.#at++
    }
    return value
  }

  #code(): number {
    return this.#text.charCodeAt(this.#at)
  }
}

/** Files with an attribute that may change them on their way between git and the folder. */
async function converted(root: string, paths: readonly string[]): Promise<readonly string[]> {
  if (paths.length === 0) return []
  const output = await runGit(root, ['check-attr', '-z', '--stdin', '--all'], `${paths.join('\0')}\0`)
  if (output === null) return paths
  const fields = output.split('\0')
  const found: string[] = []
  for (let at = 0; at + 2 < fields.length; at += 3) {
    const [path = '', attribute = '', value = ''] = fields.slice(at, at + 3)
    if (converting.has(attribute) && value !== 'unset') found.push(path)
  }
  return found
}
