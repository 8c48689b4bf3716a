import type { Hit, PairRule } from '../rule.ts'

/** Every footnote of the source has its mark in the translation, and no other has one. */
export const lostFootnote: PairRule = {
  kind: 'pair',
  name: 'lost-footnote',
  severity: 'error',
  options: {},
  check(source, translation) {
    const wanted = source.marks.filter(({ kind }) => kind === 'footnote')
    const found = translation.marks.filter(({ kind }) => kind === 'footnote')
    const lost = [...new Set(wanted.map(({ value }) => value))].filter((id) => !found.some(({ value }) => value === id))
    const added = found.filter(({ value }) => !wanted.some((mark) => mark.value === value))
    const hits: Hit[] = added.map(({ value, range }) => {
      const original = lost.shift()
      if (original === undefined)
        return { range, message: `Unexpected footnote mark \`[^${value}]\`, the source has none such`, expected: [] }
      return { range, message: `Unexpected footnote mark \`[^${value}]\`, expected \`[^${original}]\``, expected: [`[^${original}]`] }
    })
    return [...hits, ...lost.map((id) => ({ range: null, message: `Missing footnote mark \`[^${id}]\``, expected: [] }))]
  },
}
