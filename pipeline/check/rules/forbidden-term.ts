import { termForms } from '../../model/glossary.ts'
import { rangeIn } from '../passage.ts'
import type { TextRule } from '../rule.ts'
import { findTerm, mayStandIn } from './find-terms.ts'

/** What the glossary says not to call a thing, in articles and translations. */
export const forbiddenTerm: TextRule = {
  kind: 'text',
  name: 'forbidden-term',
  severity: 'warning',
  options: {},
  check(passage, _, { glossary }) {
    if (glossary.terms.length === 0) return []
    const lower = passage.words.toLowerCase()
    return glossary.terms.flatMap((term) => {
      const forbidden = termForms(term.forbidden, passage.locale).filter((form) => mayStandIn(lower, form))
      if (forbidden.length === 0) return []
      const [instead] = termForms(term.forms, passage.locale)
      const why = term.note === null ? '' : `: ${term.note}`
      return forbidden.flatMap((form) => {
        return findTerm(passage.words, form, term.exact).map(({ start, end }) => {
          const found = passage.words.slice(start, end)
          const expected = instead === undefined ? '' : `, expected \`${instead}\``
          return {
            range: rangeIn(passage, start, end),
            message: `Unexpected \`${found}\`${expected}${why}`,
            expected: instead === undefined ? [] : [instead],
          }
        })
      })
    })
  },
}
