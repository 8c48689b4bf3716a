import type { Mark } from '../cut.ts'
import type { Hit, PairRule } from '../rule.ts'

/** Inline code is kept as it is: names of commands, files and functions aren't translated. */
export const lostCode: PairRule = {
  kind: 'pair',
  name: 'lost-code',
  severity: 'warning',
  options: {},
  check(source, translation) {
    const wanted = source.marks.filter(({ kind }) => kind === 'code')
    const found = translation.marks.filter(({ kind }) => kind === 'code')
    const lost = [...new Set(wanted.map(({ value }) => value))].filter((code) => !found.some(({ value }) => value === code))
    const added = found.filter(({ value }) => !wanted.some((mark) => mark.value === value))
    const [code] = lost
    const [instead] = added
    if (lost.length === 1 && added.length === 1 && code !== undefined && instead !== undefined) return [changed(instead, code)]
    return lost.map((value) => ({ range: null, message: `Missing code \`${value}\``, expected: [] }))
  },
}

function changed({ range, value }: Mark, code: string): Hit {
  return { range, message: `Unexpected code \`${value}\`, expected \`${code}\``, expected: [code] }
}
