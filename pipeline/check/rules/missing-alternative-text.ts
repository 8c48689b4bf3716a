import type { ArticleRule } from '../rule.ts'

/** A picture that has no words for those who can't see it. One that only decorates can be silenced. */
export const missingAlternativeText: ArticleRule = {
  kind: 'article',
  name: 'missing-alternative-text',
  severity: 'error',
  options: {},
  check({ targets }) {
    return targets.flatMap(({ alt, start, end }) => {
      if (alt !== '') return []
      return [{ range: { start, end }, message: 'Missing alternative text: what does the picture show?', expected: [] }]
    })
  },
}
