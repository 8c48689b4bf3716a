import type { Step } from '../model/step.ts'

export type UploadGroup =
  | 'assets'
  | 'new pages'
  | 'new lists'
  | 'new homes'
  | 'changed pages'
  | 'redirects'
  | 'indexes'
  | 'kept'
  | 'deletions'

/**
 * What a reader meets comes after what it leads to: a page after its assets, an index after its pages; what goes away goes last.
 *
 * Nothing that is published leads to a new page until a changed page or an index does; so lists that changed pages point at (of a tag, further pages of an
 * index, all of a language that is new) are there before them.
 */
const order: readonly UploadGroup[] = [
  'assets',
  'new pages',
  'new lists',
  'new homes',
  'changed pages',
  'redirects',
  'indexes',
  'kept',
  'deletions',
]

/** Groups in their order, by key within each. */
export function inUploadOrder(steps: readonly Step[]): Step[] {
  const group = uploadGroups(steps)
  const ranked = steps.map((step) => ({ step, rank: order.indexOf(group(step)) }))
  return ranked.sort((one, other) => one.rank - other.rank || compare(one.step.key, other.step.key)).map(({ step }) => step)
}

/** @param steps all of a plan @returns the group of each of them */
export function uploadGroups(steps: readonly Step[]): (step: Step) => UploadGroup {
  const known = new Set(steps.filter(wasPublished).map(({ key }) => firstFolder(key)))
  return (step) => {
    switch (step.kind) {
      case 'keep':
        return 'kept'
      case 'delete':
        return 'deletions'
      case 'put':
        return groupOfPut(step, known)
    }
  }
}

function groupOfPut({ key, artifact, published }: Extract<Step, { kind: 'put' }>, known: ReadonlySet<string | null>): UploadGroup {
  switch (artifact.kind) {
    case 'asset':
      return 'assets'
    case 'page':
      return published === null ? 'new pages' : 'changed pages'
    case 'redirect':
      return 'redirects'
    case 'index': {
      const depth = key.split('/').length
      if (published !== null || depth === 1) return 'indexes'
      if (depth > 2) return 'new lists'
      if (known.has(firstFolder(key))) return 'indexes'
      return key.endsWith('/index.html') ? 'new homes' : 'new lists'
    }
  }
}

function wasPublished(step: Step): boolean {
  return step.kind !== 'put' || step.published !== null
}

/** Of a language, mostly; null for what lies in none. */
function firstFolder(key: string): string | null {
  const end = key.indexOf('/')
  return end < 0 ? null : key.slice(0, end)
}

function compare(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}
