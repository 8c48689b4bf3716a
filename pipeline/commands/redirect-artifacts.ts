import type { Artifact, Key } from '../model/artifact.ts'
import type { Card } from '../model/edition.ts'
import type { Manifest } from '../model/manifest.ts'
import { movedPage } from '../render/pages.ts'
import { artifact, html } from './artifact.ts'
import type { Press } from './press.ts'

/** Where an edition stood before, and what stands at its address now. */
interface Moved {
  readonly from: Key
  readonly edition: Edition
  readonly card: Card
}

type Edition = Pick<Card, 'article' | 'locale'>

/**
 * A page at each address that a published edition has left, which leads to where it is now, and all of them as one list for servers that redirect by
 * themselves. Kept from release to release, until the edition or another one is at that address.
 *
 * @param cards of every published edition
 * @param published before this run
 */
export function* redirectArtifacts(press: Press, cards: readonly Card[], published: Manifest['entries']): Generator<Artifact> {
  const all = movedEditions(press, cards, published)
  for (const { from, edition, card } of all) {
    const shell = press.shellOf(card.locale)
    const body = movedPage(press.templates, shell, press.to, { from, card })
    yield { ...artifact({ kind: 'redirect', address: { key: from }, body, contentType: html }), moved: edition }
  }
  if (all.length > 0) yield redirectList(press, all)
}

/** No two of them, and no page and one of them, at addresses that differ only in case. */
function movedEditions({ to }: Press, cards: readonly Card[], published: Manifest['entries']): Moved[] {
  const now = new Map(cards.map((card) => [nameOf(card), card]))
  const taken = new Set(cards.map((card) => to.article(card).key.toLowerCase()))
  const found: Moved[] = []
  for (const { key, card: before, moved } of published.values()) {
    const edition = moved ?? before
    const card = edition === null ? undefined : now.get(nameOf(edition))
    if (edition === null || card === undefined || taken.has(key.toLowerCase())) continue
    taken.add(key.toLowerCase())
    found.push({ from: key, edition: { article: edition.article, locale: edition.locale }, card })
  }
  return found
}

/** In the form that a key-value store of CloudFront imports. */
function redirectList({ to }: Press, all: readonly Moved[]): Artifact {
  const data = all.map(({ from, card }) => ({ key: to.at(from).path, value: to.article(card).path }))
  data.sort((one, other) => (one.key < other.key ? -1 : 1))
  const body = `${JSON.stringify({ data }, null, 2)}\n`
  return artifact({ kind: 'index', address: to.redirects(), body, contentType: 'application/json; charset=utf-8' })
}

function nameOf({ article, locale }: Edition): string {
  return `${locale} ${article}`
}
