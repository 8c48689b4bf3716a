import type { PageAddress } from './page-facts.ts'

type Attributes = Readonly<Record<string, string>>

const claims: ReadonlySet<string> = new Set(['og:url', 'og:image', 'og:image:secure_url', 'twitter:image'])

const none: readonly PageAddress[] = []
const linking: ReadonlySet<string> = new Set(['a', 'area', 'link', 'use'])
const mayPoint: ReadonlySet<string> = new Set(
  'a area audio embed iframe image img input link object script source track use video'.split(' '),
)

/** Addresses that an element points at; none of other pages' quotations (`cite`). */
export function addressesOf(name: string, attributes: Attributes): readonly PageAddress[] {
  if (name === 'meta') return metaAddress(attributes)
  if (name === 'a') return linkAddress(attributes)
  if (!mayPoint.has(name)) return none
  const { href, src, srcset, imagesrcset, poster, data } = attributes
  const found: PageAddress[] = []
  if (href !== undefined && linking.has(name))
    found.push({ address: href, kind: kindOf(name, attributes), hreflang: attributes['hreflang'] ?? null })
  if (src !== undefined && !linking.has(name)) found.push({ address: src, kind: name === 'script' ? 'asset' : 'file', hreflang: null })
  if (poster !== undefined) found.push({ address: poster, kind: 'file', hreflang: null })
  if (name === 'object' && data !== undefined) found.push({ address: data, kind: 'file', hreflang: null })
  const sources = srcset ?? imagesrcset
  return sources === undefined ? found : [...found, ...candidates(sources)]
}

function linkAddress({ href, hreflang }: Attributes): readonly PageAddress[] {
  return href === undefined ? none : [{ address: href, kind: 'link', hreflang: hreflang ?? null }]
}

function metaAddress({ property = '', name = property, content = '' }: Attributes): PageAddress[] {
  return claims.has(name) ? [{ address: content, kind: 'claim', hreflang: null }] : []
}

function kindOf(name: string, { rel = '', as }: Attributes): PageAddress['kind'] {
  if (name !== 'link') return 'link'
  const kinds = rel.toLowerCase().split(/\s+/)
  if (kinds.includes('stylesheet') || kinds.includes('modulepreload') || (kinds.includes('preload') && as !== 'image')) return 'asset'
  return kinds.some((kind) => kind === 'icon' || kind === 'apple-touch-icon' || kind === 'manifest' || kind === 'preload')
    ? 'file'
    : 'claim'
}

/** Of `srcset`: addresses end at white space; a comma that ends one parts it from the next. */
function candidates(srcset: string): PageAddress[] {
  const parts = [...srcset.matchAll(/[^\s,]\S*[^\s,]|[^\s,]/g)].map(([text]) => text)
  return parts.filter((text) => !/^\d+(?:\.\d+)?[wx]$/.test(text)).map((address) => ({ address, kind: 'file', hreflang: null }))
}
