import { rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { makeFolders } from '../disk/make-folders.ts'
import type { Key } from '../model/artifact.ts'
import { diskFailure } from '../read/disk-failure.ts'
import { hidden } from '../read/list-folder.ts'
import { readBytes } from '../read/read-bytes.ts'
import { writeWhole } from '../read/write-file.ts'
import { filesUnder } from '../store/files-under.ts'
import { type BuildLog, emptyLog } from './build-log.ts'
import { builtSearch } from './built-search.ts'
import type { Context } from './context.ts'
import { counted } from './counted.ts'
import { type Newsroom, openNewsroom } from './newsroom.ts'
import { nothingOnPages, type OnPages, withoutBrokenPages } from './on-pages.ts'
import { openToRead } from './open-to-read.ts'
import type { BuildOptions } from './options.ts'
import { nothingBefore } from './pointer-artifacts.ts'
import { openPress, type Press } from './press.ts'
import { refuseSource } from './refuse-source.ts'
import { settlePictures } from './settle-pictures.ts'
import { siteArtifacts } from './site-artifacts.ts'
import { hasErrors, tellProblems } from './tell-problems.ts'
import { Workers } from './workers.ts'

interface Built {
  /** Of articles. */
  readonly pages: number
  readonly artifacts: number
  readonly seconds: number
}

/**
 * Write the site as files, each whole. Files that are there already and aren't the site's stay, which is said: nobody knows whose they are.
 *
 * @throws {Failure} `build-into-source`, and those of the disk and of templates
 */
export async function build(options: BuildOptions, context: Context): Promise<0 | 1> {
  const begin = context.clock().getTime()
  const out = resolve(context.cwd, options.out)
  refuseSource(out, context.root, '--out site')
  const opened = await openToRead(context.root, options)
  const room = await openNewsroom(context, opened)
  context.progress.stage(`building ${counted(room.wanted.articles.size, 'article')}`)
  const folders = new Set<string>()
  const written = new Set<Key>()
  const write = (key: Key, body: Uint8Array) => {
    writeArtifact(out, key, body, folders)
    written.add(key)
  }
  const run = { level: options.check ? 'errors' : 'none', signal: context.signal } as const
  const { press, pages, keys, log } = await withoutBrokenPages((onPages) => writeSite(room, { ...run, onPages }, write))
  // Written before a page that they belong to was found to be broken.
  for (const key of written.difference(keys)) removeArtifact(join(out, key))
  settlePictures(press, context)
  const all = new Set(keys)
  for await (const { key, body } of builtSearch(press, log.cards, (page) => readBytes(join(out, page), page))) {
    write(key, body)
    all.add(key)
  }
  const seconds = (context.clock().getTime() - begin) / 1000
  context.progress.end()
  if (!opened.wanted.filtered) tellOthers(out, all, context)
  tellBuild({ pages, artifacts: all.size, seconds }, log, options, context, out)
  return hasErrors(log.findings) ? 1 : 0
}

interface Written {
  readonly press: Press
  readonly pages: number
  readonly keys: ReadonlySet<Key>
  readonly log: BuildLog
}

async function writeSite(
  room: Newsroom,
  run: { readonly level: 'errors' | 'none'; readonly signal: AbortSignal; readonly onPages: OnPages },
  write: (key: Key, body: Uint8Array) => void,
): Promise<{ readonly result: Written; readonly found: OnPages }> {
  const press = await openPress(room)
  const log = emptyLog()
  const inspection = run.level === 'none' ? null : new (await import('./page-inspection.ts')).PageInspection(press, run.level)
  const keys = new Set<Key>()
  const workers = new Workers(availableParallelism())
  let pages = 0
  const nothing = { ledger: null, published: nothingBefore }
  for await (const one of siteArtifacts(press, log, { ...run, ...nothing, inspection })) {
    inspection?.other(one)
    const { key } = one
    if ('make' in one) await workers.start(async () => write(key, await one.make()))
    else write(key, one.body)
    keys.add(key)
    if (one.kind === 'page' && one.card !== null) pages++
  }
  await workers.end()
  press.fonts.settle(room.now)
  log.findings.push(...(inspection?.findings.elsewhere() ?? []))
  return { result: { press, pages, keys, log }, found: inspection?.findings.ofEditions() ?? nothingOnPages }
}

function writeArtifact(out: string, key: string, body: Uint8Array, folders: Set<string>): void {
  const path = join(out, key)
  const folder = dirname(path)
  if (!folders.has(folder)) {
    try {
      makeFolders(folder)
    } catch (error) {
      throw diskFailure(folder, error)
    }
    folders.add(folder)
  }
  writeWhole(path, body)
}

function removeArtifact(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch (error) {
    throw diskFailure(path, error)
  }
}

/** Hidden files are for others: a repository's, a server's. */
function tellOthers(out: string, keys: ReadonlySet<Key>, context: Context): void {
  const others = [...filesUnder(out, '', '', '')].filter(({ key }) => !keys.has(key) && !hidden(key))
  const [first] = others
  if (first === undefined) return
  context.stderr.write(
    `${counted(others.length, 'file')} in ${out} ${others.length === 1 ? 'is' : 'are'} not of this build, \`${first.key}\` first among them. \`colophon publish --to\` a folder drops what a site no longer has.\n`,
  )
}

function tellBuild(built: Built, log: BuildLog, { json }: BuildOptions, context: Context, out: string): void {
  tellProblems(log, context)
  if (json) context.stdout.write(`${JSON.stringify(built, null, 2)}\n`)
  else
    context.stdout.write(`${counted(built.pages, 'page')}, ${counted(built.artifacts, 'file')} in ${out}, ${built.seconds.toFixed(1)} s.\n`)
}
