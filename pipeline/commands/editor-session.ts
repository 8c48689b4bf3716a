import { relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sortFindings } from '../check/sort-findings.ts'
import type { ArticleId } from '../model/article.ts'
import { Failure } from '../model/failure.ts'
import type { Finding } from '../model/finding.ts'
import type { SiteView } from './article-knowledge.ts'
import { CheckMemory } from './check-memory.ts'
import type { Context } from './context.ts'
import { Crew } from './crew.ts'
import { gatherSite, viewOf } from './gather-site.ts'
import { type Newsroom, openNewsroom } from './newsroom.ts'
import { openToRead } from './open-to-read.ts'
import { prepareArticle } from './prepare-article.ts'
import { reachIn } from './reach.ts'
import { withPictures } from './with-pictures.ts'

interface OpenText {
  readonly version: number
  readonly text: string
}

interface ShownFile {
  readonly uri: string
  readonly version: number
  readonly findings: readonly Finding[]
}

/** A site while its texts are being edited. */
export class EditorSession {
  readonly #context: Context
  #root: string
  #site: Promise<Opened> | null = null
  #shown = new Map<string, ShownFile>()

  constructor(context: Context) {
    this.#context = context
    this.#root = context.root
  }

  /** @param folder the address of the folder that the editor has open; null leaves the one of the command line */
  open(folder: string | null): void {
    const path = folder === null ? null : pathOf(folder)
    if (path !== null) this.#root = resolve(path)
  }

  /** What is on the disk has changed: it is read again. */
  forget(): void {
    this.#site = null
  }

  /** What was last shown of a file. */
  shown(uri: string): readonly Finding[] {
    return this.#shown.get(uri)?.findings ?? []
  }

  /** What is wrong with the open files, whose texts count as they are; with other files nothing is shown. */
  async findings(open: ReadonlyMap<string, OpenText>): Promise<{ readonly files: readonly ShownFile[]; readonly failure: string | null }> {
    try {
      this.#site ??= openWhole(this.#root, this.#context)
      const files = await this.#check(await this.#site, open)
      this.#shown = new Map(files.map((file) => [file.uri, file]))
      return { files, failure: null }
    } catch (error) {
      this.#site = null
      if (!(error instanceof Failure)) throw error
      const { what, why = '', next } = error.text
      return { files: [], failure: [what, why, next].filter((part) => part !== '').join(' ') }
    }
  }

  async #check({ room, view }: Opened, open: ReadonlyMap<string, OpenText>): Promise<ShownFile[]> {
    const paths = new Map(
      [...open.keys()].flatMap((uri) => {
        const path = this.#pathIn(uri)
        return path === null ? [] : [[uri, path] as const]
      }),
    )
    const unsaved = new Map([...paths].map(([uri, path]) => [path, open.get(uri)?.text ?? '']))
    const ids = new Set([...paths.values()].flatMap((path) => articleOf(room, path) ?? []))
    const found: Finding[] = [...room.findings]
    for (const id of ids) {
      const prepared = await prepareArticle({ ...room, unsaved }, id, 'all', view)
      found.push(...(await withPictures(prepared, reachIn(room))).findings)
    }
    found.push(...room.knowledge.findings, ...room.dictionaries.findings)
    return [...paths].map(([uri, path]) => {
      return { uri, version: open.get(uri)?.version ?? 0, findings: sortFindings(found.filter(({ file }) => file === path)) }
    })
  }

  /** Relative to the site's root; null for what lies elsewhere. */
  #pathIn(uri: string): string | null {
    const path = pathOf(uri)
    if (path === null) return null
    const inside = relative(this.#root, path).split(sep).join('/')
    return inside.startsWith('..') || inside === '' ? null : inside
  }
}

interface Opened {
  readonly room: Newsroom
  /** As of the files on the disk. */
  readonly view: SiteView
}

async function openWhole(root: string, { clock, signal }: Context): Promise<Opened> {
  const room = await openNewsroom({ root, clock }, await openToRead(root, { locales: [], articles: [] }))
  await room.knowledge.of(room.site.locales.map(({ tag }) => tag))
  const memory = await CheckMemory.open(room)
  const crew = new Crew(room, signal)
  try {
    return { room, view: viewOf(await gatherSite(room, memory, (ids, disputed) => crew.facts(ids, disputed))) }
  } finally {
    await crew.close()
  }
}

function articleOf(room: Newsroom, path: string): ArticleId | undefined {
  return room.articleAt.get(path) ?? room.files.catalogs.find((file) => file.path === path)?.id
}

function pathOf(uri: string): string | null {
  return uri.startsWith('file:') ? fileURLToPath(uri) : null
}
