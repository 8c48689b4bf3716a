import type { Key } from '../model/artifact.ts'
import { parseKey } from '../model/key.ts'
import type { Store } from '../model/store.ts'
import type { HttpAnswer } from './http-answer.ts'
import { objectAnswer } from './object-answer.ts'
import { percentDecode } from './percent-decode.ts'

export interface WebRequest {
  /** As in the request line: path and query, still percent-encoded. */
  readonly target: string
  readonly ifNoneMatch: string | undefined
}

const plain = { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' }

/**
 * The site in a store, as readers get it with GET and HEAD: index documents, `/en` to `/en/`, the nearest page for what isn't there.
 *
 * What lies below `_colophon/` is the pipeline's own and never served; a path that is no key is answered with 400.
 *
 * @param base the path that the site's own links begin with, percent-encoded, without a slash at its end
 */
export function website(store: Store, base = ''): (request: WebRequest) => Promise<HttpAnswer> {
  const folder = percentDecode(base)?.normalize('NFC') ?? base
  return async ({ target, ifNoneMatch }) => {
    const [rawPath = '', query] = split(target, '?')
    const whole = percentDecode(rawPath)?.normalize('NFC') ?? ''
    if (whole.startsWith('/') && !whole.startsWith(`${folder}/`)) return toBase(base)
    const path = whole.slice(folder.length)
    const key = keyOf(path)
    if (key === null) return { status: 400, headers: plain, body: 'This is no address of this site.\n' }
    if (hidden(key)) return notFound(store, key)
    const object = await store.get(key)
    if (object !== null) return hiddenFromSearch(key, safe(objectAnswer(object, ifNoneMatch)))
    if (path.endsWith('/') || (await get(store, `${key}/index.html`)) === null) return notFound(store, key)
    return withSlash(`${base}/${key.split('/').map(encodeURIComponent).join('/')}/`, query)
  }
}

/** A folder's address is that of its index document. */
function keyOf(path: string): Key | null {
  if (!path.startsWith('/')) return null
  return parseKey(path.endsWith('/') ? `${path.slice(1)}index.html` : path.slice(1))
}

function withSlash(path: string, query: string | undefined): HttpAnswer {
  const location = query === undefined ? path : `${path}?${query}`
  return { status: 301, headers: { ...plain, location }, body: 'The page is at this address with a slash.\n' }
}

/** The site begins below its base path; what stands beside it isn't here. */
function toBase(base: string): HttpAnswer {
  return { status: 302, headers: { ...plain, location: `${base}/` }, body: `The site is at ${base}/\n` }
}

function hidden(key: Key): boolean {
  return key.toLowerCase().startsWith('_colophon/') || key.toLowerCase() === '_colophon'
}

async function notFound(store: Store, key: Key): Promise<HttpAnswer> {
  const page = (await get(store, `${key.split('/')[0]}/404.html`)) ?? (await get(store, '404.html'))
  if (page === null) return { status: 404, headers: plain, body: 'There is no such page.\n' }
  const { etag: _, ...headers } = objectAnswer(page, undefined).headers
  return safe({ status: 404, headers, body: page.body })
}

async function get(store: Store, text: string) {
  const key = parseKey(text)
  return key === null || hidden(key) ? null : store.get(key)
}

/** Previews are nothing for search engines. */
function hiddenFromSearch(key: Key, answer: HttpAnswer): HttpAnswer {
  return key.startsWith('_previews/') ? { ...answer, headers: { ...answer.headers, 'x-robots-tag': 'noindex' } } : answer
}

function safe(answer: HttpAnswer): HttpAnswer {
  return { ...answer, headers: { ...answer.headers, 'x-content-type-options': 'nosniff' } }
}

function split(text: string, at: string): [string, string?] {
  const index = text.indexOf(at)
  return index < 0 ? [text] : [text.slice(0, index), text.slice(index + 1)]
}
