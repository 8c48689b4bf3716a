import { type Term, termForms } from '../../model/glossary.ts'
import type { Passage } from '../passage.ts'
import type { Hit, PairRule } from '../rule.ts'
import { findTerm, mayHaveTerm, mayStandIn } from './find-terms.ts'

/** A term of the glossary that the source uses, and the translation calls something else. Inflected forms count, listed or not. */
export const glossaryTerm: PairRule = {
  kind: 'pair',
  name: 'glossary-term',
  severity: 'warning',
  options: {},
  check(source, translation, _, { source: { glossary } }) {
    return termsIn(source, glossary.terms).flatMap(({ term, found }) => {
      const forms = termForms(term.forms, translation.locale)
      if (forms.length === 0 || forms.some((form) => hasTerm(translation, form))) return []
      return [missing(found, forms, term)]
    })
  },
}

function hasTerm({ words, marks }: Passage, form: string): boolean {
  return mayHaveTerm(words, form) || marks.some(({ kind, value }) => kind === 'code' && value === form)
}

interface Used {
  readonly term: Term
  readonly found: string
  readonly start: number
  readonly end: number
}

/** Each once; one that stands within a longer one is no term of its own there. */
function termsIn({ words, locale }: Passage, terms: readonly Term[]): Used[] {
  const lower = words.toLowerCase()
  const used = terms.flatMap((term) => {
    const forms = termForms(term.forms, locale).filter((form) => mayStandIn(lower, form))
    return forms.flatMap((form) => {
      return findTerm(words, form, term.exact).map(({ start, end }) => ({ term, found: words.slice(start, end), start, end }))
    })
  })
  const own = used.filter((one) => !used.some((other) => other !== one && isWithin(one, other)))
  return own.filter((one, index) => own.findIndex(({ term }) => term === one.term) === index)
}

function isWithin(one: Used, other: Used): boolean {
  return other.start <= one.start && one.end <= other.end && other.end - other.start > one.end - one.start
}

function missing(found: string, [form = '', ...more]: readonly string[], { note }: Term): Hit {
  const others = more.length > 0 ? ` (or ${more.map((other) => `\`${other}\``).join(', ')})` : ''
  const why = note === null ? '' : `: ${note}`
  return { range: null, message: `Missing term \`${form}\`${others} for \`${found}\`${why}`, expected: [] }
}
