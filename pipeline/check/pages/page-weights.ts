import type { Key } from '../../model/artifact.ts'
import type { PageFacts } from './page-facts.ts'
import type { PageHit } from './page-hit.ts'
import type { SiteAddresses } from './site-address.ts'

/** What readers must have before they see a page without its pictures: a slow phone has it in one second. KiB, compressed. */
const usualBudget = 40

/** Weighs pages with the stylesheets, scripts and fonts that they load. */
export class PageWeights {
  readonly #to: SiteAddresses
  readonly #budget: number
  readonly #compressed: (body: Uint8Array) => number
  readonly #assets = new Map<Key, number>()

  /**
   * @param kilobytes of the first view, compressed
   * @param compressed bytes of a body as servers send it
   */
  constructor(to: SiteAddresses, kilobytes: number | undefined, compressed: (body: Uint8Array) => number) {
    this.#to = to
    this.#budget = (kilobytes ?? usualBudget) * 1024
    this.#compressed = compressed
  }

  /** An asset that pages may load, before the first page that does. */
  asset(key: Key, body: Uint8Array): void {
    this.#assets.set(key, this.#compressed(body))
  }

  /** Compressed only where it would be too heavy otherwise: that takes longer than all other checks together. */
  page(key: Key, body: Uint8Array, { addresses }: PageFacts): PageHit[] {
    const keys = new Set(addresses.flatMap(({ kind, address }) => (kind === 'asset' ? (this.#to.resolve(address, key)?.key ?? []) : [])))
    const assets = [...keys].reduce((sum, asset) => sum + (this.#assets.get(asset) ?? 0), 0)
    if (body.length + assets <= this.#budget) return []
    const weight = this.#compressed(body) + assets
    if (weight <= this.#budget) return []
    const message = `Unexpected ${inKib(weight)} KiB for the first view (${inKib(weight - assets)} of it the page itself), expected at most ${inKib(this.#budget)} KiB, compressed`
    return [{ rule: 'page-weight', message, evidence: { part: 'head', markup: ['rel="stylesheet"', '<head'] } }]
  }
}

function inKib(bytes: number): string {
  return (bytes / 1024).toFixed(1)
}
