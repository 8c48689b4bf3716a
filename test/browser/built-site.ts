import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

const demo = fileURLToPath(new URL('../..', import.meta.url))
const program = join(demo, 'pipeline/main.js')

/** Build a site as the command line does, the demo unless another is named. */
export function buildSite(out: string, root: string = demo): void {
  execFileSync(process.execPath, [program, 'build', '--root', root, '--out', out, '--quiet'], { stdio: ['ignore', 'ignore', 'inherit'] })
}

/** The files of a built site by the path that a browser asks for. */
export function filesIn(out: string): Map<string, Uint8Array> {
  const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return new Map(
    files.map((entry) => {
      const file = join(entry.parentPath, entry.name)
      return [pathOf(file.slice(out.length)), readFileSync(file)]
    }),
  )
}

/** What building a site makes, the demo unless another is named. */
export function builtSite(root?: string): Map<string, Uint8Array> {
  const out = mkdtempSync(join(tmpdir(), 'colophon-site-'))
  try {
    buildSite(out, root)
    return filesIn(out)
  } finally {
    rmSync(out, { recursive: true })
  }
}

function pathOf(file: string): string {
  return file
    .split(sep)
    .map(encodeURIComponent)
    .join('/')
    .replace(/(^|\/)index\.html$/, '$1')
}
