import { join, relative, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { Failure } from '../model/failure.ts'
import type { Place } from '../model/place.ts'
import { configFailed } from './config-failed.ts'
import { failures } from './failures.ts'

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
    throw configFailed(error, { file, why: reason(error), place: placeIn(root, error) })
  }
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return `It throws ${JSON.stringify(error) ?? String(error)}.`
  return `${error.name}: ${error.message}`
}

/** The first place of the site that the error's stack names: V8's frames (`file:///…:2:29`), or a parser's heading (`/…:3`) with a caret below. */
function placeIn(root: string, error: unknown): Place | undefined {
  const stack = error instanceof Error ? (error.stack ?? '') : ''
  for (const line of stack.split('\n')) {
    const match = /(?:\(|at (?:async )?|^)(?<path>file:\/\/\S+?|\/.*?|[A-Za-z]:\\.*?):(?<line>\d+)(?::(?<column>\d+))?\)?$/.exec(line)
    const path = match?.groups?.['path']
    const file = path === undefined ? null : insideSite(root, path)
    if (file === null) continue
    const column = match?.groups?.['column'] ?? caretColumn(stack)
    return { file, line: Number(match?.groups?.['line']), column: Number(column) }
  }
  return undefined
}

function insideSite(root: string, path: string): string | null {
  const file = path.startsWith('file:') ? fileURLToPath(path.replace(/\?.*$/, '')) : path
  const inside = relative(root, file)
  return inside.startsWith('..') || inside.includes('node_modules') || file === inside ? null : inside.split(sep).join('/')
}

function caretColumn(stack: string): number {
  const caret = /^( *)\^+ *$/m.exec(stack)
  return (caret?.[1]?.length ?? 0) + 1
}
