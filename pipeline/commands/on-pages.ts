import { sortFindings } from '../check/sort-findings.ts'
import type { ArticleId } from '../model/article.ts'
import type { Finding } from '../model/finding.ts'
import type { Locale } from '../model/locale.ts'

/** Errors that the pages of editions have, which hold these back. */
export type OnPages = ReadonlyMap<ArticleId, readonly Finding[]>

export const nothingOnPages: OnPages = new Map()

/**
 * Build until no edition's page has an error any more: those that have one are held back, and all that points at them is made again without them.
 *
 * Nearly always once, else twice; each time further editions are held back, so it ends.
 *
 * @param build given what was found before, gives its result and what it found
 */
export async function withoutBrokenPages<Result>(
  build: (before: OnPages) => Promise<{ readonly result: Result; readonly found: OnPages }>,
): Promise<Result> {
  let known = nothingOnPages
  for (;;) {
    const { result, found } = await build(known)
    if (found.size === 0) return result
    known = joined(known, found)
  }
}

/** In an order that doesn't tell in which order pages were made. */
function joined(known: OnPages, found: OnPages): OnPages {
  const all = new Map(known)
  for (const [id, findings] of found) all.set(id, sortFindings([...(all.get(id) ?? []), ...findings].toSorted(byLocale)))
  return all
}

function byLocale({ locale: one = '' as Locale }: Finding, { locale: other = '' as Locale }: Finding): number {
  return one === other ? 0 : one < other ? -1 : 1
}
