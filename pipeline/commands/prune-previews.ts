import type { Key } from '../model/artifact.ts'
import { Failure } from '../model/failure.ts'
import type { Store } from '../model/store.ts'
import { storeBelow } from '../store/store-below.ts'
import { leaseKey } from '../upload/lease.ts'
import { parseRoot, rootKey } from '../upload/manifest-root.ts'
import { isDamage } from '../upload/read-releases.ts'
import type { Context } from './context.ts'
import { previewFolder, previewsFolder } from './previews.ts'
import { startWriting, type Writing } from './start-writing.ts'

/**
 * Remove the previews whose time is over, and what is left of those that have no manifest that can be read. One that is being published now stays; so does
 * one of another version, which another Colophon looks after.
 *
 * @returns their names
 */
export async function prunePreviews(store: Store, context: Context): Promise<string[]> {
  const names = new Set<string>()
  for await (const { key } of store.list(`${previewsFolder}/`)) names.add(key.split('/')[1] ?? '')
  const pruned: string[] = []
  for (const name of names) {
    const below = storeBelow(store, previewFolder(name))
    if ((await isOver(below, name, context)) && (await remove(below, context))) pruned.push(name)
  }
  return pruned
}

async function isOver(preview: Store, name: string, { clock, stderr }: Context): Promise<boolean> {
  const found = await preview.get(rootKey)
  if (found === null) return true
  try {
    const { expires } = parseRoot(found.body, preview.name)
    return expires !== null && Date.parse(expires) <= clock().getTime()
  } catch (error) {
    if (!isDamage(error)) throw error
    if (error.code === 'manifest-version') stderr.write(`warning: the preview ${name} stays: ${error.text.what}\n`)
    return error.code === 'manifest-corrupt'
  }
}

async function remove(preview: Store, context: Context): Promise<boolean> {
  const writing = await writingTo(preview, context)
  if (writing === null) return false
  try {
    const keys: Key[] = []
    for await (const { key } of preview.list('')) if (key !== leaseKey) keys.push(key)
    await preview.delete(keys, writing.lease.signal)
    return true
  } finally {
    await writing.end()
  }
}

/** Null where somebody publishes it right now. */
async function writingTo(preview: Store, context: Context): Promise<Writing | null> {
  try {
    return await startWriting(preview, { wait: false, seconds: 10, context })
  } catch (error) {
    if (error instanceof Failure && error.code === 'lease-held') return null
    throw error
  }
}
