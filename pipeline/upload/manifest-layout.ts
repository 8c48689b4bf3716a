import { digest } from '../model/digest.ts'
import type { Entry } from '../model/manifest.ts'

/** Entries of one shard, at most. */
const largest = 50_000

/** In how many shards the entries of each locale lie, and those of the `site`, which belong to none. */
export type Layout = ReadonlyMap<string, number>

/** One shard a locale that has editions, and `site` for the rest: a change in one language leaves the others alone. More where there are very many. */
export function layoutOf(entries: Iterable<Entry>): Layout {
  const all = [...entries]
  const layout = new Map(all.flatMap(({ card }) => (card === null ? [] : [[card.locale as string, 1]])))
  const sizes = new Map<string, number>()
  for (const { key } of all) sizes.set(groupOf(key, layout), (sizes.get(groupOf(key, layout)) ?? 0) + 1)
  return new Map([...sizes].sort().map(([group, size]) => [group, 2 ** Math.max(0, Math.ceil(Math.log2(size / largest)))]))
}

/** @param names of the shards of a manifest: `it`, or `it.0`, `it.1` and so on */
export function layoutIn(names: Iterable<string>): Layout {
  const layout = new Map<string, number>()
  for (const name of names) {
    const [group = ''] = name.split('.')
    layout.set(group, (layout.get(group) ?? 0) + 1)
  }
  return layout
}

/** The name of the shard that an object belongs in. */
export function shardOf(key: string, layout: Layout): string {
  const group = groupOf(key, layout)
  const parts = layout.get(group) ?? 1
  return parts === 1 ? group : `${group}.${Number.parseInt(digest(key).slice(0, 8), 16) % parts}`
}

function groupOf(key: string, layout: Layout): string {
  const [first = ''] = key.split('/', 1)
  return layout.has(first) ? first : 'site'
}
