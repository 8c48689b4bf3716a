import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Place, pointAt } from '../model/place.ts'
import type { Source } from '../model/source.ts'
import { readSource } from '../read/read-source.ts'

const builtIn = join(import.meta.dirname, '../..')

/** The texts of the templates that a site's pages are made by: its own, and the built-in ones that it doesn't replace. Read when a mistake is sought in them. */
export class TemplateSources {
  readonly #root: string
  #sources: readonly Template[] | null = null

  constructor(root: string) {
    this.#root = root
  }

  /**
   * Where a template writes what was seen on a page: the site's own before the built-in ones, which nobody can mend.
   *
   * @param name of the template that made the page
   * @param markup what it may have written, the likeliest first
   */
  placeOf(name: string, markup: readonly string[]): Place {
    this.#sources ??= templatesOf(this.#root)
    const sources = [...this.#sources].sort((one, other) => rank(one, name) - rank(other, name))
    const own = sources.filter(({ isOwn }) => isOwn)
    const likely = own.find((source) => rank(source, name) < 2)
    return placeIn(own, markup) ?? (likely && startOf(likely.path)) ?? placeIn(sources, markup) ?? startOf(`templates/${name}.ts`)
  }
}

function placeIn(sources: readonly Source[], markup: readonly string[]): Place | null {
  for (const text of markup) {
    const source = sources.find((one) => one.text.includes(text))
    if (source !== undefined) return { file: source.path, ...pointAt(source.text, source.text.indexOf(text)) }
  }
  return null
}

function startOf(file: string): Place {
  return { file, line: 1, column: 1 }
}

interface Template extends Source {
  /** The site's, not a built-in one. */
  readonly isOwn: boolean
}

function templatesOf(root: string): Template[] {
  const own = templatesIn(root)
  const replaced = new Set(own.map(({ path }) => nameOf(path)))
  const others = templatesIn(builtIn).filter(({ path }) => !replaced.has(nameOf(path)))
  return [...own.map((one) => ({ ...one, isOwn: true })), ...others.map((one) => ({ ...one, isOwn: false }))]
}

/** The page's own template comes before the layout, others after both. */
function rank({ path }: Source, name: string): number {
  return nameOf(path) === name ? 0 : nameOf(path) === 'layout' ? 1 : 2
}

function nameOf(path: string): string {
  return path.slice('templates/'.length).replace(/\.[jt]s$/, '')
}

function templatesIn(root: string): Source[] {
  const folder = join(root, 'templates')
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => /\.[jt]s$/.test(name)) : []
  return names.flatMap((name) => {
    const read = readSource(root, `templates/${name}`)
    return read.kind === 'read' ? read.source : []
  })
}
