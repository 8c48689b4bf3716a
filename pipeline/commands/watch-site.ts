import { existsSync, type FSWatcher, watch } from 'node:fs'
import { join } from 'node:path'
import type { Context } from './context.ts'

/** What a site is made from; other folders, such as node_modules, may hold more files than a system can watch. */
const folders = ['articles', 'locales', 'templates']

/** Milliseconds in which changes are taken together: editors write a file in several steps. */
const pause = 100

/**
 * Call `changed` after each change of a site's files, never twice at a time.
 *
 * @returns a function that ends the watching
 */
export function watchSite(root: string, changed: () => Promise<void>, { signal, stderr }: Context): () => void {
  const watchers = new Map<string, FSWatcher>()
  let timer: NodeJS.Timeout | undefined
  let running = Promise.resolve()
  const notice = () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      running = running.then(changed)
    }, pause)
  }
  const lost = (error: Error) => stderr.write(`Changes in ${root} are no longer seen: ${error.message}. Start again once that is mended.\n`)

  /** Anew for a folder that comes back: a watcher ends with what it watched. */
  const watchFolder = (name: string) => {
    watchers.get(name)?.close()
    watchers.delete(name)
    if (!existsSync(join(root, name))) return
    const onChange = (_: string, file: string | null) => {
      if (file === null || !/(?:^|[\\/])\./.test(file)) notice()
    }
    watchers.set(name, watch(join(root, name), { recursive: true, signal }, onChange).on('error', lost))
  }

  const onTop = (_: string, name: string | null) => {
    if (name !== null && folders.includes(name)) watchFolder(name)
    if (name === null || folders.includes(name) || name.startsWith('colophon.config.')) notice()
  }
  watchers.set('.', watch(root, { signal }, onTop).on('error', lost))
  for (const name of folders) watchFolder(name)
  return () => {
    clearTimeout(timer)
    for (const watcher of watchers.values()) watcher.close()
  }
}
