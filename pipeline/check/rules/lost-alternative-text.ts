import type { Mark } from '../cut.ts'
import type { Passage } from '../passage.ts'
import type { PairRule } from '../rule.ts'

/** A picture within a paragraph that has words for those who can't see it in the source, and none in the translation. */
export const lostAlternativeText: PairRule = {
  kind: 'pair',
  name: 'lost-alternative-text',
  severity: 'error',
  options: {},
  check(source, translation) {
    const described = new Set(picturesOf(source).flatMap((mark) => (isBare(source, mark) ? [] : [mark.value])))
    return picturesOf(translation).flatMap((mark) => {
      if (!described.has(mark.value) || !isBare(translation, mark)) return []
      return [{ range: mark.range, message: `Missing alternative text of the picture \`${mark.value}\``, expected: [] }]
    })
  },
}

function picturesOf({ marks }: Passage): Mark[] {
  return marks.filter(({ kind }) => kind === 'picture')
}

/** `![](…)` */
function isBare({ markdown }: Passage, { range }: Mark): boolean {
  return /!\[\s*\]\([<\s]*$/.test(markdown.slice(Math.max(0, range.start - 20), range.start))
}
