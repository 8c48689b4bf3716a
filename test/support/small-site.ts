import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import type { Context } from '../../pipeline/commands/context.ts'
import { findingLine } from '../../pipeline/commands/finding-line.ts'
import { openToRead } from '../../pipeline/commands/open-to-read.ts'
import { type Published, publishSite } from '../../pipeline/commands/publish-site.ts'
import { hasErrors } from '../../pipeline/commands/tell-problems.ts'
import type { Store } from '../../pipeline/model/store.ts'
import { memoryStore } from '../../pipeline/store/memory-store.ts'
import { key } from './key.ts'
import { temporarySite } from './temporary-site.ts'

/** Texts and bytes by path; null removes the file. */
export type Files = Readonly<Record<string, string | Uint8Array | null>>

export interface PublishWishes {
  readonly locales?: readonly string[]
  readonly articles?: readonly string[]
  readonly strict?: boolean
  readonly dryRun?: boolean
  readonly full?: boolean
  readonly now?: Date
}

/** A site in a folder and the store that it is published to, by the functions behind the command. */
export interface SmallSite {
  readonly root: string
  readonly store: Store
  write(files: Files): void
  publish(
    wishes?: PublishWishes,
  ): Promise<Published & { readonly errors: boolean; readonly mistakes: readonly string[]; readonly unread: number }>
  /** What readers get at a key; null where there is nothing. */
  page(name: string): Promise<string | null>
}

/** English and Italian; `files` come on top. */
export function smallSite(files: Files = {}, store: Store = memoryStore()): SmallSite {
  const root = temporarySite({ 'articles/': '' })
  write(root, { 'colophon.config.json': config(), ...files })
  return siteIn(root, store)
}

/** A site that is there already. */
export function siteIn(root: string, store: Store): SmallSite {
  return {
    root,
    store,
    write: (more) => write(root, more),
    async publish({ locales = [], articles = [], strict = false, dryRun = false, full = false, now = new Date() } = {}) {
      const opened = await openToRead(root, { locales, articles })
      const { published, log } = await publishSite(opened, store, { strict, dryRun, full, check: true }, silentContext(root, now))
      return {
        ...published,
        errors: hasErrors(log.findings),
        mistakes: log.findings.filter((one) => hasErrors([one])).map(findingLine),
        unread: log.unread,
      }
    },
    async page(name) {
      const object = await store.get(key(name))
      return object === null ? null : Buffer.from(object.body).toString('utf8')
    },
  }
}

export function config(more: object = {}): string {
  return JSON.stringify({ site: { name: 'Small', url: 'https://small.example' }, locales: ['en', 'it'], ...more }, null, 2)
}

/** An article of one paragraph. @param more further lines of front matter */
export function article(title: string, body = 'Text here.', more = ''): string {
  return `---\ntitle: ${title}\ndescription: About ${title}.\ndate: 2026-01-02\nauthors: [Ada]\n${more}---\n\n${body}\n`
}

/** The complete translation of `article(title, body)`: each text with the locale before it. */
export function translation(locale: string, title: string, { body = 'Text here.', slug = '' } = {}): string {
  const messages = [
    `msgid ""\nmsgstr ""\n"Language: ${locale}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n`,
    `msgctxt "title"\nmsgid "${title}"\nmsgstr "${locale} ${title}"\n`,
    `msgctxt "description"\nmsgid "About ${title}."\nmsgstr "${locale} About ${title}."\n`,
    `msgctxt "slug"\nmsgid "${title.toLowerCase()}"\nmsgstr "${slug}"\n`,
    `msgid "${body}"\nmsgstr "${locale} ${body}"\n`,
  ]
  return messages.join('\n')
}

function write(root: string, files: Files): void {
  for (const [path, text] of Object.entries(files)) {
    const file = join(root, path)
    if (text === null) {
      rmSync(file, { recursive: true, force: true })
      continue
    }
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
}

export function silentContext(root: string, now: Date): Context {
  const silent = { write: () => {}, colour: false }
  const progress = { stage: () => {}, note: () => {}, end: () => {} }
  const signal = new AbortController().signal
  const stdio = { input: Readable.from([]), output: new PassThrough() }
  return { root, cwd: root, stdout: silent, stderr: silent, stdio, env: {}, clock: () => now, progress, signal }
}
