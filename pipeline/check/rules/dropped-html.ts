import { inlineElements } from '../../model/inline-elements.ts'
import type { PairRule } from '../rule.ts'

/** Raw HTML that isn't on the list of inline elements doesn't reach the page. Articles' own is told where they are read. */
export const droppedHtml: PairRule = {
  kind: 'pair',
  name: 'dropped-html',
  severity: 'warning',
  options: {},
  check(_, { marks }) {
    return marks.flatMap(({ kind, value, range }) => {
      if (kind !== 'html' || inlineElements.has(value)) return []
      return [
        { range, message: `The element \`${value}\` isn't allowed in translations; its tag is dropped, its text stays`, expected: [] },
      ]
    })
  },
}
