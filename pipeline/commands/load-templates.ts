import { existsSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import '../config/resolve-colophon.ts'
import { Failure } from '../model/failure.ts'
import type { Templates } from '../render/view.ts'

const builtIn = new URL('../../templates/', import.meta.url)

/**
 * The templates of a site: its own `templates/<name>.ts`, the built-in one where it has none.
 *
 * A site's own `layout.ts` serves the built-in templates too.
 *
 * @throws {Failure} `template-invalid` for one that can't be loaded, or is no function
 */
export async function loadTemplates(root: string): Promise<Templates> {
  const own = pathToFileURL(join(root, 'templates', '/'))
  if (own.href !== builtIn.href) preferOwn(own)
  const load = async <Name extends keyof Templates>(name: string): Promise<Templates[Name]> => {
    const file = ownFile(own, `${name}.ts`) ?? ownFile(own, `${name}.js`) ?? new URL(`${name}.ts`, builtIn)
    return (await importTemplate(file, name)) as Templates[Name]
  }
  const [article, index, notFound, chooser] = await Promise.all([
    load<'article'>('article'),
    load<'index'>('index'),
    load<'notFound'>('not-found'),
    load<'chooser'>('chooser'),
  ])
  return { article, index, notFound, chooser }
}

function ownFile(own: URL, name: string): URL | null {
  const file = new URL(name, own)
  return existsSync(file) ? file : null
}

/** What a built-in template imports from beside it is the site's own where the site has it. */
function preferOwn(own: URL): void {
  registerHooks({
    resolve(specifier, context, nextResolve) {
      const resolved = nextResolve(specifier, context)
      if (!resolved.url.startsWith(builtIn.href) || !context.parentURL?.startsWith(builtIn.href)) return resolved
      const file = ownFile(own, resolved.url.slice(builtIn.href.length))
      return file === null ? resolved : { ...resolved, url: file.href }
    },
  })
}

async function importTemplate(file: URL, name: string): Promise<unknown> {
  let template: unknown
  try {
    const module: { readonly default?: unknown } = await import(file.href)
    template = module.default
  } catch (cause) {
    throw invalid(file, name, cause instanceof Error ? cause.message : String(cause), cause)
  }
  if (typeof template !== 'function') throw invalid(file, name, 'Its default export is no function from a view to Html.', undefined)
  return template
}

function invalid(file: URL, name: string, why: string, cause: unknown): Failure {
  const what = `The template ${name} (${fileURLToPath(file)}) can't be loaded.`
  return new Failure(
    'template-invalid',
    { exit: 2, what, why, next: 'Mend the file, or remove it to get the built-in template.' },
    { cause },
  )
}
