import type { Hit, PairRule } from '../rule.ts'

/** Blanks before or after a translation, where the source has none: pasted along, and in a headline or an alternative text they stay. */
export const edgeSpace: PairRule = {
  kind: 'pair',
  name: 'edge-space',
  severity: 'warning',
  options: {},
  check(source, { markdown }) {
    if (markdown.trim() === '') return []
    const hits: Hit[] = []
    const before = markdown.length - markdown.trimStart().length
    const after = markdown.trimEnd().length
    if (before > 0 && !/^\s/.test(source.markdown))
      hits.push({ range: { start: 0, end: before }, message: 'Unexpected space before the translation', expected: [''], certain: true })
    if (after < markdown.length && !/\s$/.test(source.markdown))
      hits.push({
        range: { start: after, end: markdown.length },
        message: 'Unexpected space after the translation',
        expected: [''],
        certain: true,
      })
    return hits
  },
}
