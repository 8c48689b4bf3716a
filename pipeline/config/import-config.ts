import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Failure } from '../model/failure.ts'
import { configFailed } from './config-failed.ts'
import { failures } from './failures.ts'
import { placeInSite } from './place-in-site.ts'

/**
 * The default export of a module of the site.
 *
 * @param version of its text: a changed one is loaded anew
 * @throws {Failure} `config-failed`, `config-invalid`
 */
export async function importConfig(root: string, file: string, version: string): Promise<unknown> {
  const url = pathToFileURL(join(root, file))
  url.searchParams.set('version', version.slice(0, 12))
  const module = await importModule(url, root, file)
  if ('default' in module) return module.default
  throw new Failure(
    'config-invalid',
    failures['config-invalid'](file, [{ text: 'expected `export default { … }`, found no default export.' }]),
  )
}

async function importModule(url: URL, root: string, file: string): Promise<object> {
  try {
    return (await import(url.href)) as object
  } catch (error) {
    throw configFailed(error, { file, why: reason(error), place: placeInSite(root, error) })
  }
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return `It throws ${JSON.stringify(error) ?? String(error)}.`
  return `${error.name}: ${error.message}`
}
