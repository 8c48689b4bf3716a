import { type Digest, digest } from '../model/digest.ts'
import type { Linked } from './desk.ts'

/** Of what pages need to know of the articles that they link to: where their editions stand. */
export function linksDigest(linked: Linked): Digest {
  const addresses = [...linked].map(([path, pointers]) => {
    const editions = [...pointers.values()].map(({ locale, slug, sourceLocale }) => [locale, slug, sourceLocale])
    return [path, editions.sort(([one = ''], [other = '']) => (one < other ? -1 : 1))]
  })
  return digest(JSON.stringify(addresses))
}
