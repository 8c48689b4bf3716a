import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** A site as the command line builds it, the demo unless another is named: its files by the path that a browser asks for. */
export function builtSite(site: string = root): Map<string, Uint8Array> {
  const out = mkdtempSync(join(tmpdir(), 'colophon-site-'))
  try {
    execFileSync(process.execPath, [join(root, 'pipeline/cli.ts'), 'build', '--root', site, '--out', out, '--quiet'])
    const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    return new Map(
      files.map((entry) => {
        const file = join(entry.parentPath, entry.name)
        return [pathOf(file.slice(out.length)), readFileSync(file)]
      }),
    )
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
