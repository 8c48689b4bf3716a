import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { minifyStyle, styleRecipe } from '../assets/minify-style.ts'
import type { Derived } from '../model/artifact.ts'
import { digest } from '../model/digest.ts'
import { readBytes } from '../read/read-bytes.ts'
import type { Address, Addresses } from '../render/addresses.ts'
import { derivedAsset } from './artifact.ts'

const builtIn = join(import.meta.dirname, '../../templates/style.css')
const name = 'templates/style.css'

/** The site's own `templates/style.css`, else the built-in one; minified where it isn't published yet. */
export function styleSheet(root: string, to: Addresses): { readonly address: Address; readonly artifact: Derived } {
  const own = join(root, name)
  const css = readBytes(existsSync(own) ? own : builtIn, name)
  const inputs = digest(`${styleRecipe} ${digest(css)}`)
  const address = to.asset('style.css', inputs)
  const make = () => minifyStyle(css, name)
  return { address, artifact: derivedAsset(address, inputs, 'text/css; charset=utf-8', make) }
}
