import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import '../config/resolve-colophon.ts'
import { placeInSite } from '../config/place-in-site.ts'
import { Failure } from '../model/failure.ts'
import type { Html } from '../model/html.ts'
import { diskFailure } from '../read/disk-failure.ts'
import type { StatusView } from '../render/status-view.ts'
import type { Templates } from '../render/templates.ts'

const builtIn = new URL('../../templates/', import.meta.url)

/**
 * The templates of a site: its own `templates/<name>.ts`, the built-in one where it has none.
 *
 * A site's own `layout.ts` serves the built-in templates too. What has changed since it was last called is loaded anew.
 *
 * @throws {Failure} `template-invalid` for one that can't be loaded, or is no function
 */
export async function loadTemplates(root: string): Promise<Templates> {
  const own = pathToFileURL(join(root, 'templates', '/'))
  const version = versionOf(root)
  if (version === null) return await builtInTemplates()
  const hooks = preferOwn(own, version)
  const load = async <Name extends keyof Templates>(name: string): Promise<Templates[Name]> => {
    return (await importTemplate(fileOf(name, own), { name, root, version })) as Templates[Name]
  }
  try {
    return {
      article: await load<'article'>('article'),
      index: await load<'index'>('index'),
      tag: await load<'tag'>('tag'),
      author: await load<'author'>('author'),
      notFound: await load<'notFound'>('not-found'),
      search: await load<'search'>('search'),
      chooser: await load<'chooser'>('chooser'),
      moved: await load<'moved'>('moved'),
    }
  } finally {
    hooks.deregister()
  }
}

/** The page of `status --format html`. @throws {Failure} `template-invalid` */
export async function loadStatusTemplate(root: string): Promise<(view: StatusView) => Html> {
  const version = versionOf(root)
  if (version === null) return (await import('../../templates/status.ts')).default
  const own = pathToFileURL(join(root, 'templates', '/'))
  const hooks = preferOwn(own, version)
  try {
    return (await importTemplate(fileOf('status', own), { name: 'status', root, version })) as (view: StatusView) => Html
  } finally {
    hooks.deregister()
  }
}

/** Where the site has none of its own. Named one by one, so that a bundle has them in it. */
async function builtInTemplates(): Promise<Templates> {
  const [article, index, tag, author, notFound, search, chooser, moved] = await Promise.all([
    import('../../templates/article.ts'),
    import('../../templates/index.ts'),
    import('../../templates/tag.ts'),
    import('../../templates/author.ts'),
    import('../../templates/not-found.ts'),
    import('../../templates/search.ts'),
    import('../../templates/chooser.ts'),
    import('../../templates/moved.ts'),
  ])
  return {
    article: article.default,
    index: index.default,
    tag: tag.default,
    author: author.default,
    notFound: notFound.default,
    search: search.default,
    chooser: chooser.default,
    moved: moved.default,
  }
}

function fileOf(name: string, own: URL): URL {
  return ownFile(own, `${name}.ts`) ?? ownFile(own, `${name}.js`) ?? new URL(`${name}.ts`, builtIn)
}

function ownFile(own: URL, name: string): URL | null {
  const file = new URL(name, own)
  return existsSync(file) ? file : null
}

/** Of the site's own modules all together; null where it has none. */
function versionOf(root: string): string | null {
  const folder = join(root, 'templates')
  try {
    const names = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : []
    const modules = names.filter((name) => /\.(?:[jt]s|json)$/.test(name) && !name.includes('node_modules')).sort()
    const hash = createHash('sha256')
    for (const name of modules) hash.update(`${name}\0`).update(readFileSync(join(folder, name)))
    return modules.length === 0 ? null : hash.digest('hex').slice(0, 12)
  } catch (error) {
    throw diskFailure('templates', error)
  }
}

/**
 * What a built-in template imports from beside it is the site's own where the site has it.
 *
 * A module is loaded once for each address: all templates get one with the version.
 */
function preferOwn(own: URL, version: string) {
  return registerHooks({
    resolve(specifier, context, nextResolve) {
      const resolved = nextResolve(specifier, context)
      const inBuiltIn = resolved.url.startsWith(builtIn.href)
      if (!inBuiltIn && !resolved.url.startsWith(own.href)) return resolved
      const file = inBuiltIn && context.parentURL?.startsWith(builtIn.href) ? ownFile(own, resolved.url.slice(builtIn.href.length)) : null
      return { ...resolved, url: versioned(file ?? new URL(resolved.url), version) }
    },
  })
}

function versioned(file: URL, version: string): string {
  const url = new URL(file)
  url.searchParams.set('version', version)
  return url.href
}

interface Importing {
  readonly name: string
  readonly root: string
  readonly version: string
}

async function importTemplate(file: URL, { name, root, version }: Importing): Promise<unknown> {
  let template: unknown
  try {
    const module: { readonly default?: unknown } = await import(versioned(file, version))
    template = module.default
  } catch (cause) {
    throw invalid(file, { name, root, cause, why: cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause) })
  }
  if (typeof template !== 'function') {
    throw invalid(file, { name, root, cause: undefined, why: 'Its default export is no function from a view to Html.' })
  }
  return template
}

function invalid(file: URL, { name, root, cause, why }: { name: string; root: string; cause: unknown; why: string }): Failure {
  const what = `The template ${name} (${fileURLToPath(file)}) can't be loaded.`
  const place = placeInSite(root, cause)
  const text = { exit: 2, what, why, next: 'Mend the file, or remove it to get the built-in template.' } as const
  return new Failure('template-invalid', place === undefined ? text : { ...text, place }, { cause })
}
