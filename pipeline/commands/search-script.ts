import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Artifact } from '../model/artifact.ts'
import { digest } from '../model/digest.ts'
import { readBytes } from '../read/read-bytes.ts'
import type { Address, Addresses } from '../render/addresses.ts'
import { artifact } from './artifact.ts'

const builtIn = join(import.meta.dirname, '../../templates/search.js')
const name = 'templates/search.js'

/** What the search page runs: the site's own `templates/search.js`, else the built-in one. */
export function searchScript(root: string, to: Addresses): { readonly address: Address; readonly artifact: Artifact } {
  const own = join(root, name)
  const body = readBytes(existsSync(own) ? own : builtIn, name)
  const address = to.asset('search.js', digest(body))
  return { address, artifact: artifact({ kind: 'asset', address, body, contentType: 'text/javascript; charset=utf-8' }) }
}
