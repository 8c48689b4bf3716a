import { availableParallelism } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { makeFolders } from '../disk/make-folders.ts'
import { diskFailure } from '../read/disk-failure.ts'
import { writeWhole } from '../read/write-file.ts'
import { type BuildLog, emptyLog } from './build-log.ts'
import type { Context } from './context.ts'
import { counted } from './counted.ts'
import { openNewsroom } from './newsroom.ts'
import { openSite } from './open-site.ts'
import type { BuildOptions } from './options.ts'
import { openPress } from './press.ts'
import { refuseSource } from './refuse-source.ts'
import { settlePictures } from './settle-pictures.ts'
import { siteArtifacts } from './site-artifacts.ts'
import { hasErrors, tellProblems } from './tell-problems.ts'
import { Workers } from './workers.ts'

interface Built {
  /** Of articles. */
  pages: number
  artifacts: number
  seconds: number
}

/**
 * Write the site as files, each whole. Files that are there already and aren't the site's stay.
 *
 * @throws {Failure} `build-into-source`, and those of the disk and of templates
 */
export async function build(options: BuildOptions, context: Context): Promise<0 | 1> {
  const begin = context.clock().getTime()
  const out = resolve(context.cwd, options.out)
  refuseSource(out, context.root, '--out site')
  const room = await openNewsroom(context, await openSite(context.root, options))
  const press = await openPress(room)
  const log = emptyLog()
  context.progress.stage(`building ${counted(room.wanted.articles.size, 'article')}`)
  const built: Built = { pages: 0, artifacts: 0, seconds: 0 }
  const folders = new Set<string>()
  const workers = new Workers(availableParallelism())
  for await (const one of siteArtifacts(press, log, {
    level: options.check ? 'errors' : 'none',
    ledger: null,
    published: async () => new Map(),
    signal: context.signal,
  })) {
    const { key } = one
    if ('make' in one) await workers.start(async () => writeArtifact(out, key, await one.make(), folders))
    else writeArtifact(out, key, one.body, folders)
    built.artifacts++
    if (one.kind === 'page') built.pages++
  }
  await workers.end()
  settlePictures(room, context)
  built.seconds = (context.clock().getTime() - begin) / 1000
  context.progress.end()
  tellBuild(built, log, options, context, out)
  return hasErrors(log.findings) ? 1 : 0
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

function tellBuild(built: Built, log: BuildLog, { json }: BuildOptions, context: Context, out: string): void {
  tellProblems(log, context)
  if (json) context.stdout.write(`${JSON.stringify(built, null, 2)}\n`)
  else
    context.stdout.write(`${counted(built.pages, 'page')}, ${counted(built.artifacts, 'file')} in ${out}, ${built.seconds.toFixed(1)} s.\n`)
}
