import type { ArticleRule } from '../rule.ts'

/**
 * A heading two levels or more below the one before it: who listens to a page, or skips through it by headings, looks for what isn't there.
 *
 * The title is the page's heading of the first level, and shown as one of the second is what says to be another one.
 */
export const headingOrder: ArticleRule = {
  kind: 'article',
  name: 'heading-order',
  severity: 'error',
  options: {},
  check({ headings }) {
    let before = 1
    return headings.flatMap(({ level, start, end }) => {
      const deepest = before + 1
      before = Math.max(2, level)
      if (level <= deepest) return []
      return [{ range: { start, end }, message: `Unexpected heading of level ${level}, expected level ${deepest} at most`, expected: [] }]
    })
  },
}
