import { fc, test as law } from '@fast-check/vitest'
import { expect } from 'vitest'
import { joinComments } from '../../pipeline/catalog/join-comments.ts'

const block = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 4 })

/** Whether the lines stand together. */
const holds = (lines: readonly string[], part: readonly string[]) => `\n${lines.join('\n')}\n`.includes(`\n${part.join('\n')}\n`)

law.prop([block, block])('both blocks stand in the result, the second one once more only where it was missing', (comments, more) => {
  const joined = joinComments(comments, more)
  expect(joined.slice(0, comments.length)).toEqual(comments)
  expect(joined.slice(comments.length)).toEqual(more.length === 0 || holds(comments, more) ? [] : more)
})
