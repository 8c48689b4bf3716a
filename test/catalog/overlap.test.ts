import { fc, test as law } from '@fast-check/vitest'
import { expect } from 'vitest'
import { gramsOf, overlapWith } from '../../pipeline/catalog/overlap.ts'

const text = fc.oneof(fc.string({ unit: fc.constantFrom('a', 'b', ' ', '语'), maxLength: 12 }), fc.string({ maxLength: 20 }))

/** Runs of three characters of the text between two blanks on either side. */
function runs(text: string): Set<string> {
  const padded = `  ${text}  `
  return new Set(Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3)))
}

law.prop([text, fc.array(text, { maxLength: 6 })])('counts the different runs of three characters that texts share', (asked, table) => {
  const overlap = overlapWith(table)
  expect([...overlap.commonWith(asked)]).toEqual(table.map((other) => runs(asked).intersection(runs(other)).size))
  expect(table.map((_, at) => overlap.size(at))).toEqual(table.map((other) => runs(other).size))
  expect(gramsOf(asked).size).toBe(runs(asked).size)
})
