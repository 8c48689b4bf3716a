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
    const hits: Hit[] = []
    for (const { value, range } of found) {
      if (lost.length === 0 || wanted.some((mark) => mark.value === value)) continue
      const original = lost.shift() ?? ''
      hits.push({ range, message: `Unexpected code \`${value}\`, expected \`${original}\``, expected: [original] })
    }
    return [...hits, ...lost.map((code) => ({ range: null, message: `Missing code \`${code}\``, expected: [] }))]
  },
}
