import type { Key } from '../../model/artifact.ts'

/** Where an address on a page leads, in the site that the page belongs to. */
export interface SiteAddress {
  readonly key: Key
  /** Decoded, without `#`; empty where there is none. */
  readonly fragment: string
}

/** How addresses of a site are told from others. */
export class SiteAddresses {
  readonly #origin: string
  readonly #base: string

  /** @param url of the site, absolute */
  constructor(url: string) {
    const { origin, pathname } = new URL(url)
    this.#origin = origin
    this.#base = `${pathname.replace(/\/+$/, '')}/`
  }

  /** Absolute. */
  urlOf(key: Key): string {
    return this.#origin + this.pathOf(key)
  }

  /** Root-relative and percent-encoded; a page's ends with `/`. */
  pathOf(key: Key): string {
    const short = key === indexFile || key.endsWith(`/${indexFile}`) ? key.slice(0, -indexFile.length) : key
    return this.#base + (unreserved.test(short) ? short : short.split('/').map(encodeURIComponent).join('/'))
  }

  /** Null for what isn't the site's: other hosts, mail, what lies beside it on its host. */
  resolve(address: string, from: Key): SiteAddress | null {
    const short = address.startsWith(this.#origin) ? address.slice(this.#origin.length) : address
    const rooted = short.startsWith('/') && !short.startsWith('//')
    const path = rooted && plain.test(short) ? short : this.#path(address, from)
    if (path === null) return null
    const hash = path.indexOf('#')
    const file = (hash < 0 ? path : path.slice(0, hash)).split('?', 1)[0] ?? ''
    if (!file.startsWith(this.#base)) return null
    const fragment = hash < 0 ? '' : decoded(path.slice(hash + 1))
    const name = decoded(file.slice(this.#base.length)).normalize('NFC')
    return { key: (name === '' || name.endsWith('/') ? name + indexFile : name) as Key, fragment }
  }

  /** Path, query and fragment of an address of this host. */
  #path(address: string, from: Key): string | null {
    const url = URL.parse(address.trim(), this.urlOf(from))
    return url === null || url.origin !== this.#origin ? null : url.pathname + url.search + url.hash
  }
}

const indexFile = 'index.html'
const unreserved = /^[\w./-]*$/
/** Needs no parser of addresses. */
const plain = /^(?!.*\/\.)[\w%./#:~-]*$/

function decoded(text: string): string {
  if (!text.includes('%')) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
