import type { Step } from '../model/step.ts'

export type UploadGroup = 'assets' | 'new pages' | 'changed pages' | 'indexes' | 'kept' | 'deletions'

/** What a reader meets comes after what it needs: a page after its assets, an index after its pages; what goes away goes last. */
const order: readonly UploadGroup[] = ['assets', 'new pages', 'changed pages', 'indexes', 'kept', 'deletions']

/** Groups in their order, by key within each. */
export function inUploadOrder(steps: readonly Step[]): Step[] {
  const ranked = steps.map((step) => ({ step, rank: order.indexOf(uploadGroup(step)) }))
  return ranked.sort((one, other) => one.rank - other.rank || compare(one.step.key, other.step.key)).map(({ step }) => step)
}

export function uploadGroup(step: Step): UploadGroup {
  switch (step.kind) {
    case 'keep':
      return 'kept'
    case 'delete':
      return 'deletions'
    case 'put':
      return groupOfPut(step)
  }
}

function groupOfPut({ artifact, published }: Extract<Step, { kind: 'put' }>): UploadGroup {
  switch (artifact.kind) {
    case 'asset':
      return 'assets'
    case 'page':
      return published === null ? 'new pages' : 'changed pages'
    case 'index':
      return 'indexes'
  }
}

function compare(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}
