import { relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Place } from '../model/place.ts'

/** The first place of the site that an error's stack names: V8's frames (`file:///…:2:29`), or a parser's heading (`/…:3`) with a caret below. */
export function placeInSite(root: string, error: unknown): Place | undefined {
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
