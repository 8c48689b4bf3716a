export interface RelativePath {
  /** From the site's root, with `/`, decoded. */
  readonly path: string
  /** `#section`, or empty. */
  readonly fragment: string
}

const base = 'file:///'

/** Where a relative address in `file` leads, both seen from the site's root; null for one with a scheme or host, a fragment alone, or one that leaves the root. */
export function relativePath(file: string, address: string): RelativePath | null {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/|#|$)/i.test(address)) return null
  try {
    const climbs = address.split('/').filter((segment) => segment === '..').length
    if (climbs >= file.split('/').length) return null
    const url = new URL(address, base + file.split('/').map(encodeURIComponent).join('/'))
    return { path: decodeURIComponent(url.pathname.slice(1)), fragment: url.hash }
  } catch {
    return null
  }
}
