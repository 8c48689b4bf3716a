import { linkSchemes } from '../../model/inline-elements.ts'
import type { PairRule } from '../rule.ts'

/** Links lead to web pages, mailboxes and telephones; what else a browser would do with an address is nothing for readers. Articles' own are told where they are read. */
export const unsafeLink: PairRule = {
  kind: 'pair',
  name: 'unsafe-link',
  severity: 'error',
  options: {},
  check(_, { marks }) {
    return marks.flatMap(({ kind, value, range }) => {
      const scheme = kind === 'link' || kind === 'picture' ? /^[a-z][a-z0-9+.-]*:/i.exec(value)?.[0].toLowerCase() : undefined
      if (scheme === undefined || linkSchemes.has(scheme)) return []
      return [{ range, message: `Unexpected link scheme \`${scheme}\`, expected http, https, mailto or tel`, expected: [] }]
    })
  },
}
