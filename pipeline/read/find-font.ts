import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

/** A file of the site, else of an npm package of the site, else of one of this package's own: `@embedpdf/fonts-sc/fonts/NotoSansHans-Bold.otf`. Absolute; null where there is none. */
export function findFont(root: string, name: string): string | null {
  const own = join(root, name)
  if (existsSync(own)) return own
  const [, packageName] = /^((?:@[\w.-]+\/)?[\w-][\w.-]*)\//.exec(name) ?? []
  if (packageName === undefined) return null
  const folders = [join(root, 'package.json'), import.meta.filename].flatMap((from) => createRequire(from).resolve.paths(packageName) ?? [])
  return folders.map((folder) => join(folder, name)).find((file) => existsSync(file)) ?? null
}
